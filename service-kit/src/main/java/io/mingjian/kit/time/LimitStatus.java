package io.mingjian.kit.time;

/**
 * How firm the ground of a limit is. An assumption is shown as such wherever the limit is shown.
 */
public enum LimitStatus {
    /** A law or administrative regulation says it. */
    LAW,
    /** A departmental order says it, such as Order 121. */
    ORDER,
    /** No text was found that says it; the number is a setting of this suite. */
    ASSUMPTION
}
