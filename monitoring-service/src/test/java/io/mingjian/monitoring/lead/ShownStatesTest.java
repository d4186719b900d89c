package io.mingjian.monitoring.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.lead.ShownStates.Group;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownStatesTest {
    @Test
    void agenciesAreToldOfTheQualityReviewOfTheirOwnStepsAndOfTheClosing() {
        assertThat(ShownStates.SHIPPED.stepsTold())
                .containsExactlyInAnyOrder(
                        LeadStep.QUALIFY,
                        LeadStep.DISQUALIFY,
                        LeadStep.MARK_DUPLICATE,
                        LeadStep.REOPEN,
                        LeadStep.RETURN_FOR_SUPPLEMENT,
                        LeadStep.RESUBMIT,
                        LeadStep.CLOSE);
    }

    @Test
    void aStepIsToldWhereverItIsTakenOrNowhere() {
        assertThat(LeadLifecycle.TABLE.rows())
                .filteredOn(row -> ShownStates.SHIPPED.stepsTold().contains(row.step()))
                .allMatch(row -> ShownStates.SHIPPED.differToAgencies(row.from(), row.to()));
    }

    @Test
    void aStateInTwoGroupsStopsTheStart() {
        Group one = group(ShownState.IN_HANDLING);
        assertThatThrownBy(() -> new ShownStates(List.of(one, group(ShownState.CLOSED))))
                .hasMessageContaining("two states");
    }

    @Test
    void aNameThatStandsForNothingStopsTheStart() {
        assertThatThrownBy(() -> new ShownStates(List.of())).hasMessageContaining("stand for");
    }

    private static Group group(ShownState state) {
        return new Group(state, "办理中", Set.of(LeadState.VERIFYING), "x", LimitStatus.ASSUMPTION);
    }
}
