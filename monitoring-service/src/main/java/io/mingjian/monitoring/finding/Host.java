package io.mingjian.monitoring.finding;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of a web address, read the way browsers read it: names in punycode, numbers in any of
 * the spellings that lead to the same machine ({@code 127.1}, {@code 0x7f000001}, {@code
 * 2130706433}, {@code [::ffff:7f00:1]}).
 *
 * @param text the one way in which this host is written
 */
record Host(Kind kind, String text) {
    private static final Host NONE = new Host(Kind.NONE, "");
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]*|[0-9]+");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9-]{2,63}");

    /** Endings that no public page has: RFC 6761, RFC 8375, and what routers and clouds use. */
    private static final List<String> INNER =
            List.of(
                    "localhost",
                    "localdomain",
                    "local",
                    "internal",
                    "intranet",
                    "corp",
                    "home",
                    "lan",
                    "home.arpa",
                    "in-addr.arpa",
                    "ip6.arpa",
                    "onion");

    /** Services that answer with whatever address stands in the name. */
    private static final List<String> ECHOING =
            List.of("nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me");

    /** What a host is. */
    enum Kind {
        /** No host at all. */
        NONE,
        NAME,
        /** The number of a public machine. */
        ADDRESS,
        /** A name or number that leads to no public machine. */
        PRIVATE
    }

    static Host of(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return ofBytes(IpAddress.six(written.substring(1, written.length() - 1)));
        }
        String ascii = ascii(written);
        String last = ascii.substring(ascii.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            return ofBytes(IpAddress.fourInAnySpelling(ascii));
        }
        return ofName(ascii);
    }

    private static Host ofName(String ascii) {
        if (isUnder(ascii, INNER) || isUnder(ascii, ECHOING)) {
            return new Host(Kind.PRIVATE, ascii);
        }
        return NAME.matcher(ascii).matches() && ascii.length() <= 253
                ? new Host(Kind.NAME, ascii)
                : NONE;
    }

    private static Host ofBytes(Optional<IpAddress> address) {
        return address.map(
                        found ->
                                new Host(
                                        found.isPublic() ? Kind.ADDRESS : Kind.PRIVATE,
                                        found.inUrl()))
                .orElse(NONE);
    }

    /** The dot after the root is the same host; wide digits and dots are their narrow ones. */
    private static String ascii(String written) {
        String ascii = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    }

    private static boolean isUnder(String host, List<String> endings) {
        return endings.stream()
                .anyMatch(ending -> host.equals(ending) || host.endsWith("." + ending));
    }
}
