package io.mingjian.kit.web;

import io.mingjian.kit.refusal.PreconditionMissing;
import io.mingjian.kit.refusal.Stale;
import org.jspecify.annotations.Nullable;

/** Entity tags made of the row version (RFC 9110 §8.8.3, §13.1.1). */
public final class Etags {
    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller read.
     *
     * @throws PreconditionMissing if {@code If-Match} is absent
     * @throws Stale if it is a tag that this resource can never have
     */
    public static int require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionMissing();
        }
        try {
            return Integer.parseInt(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException foreignTag) {
            throw new Stale();
        }
    }

    /** Fails with {@link Stale} unless the caller read the current version. */
    public static void check(@Nullable String ifMatch, long current) {
        if (require(ifMatch) != current) {
            throw new Stale();
        }
    }
}
