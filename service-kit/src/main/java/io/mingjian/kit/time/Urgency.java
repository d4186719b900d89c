package io.mingjian.kit.time;

/** How far a running clock has come; the order of the constants is the order of rising urgency. */
public enum Urgency {
    /** Less than half of the period is used. */
    CALM,
    /** At least 50 % is used. */
    HALF_USED,
    /** At least 80 % is used. */
    NEARLY_USED,
    /** The due date has passed. */
    OVERDUE
}
