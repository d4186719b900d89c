package io.mingjian.client.door;

import io.mingjian.client.Stopped;
import java.net.URI;
import java.util.Set;

/** Web addresses that secrets and findings may go to. */
public final class Addresses {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /**
     * An address without path, query or user; https, unless it is this very machine.
     *
     * @param option as users know it
     */
    public static URI door(String option, String told) {
        URI door = secure(option, told);
        String path = door.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            throw Stopped.usage("%s 只写到主机和端口：%s", "%s takes no path: %s", option, told);
        }
        return door.resolve("/");
    }

    /** https, unless it is this very machine. */
    public static URI secure(String option, String told) {
        URI address;
        try {
            address = URI.create(told.strip());
        } catch (IllegalArgumentException malformed) {
            throw Stopped.usage("%s 不是网址：%s", "%s is no web address: %s", option, told);
        }
        String scheme = String.valueOf(address.getScheme());
        boolean local = THIS_MACHINE.contains(String.valueOf(address.getHost()));
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || !(scheme.equals("https") || scheme.equals("http") && local)) {
            throw Stopped.usage(
                    "%s 须为 https 网址（本机可用 http），且不含账号、参数：%s",
                    "%s must be an https address (http for this machine alone) without user and"
                            + " query: %s",
                    option,
                    address.getRawUserInfo() == null ? told : "…");
        }
        return address;
    }
}
