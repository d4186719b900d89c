package io.mingjian.contracts;

/** How far a signal of an analyzer carries. */
public enum SignalStrength {
    VERY_STRONG,
    STRONG,
    MEDIUM,
    WEAK,
    NEUTRAL,
    /** Speaks for an ordinary photograph. */
    COUNTER_SIGN,
    /** A measurement without weight. */
    MEASUREMENT
}
