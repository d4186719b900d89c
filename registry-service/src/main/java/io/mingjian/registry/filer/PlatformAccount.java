package io.mingjian.registry.filer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account that a filer has on a platform. It is never shown to those reported. */
@Schema(name = "PlatformAccount", description = "平台账号 / An account on a platform")
public record PlatformAccount(String platform, String account) {
    private static final String BETWEEN = "\n";

    String text() {
        return platform + BETWEEN + account;
    }

    static PlatformAccount of(String text) {
        int at = text.indexOf(BETWEEN);
        return new PlatformAccount(text.substring(0, at), text.substring(at + 1));
    }

    /** Says nothing about the person, so that no log line can. */
    @Override
    public String toString() {
        return "PlatformAccount[…]";
    }
}
