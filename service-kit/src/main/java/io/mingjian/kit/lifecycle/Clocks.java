package io.mingjian.kit.lifecycle;

import io.mingjian.kit.time.LimitName;

/** First words of a row's clocks: {@code stop(ACCEPTANCE).start(MEDIATION)}. */
public final class Clocks {
    private Clocks() {}

    /** The step touches no clock. */
    public static ClockActions none() {
        return ClockActions.NONE;
    }

    public static <L extends Enum<L> & LimitName> ClockActions start(L limit) {
        return none().start(limit);
    }

    public static <L extends Enum<L> & LimitName> ClockActions stop(L limit) {
        return none().stop(limit);
    }

    public static <L extends Enum<L> & LimitName> ClockActions pause(L limit) {
        return none().pause(limit);
    }

    public static <L extends Enum<L> & LimitName> ClockActions resume(L limit) {
        return none().resume(limit);
    }
}
