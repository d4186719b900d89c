package io.mingjian.kit.time;

import java.util.List;

/**
 * A limit table that must not be used: unknown names, missing names, gaps, overlaps, wrong values.
 */
public final class LimitsRejected extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LimitsRejected(String source, List<String> faults) {
        super(source + ": " + String.join("; ", faults));
    }

    LimitsRejected(String source, Throwable cause) {
        super(source + ": " + cause.getMessage(), cause);
    }
}
