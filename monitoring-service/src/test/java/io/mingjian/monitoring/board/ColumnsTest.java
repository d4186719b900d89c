package io.mingjian.monitoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.monitoring.lead.LeadState;
import io.mingjian.monitoring.lead.ShownState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void theCityAndAnAgencyFindEveryLeadOnTheirBoard() {
        assertThat(states(Reader.CITY)).isEqualTo(EnumSet.allOf(LeadState.class));
        assertThat(states(Reader.AGENCY)).isEqualTo(EnumSet.allOf(LeadState.class));
    }

    @Test
    void aDistrictFindsEveryLeadFromItsAssignmentOn() {
        assertThat(states(Reader.DISTRICT))
                .isEqualTo(
                        EnumSet.complementOf(
                                EnumSet.of(
                                        LeadState.SUBMITTED,
                                        LeadState.RETURNED_FOR_SUPPLEMENT,
                                        LeadState.QUALIFIED,
                                        LeadState.UNQUALIFIED,
                                        LeadState.DUPLICATE)));
    }

    @Test
    void anAgencyCannotTellTheStepsOfBureausApart() {
        Column handling =
                Columns.SHIPPED.of(Reader.AGENCY).stream()
                        .filter(column -> column.leadStates().contains(LeadState.VERIFYING))
                        .findFirst()
                        .orElseThrow();
        assertThat(handling.leadStates())
                .contains(LeadState.ASSIGNED, LeadState.RECEIVED, LeadState.RETURN_REQUESTED);
        assertThat(handling.due()).isEmpty();
        assertThat(handling.age()).isEqualTo(Column.Age.SINCE_SUBMISSION);
    }

    @Test
    void aStateInTwoColumnsOfOneReaderStopsTheStart() {
        Column one = column("A", ShownState.VERIFYING, Reader.CITY);
        Column two = column("B", ShownState.IN_HANDLING, Reader.CITY);
        assertThatThrownBy(() -> new Columns(List.of(one, two)))
                .hasMessageContaining("two columns");
    }

    @Test
    void aStateThatAgenciesAreNotToldStopsTheStart() {
        Column verifying = column("A", ShownState.VERIFYING, Reader.AGENCY);
        assertThatThrownBy(() -> new Columns(List.of(verifying)))
                .hasMessageContaining("tells agencies too much");
    }

    private static Column column(String code, ShownState state, Reader reader) {
        return new Column(code, code, Set.of(state), Set.of(reader), Set.of(), Column.Age.NONE);
    }

    @Test
    void theIndexesKnowTheEndsOfTheLifecycle() {
        assertThat(
                        Arrays.stream(BoardCounts.OPEN.replaceAll(".*\\(|\\)", "").split(","))
                                .map(quoted -> quoted.replace("'", "").strip())
                                .map(LeadState::valueOf)
                                .collect(Collectors.toSet()))
                .isEqualTo(LeadState.ends());
    }

    private static Set<LeadState> states(Reader reader) {
        return Columns.SHIPPED.of(reader).stream()
                .flatMap(column -> column.leadStates().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LeadState.class)));
    }
}
