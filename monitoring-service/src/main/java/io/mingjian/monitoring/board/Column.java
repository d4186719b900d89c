package io.mingjian.monitoring.board;

import io.mingjian.monitoring.lead.LeadState;
import java.util.Set;

/**
 * A column of the board.
 *
 * @param states the leads in it
 * @param readers to whom it is shown
 * @param due whether late leads and the next due date are told
 * @param age since when the oldest lead's age is counted
 */
record Column(
        String column,
        String zh,
        Set<LeadState> states,
        Set<Reader> readers,
        boolean due,
        Age age) {

    /** Since when a lead's age is counted. */
    enum Age {
        /** Since it came into its state. */
        IN_STATE,
        /** Since it was handed in: when bureaus took their steps is not for everybody. */
        SINCE_SUBMISSION,
        /** A lead at an end does not age. */
        NONE
    }
}
