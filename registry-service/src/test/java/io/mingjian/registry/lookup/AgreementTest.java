package io.mingjian.registry.lookup;

import static io.mingjian.contracts.OrganisationKind.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.registry.lookup.Agreement.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 31);
    private static final Instant NOW = Instant.parse("2026-04-30T02:00:00Z");

    @Test
    void holdsFromItsFirstDayThroughItsLast() {
        Agreement agreement = active(null, 1);
        assertThat(agreement.holdsOn(FIRST.minusDays(1))).isFalse();
        assertThat(agreement.holdsOn(FIRST)).isTrue();
        assertThat(agreement.holdsOn(LAST)).isTrue();
        assertThat(agreement.holdsOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void doesNotHoldBeforeTheSecondPerson() {
        assertThat(proposed(null, 1).holdsOn(FIRST)).isFalse();
    }

    @Test
    void ofTheOrganisationGoesBeforeThatOfItsKind() {
        List<Agreement> all = List.of(active(null, 1), active("police-a", 2), active(null, 3));
        assertThat(limit(all, "police-a")).contains(2);
        assertThat(limit(all, "police-b")).contains(3);
        assertThat(limit(List.of(active("police-a", 2)), "police-b")).isEmpty();
    }

    @Test
    void thatWasClosedNeverLetsAnOlderOneOpenAgain() {
        Agreement own = active("police-a", 2);
        own.end(caller("third"), "停用", NOW);
        assertThat(limit(List.of(active(null, 1), own), "police-a")).isEmpty();
        assertThat(limit(List.of(active(null, 1), own), "police-b")).contains(1);
    }

    private static Optional<Integer> limit(List<Agreement> begun, String organisation) {
        return Agreement.holding(begun, organisation, FIRST).map(each -> each.terms().dailyLimit());
    }

    private static Agreement active(String organisation, int daily) {
        Agreement agreement = proposed(organisation, daily);
        agreement.activate(caller("second"), NOW.plusSeconds(daily));
        return agreement;
    }

    private static Agreement proposed(String organisation, int daily) {
        return Agreement.proposed(
                Ids.next(),
                new Terms(
                        POLICE,
                        organisation,
                        List.of(Purpose.CRIMINAL_CLUE),
                        "协议",
                        LimitStatus.ASSUMPTION,
                        daily,
                        FIRST,
                        LAST),
                caller("first"),
                NOW);
    }

    private static Caller caller(String name) {
        return new Caller(
                name,
                name,
                "samr-shanghai",
                io.mingjian.contracts.OrganisationKind.MUNICIPAL_BUREAU,
                "310000",
                null,
                Set.of(Role.REVIEWER, Role.HEAD));
    }
}
