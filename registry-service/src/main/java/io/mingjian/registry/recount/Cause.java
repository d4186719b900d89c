package io.mingjian.registry.recount;

/** Why clocks are counted anew. */
enum Cause {
    /** A holiday notice was published or amended; what it moves is reported. */
    HOLIDAY_NOTICE,
    /**
     * A new day: clocks that stand still end a day later. Nothing else can change, and what does is
     * a repair.
     */
    DAY
}
