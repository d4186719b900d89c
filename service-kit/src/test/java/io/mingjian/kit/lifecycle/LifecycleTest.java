package io.mingjian.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Mediation.Limit;
import io.mingjian.kit.lifecycle.Mediation.State;
import io.mingjian.kit.lifecycle.Mediation.Step;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.refusal.StepNotAllowed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-04-15T02:00:00Z");
    private final Caller handler = bureau("h", OrganisationKind.DISTRICT_BUREAU, Role.HANDLER);
    private final Caller districtReviewer =
            bureau("r", OrganisationKind.DISTRICT_BUREAU, Role.REVIEWER);
    private final Caller cityReviewer =
            bureau("c", OrganisationKind.MUNICIPAL_BUREAU, Role.REVIEWER);

    @Nested
    class AStep {
        @Test
        void leadsToTheNewStateAndTellsWhatToDoWithTheClocks() {
            var decision = Decision.of(handler, NOW, "材料齐全");

            var taken = Mediation.TABLE.step(State.FILED, Step.ACCEPT, handler, decision);

            assertThat(taken.to()).isEqualTo(State.OPEN);
            assertThat(taken.clocks())
                    .containsExactly(new ClockAction(ClockAction.Kind.START, Limit.MEDIATION));
            assertThat(taken.article()).isEqualTo("15");
        }

        @Test
        void withoutARowNamesTheStepsThatAreOpen() {
            assertThatExceptionOfType(StepNotAllowed.class)
                    .isThrownBy(() -> Mediation.TABLE.step(State.OPEN, Step.REFUSE, handler, null))
                    .satisfies(
                            refusal ->
                                    assertThat(refusal.extensions())
                                            .containsEntry("state", "OPEN")
                                            .containsEntry(
                                                    "openSteps", List.of("BEGIN_APPRAISAL")));
        }

        @Test
        void thatNeedsReasonsIsRefusedWithoutADecision() {
            assertThatExceptionOfType(ReasonsMissing.class)
                    .isThrownBy(
                            () -> Mediation.TABLE.step(State.FILED, Step.ACCEPT, handler, null));
        }

        @Test
        void isNotTakenWithSomebodyElsesDecision() {
            var decision = Decision.of(cityReviewer, NOW, "材料齐全");

            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    Mediation.TABLE.step(
                                            State.FILED, Step.ACCEPT, handler, decision));
        }

        @Test
        void mayAskForTwoCapacitiesTogether() {
            assertThat(Mediation.TABLE.openSteps(State.FILED, cityReviewer)).contains(Step.REFUSE);
            assertThat(Mediation.TABLE.openSteps(State.FILED, handler)).contains(Step.REFUSE);
            assertThat(Mediation.TABLE.openSteps(State.FILED, districtReviewer))
                    .containsExactly(Step.ACCEPT);
        }

        @Test
        void ofMereFilingMayBeTakenByTheSuiteItself() {
            var machine = Caller.machine("registry");

            assertThat(Mediation.TABLE.step(State.REFUSED, Step.ARCHIVE, machine, null).to())
                    .isEqualTo(State.CLOSED);
            assertThat(Mediation.TABLE.openSteps(State.FILED, machine)).isEmpty();
        }
    }

    @Nested
    class ADecision {
        @Test
        void hasReasons() {
            assertThat(Decision.of(handler, NOW, "  材料齐全 ").reasons()).isEqualTo("材料齐全");
            for (String blank : new String[] {null, "", " ", "\u3000"}) {
                assertThatExceptionOfType(ReasonsMissing.class)
                        .isThrownBy(() -> Decision.of(handler, NOW, blank));
            }
        }

        @Test
        void isNeverAMachines() {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> Decision.of(Caller.machine("registry"), NOW, "超过期限"));
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(
                            () ->
                                    Decision.of(handler, NOW, "超过期限")
                                            .secondedBy(Caller.machine("registry")));
        }

        @Test
        void ofTwoPeopleIsOfTwoDifferentPeople() {
            var decision = Decision.on("16-3", handler, NOW, "非生活消费");

            assertThat(decision.secondedBy(districtReviewer).secondBy())
                    .isEqualTo(districtReviewer);
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> decision.secondedBy(handler));
        }
    }

    @Nested
    class Capacities {
        @Test
        void ofABureauComeFromTheRoles() {
            assertThat(Actor.of(cityReviewer))
                    .isEqualTo(EnumSet.of(Actor.CITY, Actor.OFFICER, Actor.REVIEWER));
            assertThat(Actor.of(handler))
                    .isEqualTo(EnumSet.of(Actor.DISTRICT, Actor.OFFICER, Actor.HANDLER));
            assertThat(Actor.of(bureau("i", OrganisationKind.DISTRICT_BUREAU, Role.INTAKE)))
                    .isEqualTo(EnumSet.of(Actor.DISTRICT, Actor.INTAKE));
        }

        @Test
        void auditorsAdministratorsAndABureausClientsHaveNone() {
            for (Role role :
                    List.of(
                            Role.AUDITOR,
                            Role.SYSTEM_ADMIN,
                            Role.SECURITY_ADMIN,
                            Role.INTEGRATION)) {
                assertThat(Actor.of(bureau("a", OrganisationKind.MUNICIPAL_BUREAU, role)))
                        .as(role.name())
                        .isEmpty();
            }
            assertThat(Actor.of(partner(OrganisationKind.MONITOR, Role.AUDITOR))).isEmpty();
        }

        @Test
        void ofPartnersComeFromTheirKindAlsoForTheirClients() {
            assertThat(Actor.of(partner(OrganisationKind.MONITOR, Role.INTEGRATION)))
                    .containsExactly(Actor.MONITOR);
            assertThat(Actor.of(partner(OrganisationKind.PLATFORM, Role.INTEGRATION)))
                    .containsExactly(Actor.PLATFORM);
            assertThat(Actor.of(partner(OrganisationKind.POLICE, Role.HANDLER)))
                    .containsExactly(Actor.POLICE);
            assertThat(Actor.of(partner(OrganisationKind.MERCHANT, Role.HANDLER)))
                    .containsExactly(Actor.MERCHANT);
            assertThat(Actor.of(partner(OrganisationKind.COURT, Role.HANDLER))).isEmpty();
        }

        @Test
        void ofTheSuiteItselfIsMachineAlone() {
            assertThat(Actor.of(Caller.machine("registry"))).containsExactly(Actor.MACHINE);
        }
    }

    @Test
    void aRowNamesItsArticle() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Row.row(
                                        State.FILED,
                                        Step.ACCEPT,
                                        State.OPEN,
                                        Actor.OFFICER,
                                        Reasons.REQUIRED,
                                        Clocks.none(),
                                        " "));
    }

    @Test
    void somebodyTakesEveryStep() {
        assertThatIllegalArgumentException().isThrownBy(() -> new By(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new By(List.of(Set.of())));
    }

    private static Caller bureau(String subject, OrganisationKind kind, Role role) {
        return new Caller(subject, subject, "samr-x", kind, "310101", null, Set.of(role));
    }

    private static Caller partner(OrganisationKind kind, Role role) {
        return new Caller("p", "p", "partner", kind, null, null, Set.of(role));
    }
}
