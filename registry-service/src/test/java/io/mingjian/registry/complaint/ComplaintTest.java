package io.mingjian.registry.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingTerminated;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.StepNotAllowed;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.code.District;
import io.mingjian.registry.complaint.Fact.ChosenBy;
import io.mingjian.registry.complaint.Fact.Party;
import io.mingjian.registry.complaint.Fact.Payer;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.NoticeOrder;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.form.RespondentKind;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a complaint without transport: clocks, grounds, and who may decide. */
class ComplaintTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
    private static final Caller HANDLER = officer("handler", Role.HANDLER);
    private static final Caller REVIEWER = officer("reviewer", Role.REVIEWER);
    private static final Caller MACHINE = Caller.machine("registry");
    private static final LocalDate WEDNESDAY_15_APRIL = LocalDate.of(2026, 4, 15);

    private final Complaint complaint = routedOn(WEDNESDAY_15_APRIL);

    @Nested
    class Clocks {
        /** Start, length and end of each vector with their weekdays (Order 121 Art 15, 45). */
        @ParameterizedTest
        @CsvSource({
            "2026-04-15, WEDNESDAY, 2026-04-24, FRIDAY",
            "2026-09-24, THURSDAY,  2026-10-12, MONDAY"
        })
        void acceptanceIsDueSevenWorkingDaysAfterReceipt(
                LocalDate received, String receivedDay, LocalDate due, String dueDay) {
            assertThat(received.getDayOfWeek()).hasToString(receivedDay);
            assertThat(due.getDayOfWeek()).hasToString(dueDay);
            assertThat(clock(routedOn(received), "ACCEPTANCE", received).dueOn()).isEqualTo(due);
        }

        @Test
        void mediationEndsSixtyNaturalDaysAfterAcceptanceAndOffTheSunday() {
            accept(WEDNESDAY_15_APRIL);
            assertThat(clock("MEDIATION", WEDNESDAY_15_APRIL).dueOn()).isEqualTo("2026-06-15");
        }

        @Test
        void tenDaysOfAppraisalMoveTheEndOfMediationByTen() {
            mediate(WEDNESDAY_15_APRIL);
            beginAppraisal(LocalDate.of(2026, 5, 6));
            LocalDate ended = LocalDate.of(2026, 5, 16);
            complaint.endAppraisal(
                    at(ended, HANDLER), null, new Fact.AppraisalEnded(ended, "系制造缺陷"));
            assertThat(clock("MEDIATION", ended).dueOn()).isEqualTo("2026-06-24");
        }

        @Test
        void bothPartiesAreToBeToldWithinSevenWorkingDaysOfTheTermination() {
            LocalDate thursday24September = LocalDate.of(2026, 9, 24);
            accept(thursday24September);
            terminate(thursday24September, ground(TerminationGround.WITHDRAWN_OR_SETTLED));
            assertThat(names(thursday24September)).containsExactly("TELL_BOTH_PARTIES");
            assertThat(clock("TELL_BOTH_PARTIES", thursday24September).dueOn())
                    .isEqualTo("2026-10-12");
        }

        @Test
        void identityIsAskedForFiveWorkingDaysWhileAcceptanceRunsOn() {
            askIdentity(false);
            assertThat(clock("IDENTITY_SUPPLEMENT", WEDNESDAY_15_APRIL).dueOn())
                    .isEqualTo("2026-04-22");
            LocalDate monday20 = LocalDate.of(2026, 4, 20);
            supplyIdentity(monday20);
            assertThat(names(monday20)).containsExactly("ACCEPTANCE");
            assertThat(clock("ACCEPTANCE", monday20).dueOn()).isEqualTo("2026-04-24");
        }

        @Test
        void whereTheRuleSaysSoAcceptanceStandsStillMeanwhile() {
            askIdentity(true);
            LocalDate monday20 = LocalDate.of(2026, 4, 20);
            supplyIdentity(monday20);
            assertThat(clock("ACCEPTANCE", monday20).dueOn()).isEqualTo("2026-04-29");
        }

        @Test
        void aComplaintAcceptedWhileIdentityIsAskedForLeavesNoClockBehind() {
            askIdentity(true);
            accept(LocalDate.of(2026, 4, 17));
            assertThat(names(LocalDate.of(2026, 4, 17))).containsExactly("MEDIATION");
        }

        @Test
        void aDisputeOverAuthorityHasSevenWorkingDaysAndEndsWithTheNextRouting() {
            complaint.disputeAuthority(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(clock("AUTHORITY_DISPUTE", WEDNESDAY_15_APRIL).dueOn())
                    .isEqualTo("2026-04-24");
            LocalDate friday17 = LocalDate.of(2026, 4, 17);
            complaint.route(
                    at(friday17, city(Role.INTAKE)), place("310115"), because(city(Role.INTAKE)));
            assertThat(names(friday17)).containsExactly("ACCEPTANCE");
            assertThat(clock("ACCEPTANCE", friday17).startedOn()).isEqualTo(friday17);
        }

        private void askIdentity(boolean pauses) {
            complaint.requestIdentity(
                    at(WEDNESDAY_15_APRIL, HANDLER),
                    because(HANDLER),
                    "身份证复印件",
                    List.of(
                            new IdentityRule(
                                    pauses, "test", LimitStatus.ASSUMPTION, WEDNESDAY_15_APRIL)));
        }

        private void supplyIdentity(LocalDate on) {
            complaint.supplyIdentity(
                    at(on, HANDLER), null, new Fact.IdentitySupplied(on, "身份证复印件"));
        }
    }

    @Nested
    class Grounds {
        /** Of Art 23, by the states from which each may be used; spelled out, not computed. */
        private static final Map<ComplaintState, Set<Integer>> USABLE =
                Map.of(
                        ComplaintState.ACCEPTED, Set.of(1, 2, 6, 7, 8),
                        ComplaintState.MEDIATING, Set.of(1, 2, 3, 4, 6, 7, 8),
                        ComplaintState.DELEGATED, Set.of(1, 2, 3, 6, 7, 8),
                        ComplaintState.APPRAISAL, Set.of(1, 4, 6, 7, 8),
                        ComplaintState.SUSPENDED_RECUSAL, Set.of(1, 2, 6, 7, 8));

        @ParameterizedTest
        @EnumSource(
                names = {"ACCEPTED", "MEDIATING", "DELEGATED", "APPRAISAL", "SUSPENDED_RECUSAL"})
        void eachIsUsableWhereTheTableSaysAndNowhereElse(ComplaintState state) {
            for (TerminationGround ground : TerminationGround.values()) {
                Complaint each = in(state);
                if (USABLE.get(state).contains(ground.number())) {
                    end(each, WEDNESDAY_15_APRIL, ground(ground));
                    assertThat(each.state()).isEqualTo(ComplaintState.TERMINATED);
                } else {
                    var refusal =
                            catchThrowableOfType(
                                    Invalid.class,
                                    () -> end(each, WEDNESDAY_15_APRIL, ground(ground)));
                    assertThat(refusal).as("%s in %s", ground, state).isNotNull();
                    assertThat(refusal.errors().get(0).pointer()).isEqualTo("/ground");
                    assertThat(each.state()).isEqualTo(state);
                }
            }
            assertThat(in(state).usableGrounds(at(WEDNESDAY_15_APRIL, HANDLER)))
                    .extracting(TerminationGround::number)
                    .containsExactlyInAnyOrderElementsOf(USABLE.get(state));
        }

        @Test
        void sixtyDaysMustHavePassedAndTheMachineOnlySaysSo() {
            accept(WEDNESDAY_15_APRIL);
            LocalDate lastDay = LocalDate.of(2026, 6, 15);
            assertThat(complaint.proposals(at(lastDay, HANDLER))).isEmpty();
            assertThatThrownBy(() -> terminate(lastDay, ground(TerminationGround.SIXTY_DAYS)))
                    .isInstanceOf(Invalid.class);

            LocalDate after = lastDay.plusDays(1);
            assertThat(complaint.proposals(at(after, HANDLER)))
                    .singleElement()
                    .satisfies(
                            proposal -> {
                                assertThat(proposal.ground()).isEqualTo(5);
                                assertThat(proposal.explanation()).contains("2026-06-15");
                            });
            assertThat(complaint.state()).isEqualTo(ComplaintState.ACCEPTED);
            Outcome ended = terminate(after, ground(TerminationGround.SIXTY_DAYS));
            assertThat(ended.events())
                    .singleElement()
                    .satisfies(
                            event -> {
                                assertThat(event.type()).isEqualTo(EventType.FILING_TERMINATED);
                                assertThat(event.data())
                                        .isEqualTo(
                                                new FilingTerminated(
                                                        complaint.id(),
                                                        5,
                                                        after,
                                                        null,
                                                        null,
                                                        null));
                            });
            assertThat(complaint.proposals(at(after, HANDLER))).isEmpty();
        }

        @Test
        void anAppraisalThatStillGoesOnKeepsTheTermFromPassing() {
            mediate(WEDNESDAY_15_APRIL);
            beginAppraisal(LocalDate.of(2026, 5, 6));
            LocalDate july = LocalDate.of(2026, 7, 1);
            assertThat(complaint.proposals(at(july, HANDLER))).isEmpty();
            assertThatThrownBy(() -> terminate(july, ground(TerminationGround.SIXTY_DAYS)))
                    .isInstanceOf(Invalid.class);
        }

        @Test
        void theyAreEightInTheOrderOfTheArticle() {
            assertThat(TerminationGround.values())
                    .extracting(TerminationGround::number)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(NonAcceptanceGround.values())
                    .extracting(NonAcceptanceGround::number)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7);
        }

        @Test
        void bothPartiesAreToldOfTheGround() {
            accept(WEDNESDAY_15_APRIL);
            Outcome ended =
                    terminate(
                            WEDNESDAY_15_APRIL,
                            new Termination(
                                    TerminationGround.NOT_ACCEPTABLE_AFTER_ALL,
                                    null,
                                    Conduct.SWAPPING,
                                    null,
                                    null));
            assertThat(ended.decision().ground()).isEqualTo("23(6);42");
            assertThat(ended.notices())
                    .extracting(NoticeOrder::kind)
                    .containsOnly(NoticeKind.MEDIATION_TERMINATED)
                    .hasSize(2);
            assertThat(ended.notices().get(0).facts().get("ground")).contains("第二十三条第6项", "掉包");
        }
    }

    @Nested
    class Recusal {
        @Test
        void isNotDecidedByWhoTookTheRequestDown() {
            Caller both = officer("both", Role.HANDLER, Role.REVIEWER);
            mediate(WEDNESDAY_15_APRIL);
            requestRecusal(both, "huangpu.handler2");
            assertThatThrownBy(() -> decideRecusal(both)).isInstanceOf(Forbidden.class);
            assertThat(complaint.state()).isEqualTo(ComplaintState.SUSPENDED_RECUSAL);
            decideRecusal(REVIEWER);
            assertThat(complaint.state()).isEqualTo(ComplaintState.MEDIATING);
        }

        @Test
        void isNotDecidedByTheMediatorInQuestion() {
            mediate(WEDNESDAY_15_APRIL);
            requestRecusal(HANDLER, REVIEWER.name());
            assertThatThrownBy(() -> decideRecusal(REVIEWER)).isInstanceOf(Forbidden.class);
            decideRecusal(officer("another", Role.REVIEWER));
            assertThat(complaint.state()).isEqualTo(ComplaintState.MEDIATING);
        }

        private void requestRecusal(Caller by, String mediator) {
            Moment now = at(WEDNESDAY_15_APRIL, by);
            complaint.requestRecusal(
                    now,
                    because(by),
                    new Fact.RecusalRequested(now.today(), Party.RESPONDENT, mediator, by.name()));
        }

        private void decideRecusal(Caller by) {
            complaint.decideRecusal(
                    at(WEDNESDAY_15_APRIL, by),
                    because(by),
                    new Fact.RecusalDecided(WEDNESDAY_15_APRIL, true, "陈调解员"));
        }
    }

    @Nested
    class Superior {
        @Test
        void takesOverWhereverItStandsAndTheDistrictCanNoLongerAct() {
            accept(WEDNESDAY_15_APRIL);
            var before = complaint.clocks();
            Caller head = city(Role.HEAD);
            Outcome taken = complaint.takeOver(at(WEDNESDAY_15_APRIL, head), because(head));
            assertThat(complaint.holder()).isEqualTo("samr-shanghai");
            assertThat(complaint.state()).isEqualTo(ComplaintState.ACCEPTED);
            assertThat(complaint.clocks()).isEqualTo(before);
            assertThat(taken.taken().article()).isEqualTo("13");
            assertThatThrownBy(
                            () ->
                                    terminate(
                                            WEDNESDAY_15_APRIL,
                                            ground(TerminationGround.WITHDRAWN_OR_SETTLED)))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(
                            () -> complaint.takeOver(at(WEDNESDAY_15_APRIL, head), because(head)))
                    .isInstanceOf(Conflict.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"HANDLER", "REVIEWER", "INTAKE"})
        void takesOverByItsHeadOnly(String role) {
            Caller other = city(Role.valueOf(role));
            assertThatThrownBy(
                            () -> complaint.takeOver(at(WEDNESDAY_15_APRIL, other), because(other)))
                    .isInstanceOf(StepNotAllowed.class);
        }

        @Test
        void designatesOnlyWhereThereIsADispute() {
            Caller reviewer = city(Role.REVIEWER);
            complaint.returnToIntake(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(complaint.openSteps(reviewer)).isEmpty();
            assertThatThrownBy(() -> designate(complaint, reviewer)).isInstanceOf(Conflict.class);

            Complaint disputed = routedOn(WEDNESDAY_15_APRIL);
            disputed.disputeAuthority(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(disputed.openSteps(reviewer)).containsExactly(ComplaintStep.DESIGNATE);
            designate(disputed, reviewer);
            assertThat(disputed.holder()).isEqualTo("samr-pudong");
            assertThat(disputed.placeRule()).isEqualTo("DESIGNATED");
        }

        private void designate(Complaint which, Caller by) {
            which.designate(
                    at(WEDNESDAY_15_APRIL, by),
                    new Placement(
                            District.ofCode("310115").orElseThrow(), "DESIGNATED", "33", "指定"),
                    because(by));
        }
    }

    @Nested
    class Telling {
        @Test
        void isDoneWhenBothHaveBeenServedAndOnlyThenItIsFiledAway() {
            accept(WEDNESDAY_15_APRIL);
            terminate(WEDNESDAY_15_APRIL, ground(TerminationGround.WITHDRAWN_OR_SETTLED));
            LocalDate friday = LocalDate.of(2026, 4, 17);
            assertThatThrownBy(() -> complaint.archive(at(friday, HANDLER), null))
                    .isInstanceOf(Conflict.class);
            assertThat(complaint.served(new Fact.Told(friday, Party.COMPLAINANT))).isFalse();
            assertThat(complaint.served(new Fact.Told(friday, Party.COMPLAINANT))).isFalse();
            assertThat(complaint.served(new Fact.Told(friday, Party.RESPONDENT))).isTrue();
            complaint.tellBoth(at(friday, MACHINE), null);
            assertThat(names(friday)).isEmpty();
            assertThat(complaint.served(new Fact.Told(friday, Party.RESPONDENT))).isFalse();
            complaint.archive(at(friday, HANDLER), null);
            assertThat(complaint.state()).isEqualTo(ComplaintState.CLOSED);
        }

        @Test
        void beforeTheTerminationCountsForNothing() {
            accept(WEDNESDAY_15_APRIL);
            assertThat(complaint.served(new Fact.Told(WEDNESDAY_15_APRIL, Party.COMPLAINANT)))
                    .isFalse();
            assertThat(complaint.facts()).isEqualTo(Facts.NONE);
        }
    }

    @Test
    void aMachineAcceptsNothing() {
        assertThatThrownBy(() -> because(MACHINE)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () ->
                                complaint.accept(
                                        at(WEDNESDAY_15_APRIL, MACHINE),
                                        new Decision(MACHINE, Instant.EPOCH, null, "因为", null)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void everyFactComesBackFromItsColumnAsItWas() throws Exception {
        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
        Facts facts =
                Facts.NONE.and(
                        new Fact.Consented(
                                WEDNESDAY_15_APRIL,
                                new Consent(WEDNESDAY_15_APRIL, Consent.Form.PHONE),
                                new Consent(WEDNESDAY_15_APRIL, Consent.Form.IN_PERSON)),
                        new Fact.Told(WEDNESDAY_15_APRIL, Party.RESPONDENT));
        assertThat(json.readValue(json.writeValueAsString(facts), Facts.class)).isEqualTo(facts);
        assertThat(json.readValue("{\"list\":[]}", Facts.class)).isEqualTo(Facts.NONE);
        Stream<Class<?>> kinds = Arrays.stream(Fact.class.getPermittedSubclasses());
        var named =
                Arrays.stream(
                                Fact.class
                                        .getAnnotation(
                                                com.fasterxml.jackson.annotation.JsonSubTypes.class)
                                        .value())
                        .map(each -> (Object) each.value())
                        .toList();
        assertThat(kinds.map(each -> (Object) each).toList())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    private static Caller officer(String name, Role... roles) {
        return new Caller(
                "subject-" + name,
                "huangpu." + name,
                "samr-huangpu",
                OrganisationKind.DISTRICT_BUREAU,
                "310101",
                null,
                Set.of(roles));
    }

    private static Caller city(Role... roles) {
        return new Caller(
                "subject-city",
                "city.officer",
                "samr-shanghai",
                OrganisationKind.MUNICIPAL_BUREAU,
                "310000",
                null,
                Set.of(roles));
    }

    private static Decision because(Caller by) {
        return Decision.of(by, Instant.EPOCH, "事实清楚");
    }

    private static Moment at(LocalDate day, Caller by) {
        return new Moment(by, day.atTime(10, 0).atZone(LegalDay.ZONE).toInstant(), CALENDAR);
    }

    private static Placement place(String code) {
        return new Placement(
                District.ofCode(code).orElseThrow(), "TEST", "Order 121 Art 13", "经营地");
    }

    private static Complaint routedOn(LocalDate day) {
        Moment receipt = at(day, MACHINE);
        var head =
                new FilingHead(
                        UUID.randomUUID(),
                        null,
                        UUID.randomUUID(),
                        "沪市监投〔2026〕000001号",
                        Channel.WINDOW,
                        null,
                        "samr-shanghai",
                        "samr-shanghai",
                        receipt.at());
        var content =
                new ComplaintContent(
                        new Respondent(
                                RespondentKind.OFFLINE_OPERATOR,
                                "黄浦百货",
                                null,
                                "南京东路1号",
                                "310101",
                                null),
                        List.of(Claim.REFUND),
                        new DisputeFacts(day, null, "杯子有裂纹", null),
                        List.of(),
                        true,
                        true);
        Complaint complaint = Complaint.registered(UUID.randomUUID(), head, content);
        complaint.route(receipt, place("310101"), null);
        return complaint;
    }

    private static Complaint in(ComplaintState state) {
        ComplaintTest test = new ComplaintTest();
        switch (state) {
            case ACCEPTED -> test.accept(WEDNESDAY_15_APRIL);
            case MEDIATING -> test.mediate(WEDNESDAY_15_APRIL);
            case DELEGATED -> {
                test.mediate(WEDNESDAY_15_APRIL);
                test.complaint.delegate(
                        at(WEDNESDAY_15_APRIL, HANDLER),
                        null,
                        new Fact.Delegated(
                                WEDNESDAY_15_APRIL,
                                Fact.DelegateKind.CONSUMER_COUNCIL,
                                "黄浦区消保委",
                                consent(),
                                consent()));
            }
            case APPRAISAL -> {
                test.mediate(WEDNESDAY_15_APRIL);
                test.beginAppraisal(WEDNESDAY_15_APRIL);
            }
            case SUSPENDED_RECUSAL -> {
                test.mediate(WEDNESDAY_15_APRIL);
                test.complaint.requestRecusal(
                        at(WEDNESDAY_15_APRIL, HANDLER),
                        because(HANDLER),
                        new Fact.RecusalRequested(
                                WEDNESDAY_15_APRIL, Party.COMPLAINANT, "王调解员", HANDLER.name()));
            }
            default -> throw new IllegalArgumentException(state.name());
        }
        assertThat(test.complaint.state()).isEqualTo(state);
        return test.complaint;
    }

    private static Consent consent() {
        return new Consent(WEDNESDAY_15_APRIL, Consent.Form.PHONE);
    }

    private void accept(LocalDate on) {
        complaint.accept(at(on, HANDLER), because(HANDLER));
    }

    private void mediate(LocalDate on) {
        accept(on);
        complaint.beginMediation(
                at(on, HANDLER), null, new Fact.Consented(on, consent(), consent()));
    }

    private void beginAppraisal(LocalDate on) {
        complaint.beginAppraisal(
                at(on, HANDLER),
                null,
                new Fact.AppraisalBegun(on, "裂纹成因", "市质检院", ChosenBy.PARTIES, Payer.BOTH));
    }

    private static Termination ground(TerminationGround ground) {
        return new Termination(ground, null, null, null, null);
    }

    private Outcome terminate(LocalDate on, Termination termination) {
        return end(complaint, on, termination);
    }

    private static Outcome end(Complaint which, LocalDate on, Termination termination) {
        Moment now = at(on, HANDLER);
        return which.terminate(now, now.decision(termination.code(), "事实清楚"), termination);
    }

    private DueView clock(String limit, LocalDate today) {
        return clock(complaint, limit, today);
    }

    private static DueView clock(Complaint which, String limit, LocalDate today) {
        return which.clocks().of(ComplaintLimit.valueOf(limit), CALENDAR, today).orElseThrow();
    }

    private List<String> names(LocalDate today) {
        return complaint.clocks().all(CALENDAR, today).stream().map(DueView::limit).toList();
    }
}
