package io.mingjian.monitoring.lead;

/**
 * A lead's state as a reader is told it: bureaus the state itself, agencies what {@link
 * ShownStates} says. Each {@link LeadState} stands here under its own name.
 */
public enum ShownState {
    SUBMITTED,
    RETURNED_FOR_SUPPLEMENT,
    UNQUALIFIED,
    DUPLICATE,
    QUALIFIED,
    ASSIGNED,
    RECEIVED,
    RETURN_REQUESTED,
    VERIFYING,
    DISPOSED,
    FEEDBACK_SUBMITTED,
    RETURNED_FOR_REWORK,
    CLOSED,
    /** Whatever bureaus do with it. */
    IN_HANDLING
}
