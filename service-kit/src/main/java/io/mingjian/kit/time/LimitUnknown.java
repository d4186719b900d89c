package io.mingjian.kit.time;

import java.time.LocalDate;

/**
 * No row of this limit is in force on that day: a fault of the limit table, never of the caller.
 */
public final class LimitUnknown extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LimitUnknown(String limit, LocalDate day) {
        super("no row of limit %s is in force on %s".formatted(limit, day));
    }
}
