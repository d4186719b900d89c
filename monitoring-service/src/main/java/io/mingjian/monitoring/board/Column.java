package io.mingjian.monitoring.board;

import io.mingjian.monitoring.lead.LeadState;
import io.mingjian.monitoring.lead.ShownState;
import io.mingjian.monitoring.lead.ShownStates;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column of the board.
 *
 * @param states the leads in it, by the states under which its readers are shown them
 * @param readers to whom it is shown
 * @param due to whom late leads and the next due date are told: to whom else, the time is not his
 * @param age since when the oldest lead's age is counted
 */
record Column(
        String column,
        String zh,
        Set<ShownState> states,
        Set<Reader> readers,
        Set<Reader> due,
        Age age) {

    /** The states that these stand for. */
    Set<LeadState> leadStates() {
        return states.stream()
                .flatMap(state -> ShownStates.SHIPPED.of(state).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

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
