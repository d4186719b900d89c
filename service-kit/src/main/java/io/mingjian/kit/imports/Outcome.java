package io.mingjian.kit.imports;

import io.mingjian.kit.table.RowFault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, or would become of it.
 *
 * @param as what it is now, or what had come before
 * @param faults why it was not entered
 */
public record Outcome(Fate fate, @Nullable UUID as, List<RowFault> faults) {
    /** In the order in which a service names its states. */
    public enum Fate {
        /** To be entered. */
        GOOD,
        BAD,
        ENTERED,
        /** The same had come before; nothing was done. */
        REPEATED
    }

    public static Outcome good() {
        return new Outcome(Fate.GOOD, null, List.of());
    }

    public static Outcome bad(List<RowFault> faults) {
        return new Outcome(Fate.BAD, null, faults);
    }

    public static Outcome bad(RowFault fault) {
        return bad(List.of(fault));
    }

    public static Outcome entered(UUID as) {
        return new Outcome(Fate.ENTERED, as, List.of());
    }

    public static Outcome repeated(UUID as) {
        return new Outcome(Fate.REPEATED, as, List.of());
    }
}
