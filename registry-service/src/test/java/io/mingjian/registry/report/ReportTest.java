package io.mingjian.registry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.StepNotAllowed;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.code.District;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.NoticeOrder;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.form.RespondentKind;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.report.ReportRequests.AgencyTransferRequest;
import io.mingjian.registry.report.ReportRequests.CaseClosingRequest;
import io.mingjian.registry.report.ReportRequests.CaseFilingRequest;
import io.mingjian.registry.report.ReportRequests.CollectiveExtensionRequest;
import io.mingjian.registry.report.ReportRequests.NoCaseRequest;
import io.mingjian.registry.report.ReportRequests.RewardDecisionRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of a report without transport: clocks, guards, and who may decide. */
class ReportTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
    private static final Caller HANDLER = officer("handler", Role.HANDLER);
    private static final Caller HEAD = officer("head", Role.HEAD);
    private static final Caller BOTH = officer("both", Role.HANDLER, Role.HEAD);
    private static final Caller MACHINE = Caller.machine("registry");
    private static final LocalDate WEDNESDAY_15_APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate WEDNESDAY_30_SEPTEMBER = LocalDate.of(2026, 9, 30);
    private static final UUID REPORTER = UUID.randomUUID();
    private static final String USCC = "91310000132260250X";
    private static final String OTHER_USCC = "91310106673959654P";

    private final Report report = routedOn(WEDNESDAY_15_APRIL);

    @Nested
    class Verification {
        /** Start and end of each vector with their weekdays (Order 2 Art 18, Order 121 Art 45). */
        @ParameterizedTest
        @CsvSource({
            "2026-04-15, WEDNESDAY, 2026-05-09, SATURDAY",
            "2026-09-30, WEDNESDAY, 2026-10-27, TUESDAY"
        })
        void isDueFifteenWorkingDaysAfterReceipt(
                LocalDate received, String receivedDay, LocalDate due, String dueDay) {
            assertThat(received.getDayOfWeek()).hasToString(receivedDay);
            assertThat(due.getDayOfWeek()).hasToString(dueDay);
            DueView clock = clock(routedOn(received), ReportLimit.VERIFICATION, received);
            assertThat(clock.dueOn()).isEqualTo(due);
            assertThat(clock.basis()).isEqualTo("Order 2 Art 18");
        }

        @Test
        void isExtendedByTheHeadByFifteenMoreOnce() {
            verify(report);
            LocalDate friday8May = LocalDate.of(2026, 5, 8);
            report.requestExtension(at(friday8May, HANDLER), because(HANDLER));
            assertThat(report.state()).isEqualTo(ReportState.VERIFYING);
            Outcome approved = report.approveExtension(at(friday8May, HEAD), because(HEAD));
            assertThat(report.state()).isEqualTo(ReportState.VERIFYING_EXTENDED);
            DueView clock = clock(report, ReportLimit.VERIFICATION, friday8May);
            assertThat(clock.dueOn()).isEqualTo("2026-05-29");
            assertThat(clock.term()).isEqualTo("30WD");
            assertThat(clock.startedOn()).isEqualTo(WEDNESDAY_15_APRIL);
            assertThat(approved.notices())
                    .singleElement()
                    .satisfies(
                            notice -> {
                                assertThat(notice.kind())
                                        .isEqualTo(NoticeKind.VERIFICATION_EXTENDED);
                                assertThat(notice.due()).isEqualTo("2026-05-29");
                            });
            assertThatThrownBy(
                            () ->
                                    report.requestExtension(
                                            at(friday8May, HANDLER), because(HANDLER)))
                    .isInstanceOf(StepNotAllowed.class);
        }

        @Test
        void isNotExtendedByThePersonWhoAsked() {
            verify(report);
            report.requestExtension(at(WEDNESDAY_15_APRIL, BOTH), because(BOTH));
            assertThat(report.openSteps(at(WEDNESDAY_15_APRIL, BOTH)))
                    .doesNotContain(ReportStep.APPROVE_EXTENSION, ReportStep.REFUSE_EXTENSION);
            assertThatThrownBy(
                            () ->
                                    report.approveExtension(
                                            at(WEDNESDAY_15_APRIL, BOTH), because(BOTH)))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(
                            () ->
                                    report.refuseExtension(
                                            at(WEDNESDAY_15_APRIL, BOTH), because(BOTH)))
                    .isInstanceOf(Forbidden.class);
            assertThat(report.state()).isEqualTo(ReportState.VERIFYING);
            assertThat(clock(report, ReportLimit.VERIFICATION, WEDNESDAY_15_APRIL).term())
                    .isEqualTo("15WD");
        }

        @Test
        void isExtendedOnlyUntilTheFirstFifteenDaysHavePassed() {
            verify(report);
            LocalDate lastDay = LocalDate.of(2026, 5, 9);
            report.requestExtension(at(lastDay, HANDLER), because(HANDLER));
            LocalDate after = lastDay.plusDays(1);
            assertConflict(
                    "period-passed", () -> report.approveExtension(at(after, HEAD), because(HEAD)));
            assertThat(report.openSteps(at(after, HEAD)))
                    .containsExactly(ReportStep.REFUSE_EXTENSION);
            report.approveExtension(at(lastDay, HEAD), because(HEAD));
            assertThat(report.state()).isEqualTo(ReportState.VERIFYING_EXTENDED);

            Report late = verified();
            assertConflict(
                    "period-passed",
                    () -> late.requestExtension(at(after, HANDLER), because(HANDLER)));
        }

        @Test
        void aRefusedExtensionIsRecordedAndMayBeAskedForAgain() {
            verify(report);
            report.requestExtension(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertConflict(
                    "asked-already",
                    () ->
                            report.requestExtension(
                                    at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER)));
            Outcome refused = report.refuseExtension(at(WEDNESDAY_15_APRIL, HEAD), because(HEAD));
            assertThat(refused.decision()).isNotNull();
            assertThat(report.facts().last(Fact.ExtensionDecided.class))
                    .hasValue(
                            new Fact.ExtensionDecided(
                                    WEDNESDAY_15_APRIL,
                                    Fact.Period.VERIFICATION,
                                    false,
                                    LocalDate.of(2026, 5, 9)));
            assertThat(report.state()).isEqualTo(ReportState.VERIFYING);
            assertConflict(
                    "nothing-asked",
                    () -> report.approveExtension(at(WEDNESDAY_15_APRIL, HEAD), because(HEAD)));
            report.requestExtension(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(report.openSteps(at(WEDNESDAY_15_APRIL, HEAD)))
                    .containsExactly(ReportStep.APPROVE_EXTENSION, ReportStep.REFUSE_EXTENSION);
        }

        @Test
        void ofAClueFoundInMediationCountsByArticle27WhereverItGoes() {
            Report clue = clueOn(WEDNESDAY_15_APRIL);
            assertThat(clock(clue, ReportLimit.VERIFICATION, WEDNESDAY_15_APRIL))
                    .satisfies(
                            due -> {
                                assertThat(due.basis()).isEqualTo("Order 121 Art 27");
                                assertThat(due.term()).isEqualTo("15WD");
                                assertThat(due.dueOn()).isEqualTo("2026-05-09");
                            });
            verify(clue);
            clue.requestExtension(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            Outcome approved = clue.approveExtension(at(WEDNESDAY_15_APRIL, HEAD), because(HEAD));
            assertThat(clock(clue, ReportLimit.VERIFICATION, WEDNESDAY_15_APRIL))
                    .satisfies(
                            due -> {
                                assertThat(due.basis()).isEqualTo("Order 121 Art 27");
                                assertThat(due.dueOn()).isEqualTo("2026-05-29");
                            });
            assertThat(approved.notices()).isEmpty();
        }

        @Test
        void goesOnWhenTheReporterWithdraws() {
            verify(report);
            var before = report.clocks();
            report.recordWithdrawal(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(report.state()).isEqualTo(ReportState.VERIFYING);
            assertThat(report.clocks()).isEqualTo(before);
            assertThat(report.facts().has(Fact.Withdrawn.class)).isTrue();
        }

        @Test
        void endsInACaseOnlyWithAllFourConditions() {
            var refusal =
                    catchThrowableOfType(
                            Invalid.class,
                            () ->
                                    new CaseFilingRequest(true, false, null, true, "GARDENING", "x")
                                            .read());
            assertThat(refusal.errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/punishable", "/withinJurisdiction", "/legalField");
            assertThat(new CaseFilingRequest(true, true, true, true, null, "x").read()).isNull();
        }

        @Test
        void endsWithoutACaseOnAGroundWithWhatBelongsToIt() {
            assertThat(pointers(() -> NoCase.read(noCase(null, null, null))))
                    .containsExactly("/ground");
            assertThat(pointers(() -> NoCase.read(noCase(4, null, null)))).containsExactly("/law");
            assertThat(pointers(() -> NoCase.read(noCase(5, null, null))))
                    .containsExactly("/unmetCondition");
            assertThat(pointers(() -> NoCase.read(noCase(1, "PUNISHABLE", "某法"))))
                    .containsExactly("/unmetCondition", "/law");
            assertThat(NoCase.read(noCase(1, null, null)).code()).isEqualTo("20(1)");
            NoCase unmet = NoCase.read(noCase(5, "WITHIN_JURISDICTION", null));
            assertThat(unmet.code()).isEqualTo("19(3)");
            assertThat(unmet.zh()).contains("属于本部门管辖");
        }

        private NoCaseRequest noCase(Integer ground, String unmet, String law) {
            return new NoCaseRequest(ground, unmet, law, null, "x");
        }
    }

    @Nested
    class Authority {
        @Test
        void aDisputeHasSevenWorkingDaysAndOnlyThenTheCityDesignates() {
            Caller reviewer = city(Role.REVIEWER);
            report.disputeAuthority(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(report.state()).isEqualTo(ReportState.RETURNED_TO_INTAKE);
            assertThat(clock(report, ReportLimit.AUTHORITY_DISPUTE, WEDNESDAY_15_APRIL).dueOn())
                    .isEqualTo("2026-04-24");
            LocalDate friday17 = LocalDate.of(2026, 4, 17);
            report.designate(at(friday17, reviewer), place("310115"), because(reviewer));
            assertThat(report.holder()).isEqualTo("samr-pudong");
            assertThat(names(report, friday17)).containsExactly("VERIFICATION");
            assertThat(clock(report, ReportLimit.VERIFICATION, friday17).startedOn())
                    .isEqualTo(friday17);

            Report returned = routedOn(WEDNESDAY_15_APRIL);
            returned.returnToIntake(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(returned.openSteps(at(WEDNESDAY_15_APRIL, reviewer))).isEmpty();
            assertConflict(
                    "no-authority-dispute",
                    () ->
                            returned.designate(
                                    at(WEDNESDAY_15_APRIL, reviewer),
                                    place("310115"),
                                    because(reviewer)));
        }

        @Test
        void theCityTakesItOverAndTheDistrictCanNoLongerAct() {
            verify(report);
            var before = report.clocks();
            Caller head = city(Role.HEAD);
            report.takeOver(at(WEDNESDAY_15_APRIL, head), because(head));
            assertThat(report.holder()).isEqualTo("samr-shanghai");
            assertThat(report.clocks()).isEqualTo(before);
            assertThatThrownBy(
                            () ->
                                    report.requestExtension(
                                            at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER)))
                    .isInstanceOf(Forbidden.class);
            assertConflict(
                    "taken-over-already",
                    () -> report.takeOver(at(WEDNESDAY_15_APRIL, head), because(head)));
        }

        @Test
        void whatNobodyMayHandleIsToldAndForFoodHandedOver() {
            Caller intake = city(Role.INTAKE);
            report.returnToIntake(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            var told = new Fact.AuthorityDeclined(WEDNESDAY_15_APRIL, "市农业农村委", null);
            assertThat(
                            pointers(
                                    () ->
                                            report.declineAuthority(
                                                    at(WEDNESDAY_15_APRIL, intake),
                                                    because(intake),
                                                    told,
                                                    "FOOD_SAFETY")))
                    .containsExactly("/handedOverTo");
            assertThat(report.state()).isEqualTo(ReportState.RETURNED_TO_INTAKE);
            Outcome declined =
                    report.declineAuthority(
                            at(WEDNESDAY_15_APRIL, intake),
                            because(intake),
                            new Fact.AuthorityDeclined(WEDNESDAY_15_APRIL, null, "市农业农村委"),
                            "FOOD_SAFETY");
            assertThat(declined.notices())
                    .singleElement()
                    .satisfies(
                            notice -> {
                                assertThat(notice.kind()).isEqualTo(NoticeKind.REPORT_NO_AUTHORITY);
                                assertThat(notice.facts()).containsEntry("handedOverTo", "市农业农村委");
                            });
            Outcome closed = report.archive(at(WEDNESDAY_15_APRIL, intake), null);
            assertThat(closed.events().get(0).type()).isEqualTo(EventType.FILING_CLOSED);
            assertThat(report.state()).isEqualTo(ReportState.CLOSED);
        }
    }

    @Nested
    class Duplicates {
        private final Report earlier = of(REPORTER, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
        private final Report later = of(REPORTER, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL.plusDays(1));

        @Test
        void areNotHandledAgain() {
            decline(later, earlier);
            assertThat(later.state()).isEqualTo(ReportState.DUPLICATE_NOT_HANDLED);
            assertThat(names(later, WEDNESDAY_15_APRIL)).isEmpty();
            assertThat(later.facts().last(Fact.Duplicated.class).orElseThrow().earlierReportId())
                    .isEqualTo(earlier.id());
        }

        @Test
        void areKnownByTheNameWhereThereIsNoCode() {
            Report wide = of(REPORTER, "ＡＢＣ 商行", null, WEDNESDAY_15_APRIL);
            Report narrow = of(REPORTER, "abc商行", USCC, WEDNESDAY_15_APRIL);
            decline(narrow, wide);
            assertThat(narrow.state()).isEqualTo(ReportState.DUPLICATE_NOT_HANDLED);
        }

        @Test
        void areOfTheSameReporterAndNeverAnonymous() {
            Report another = of(UUID.randomUUID(), "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
            assertThat(codes(() -> decline(later, another))).containsExactly("another-reporter");
            Report anonymous = of(null, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
            Report alsoAnonymous = of(null, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
            assertThat(codes(() -> decline(anonymous, alsoAnonymous)))
                    .containsExactly("another-reporter");
            assertThat(codes(() -> decline(anonymous, earlier)))
                    .containsExactly("another-reporter");
            assertThat(anonymous.openSteps(at(WEDNESDAY_15_APRIL, HANDLER)))
                    .doesNotContain(ReportStep.DECLINE_DUPLICATE);
        }

        @Test
        void areAgainstTheSamePartyAndEarlierAndHandled() {
            Report branch = of(REPORTER, "某某食品有限公司", OTHER_USCC, WEDNESDAY_15_APRIL);
            assertThat(codes(() -> decline(later, branch))).containsExactly("another-party");
            assertThat(codes(() -> decline(earlier, later))).containsExactly("not-earlier");
            assertThat(codes(() -> decline(later, later))).containsExactly("itself");
            Report third = of(REPORTER, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL.plusDays(2));
            decline(later, earlier);
            assertThat(codes(() -> decline(third, later))).containsExactly("not-handled");
            later.archive(at(WEDNESDAY_15_APRIL, HANDLER), null);
            assertThat(codes(() -> decline(third, later))).containsExactly("not-handled");
            earlier.returnToIntake(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            assertThat(codes(() -> decline(third, earlier))).containsExactly("not-handled");
            assertThat(third.state()).isEqualTo(ReportState.ROUTED);
        }

        private void decline(Report which, Report named) {
            which.declineDuplicate(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER), named);
        }
    }

    @Nested
    class Merging {
        private final Report target = of(REPORTER, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
        private final Report source =
                of(UUID.randomUUID(), "某某食品有限公司", USCC, WEDNESDAY_30_SEPTEMBER);

        @ParameterizedTest
        @EnumSource(names = {"ROUTED", "VERIFYING", "VERIFYING_EXTENDED"})
        void countsAnewFromTheDayOfTheLastReport(ReportState before) {
            bring(target, before);
            LocalDate friday9October = LocalDate.of(2026, 10, 9);
            merge(source, target, friday9October);
            assertThat(source.state()).isEqualTo(ReportState.MERGED);
            assertThat(source.mergedInto()).isEqualTo(target.id());
            assertThat(names(source, friday9October)).isEmpty();
            assertThat(target.state())
                    .isEqualTo(
                            before == ReportState.ROUTED
                                    ? ReportState.ROUTED
                                    : ReportState.VERIFYING);
            DueView clock = clock(target, ReportLimit.VERIFICATION, friday9October);
            assertThat(clock.startedOn()).isEqualTo(WEDNESDAY_30_SEPTEMBER);
            assertThat(clock.term()).isEqualTo("15WD");
            assertThat(clock.dueOn()).isEqualTo("2026-10-27");
        }

        @Test
        void ofAnEarlierReportDoesNotMoveTheClockBack() {
            merge(target, source, WEDNESDAY_30_SEPTEMBER);
            assertThat(clock(source, ReportLimit.VERIFICATION, WEDNESDAY_30_SEPTEMBER).dueOn())
                    .isEqualTo("2026-10-27");
        }

        @Test
        void makesNoChainsAndNoCircles() {
            merge(source, target, WEDNESDAY_30_SEPTEMBER);
            Report third = of(REPORTER, "某某食品有限公司", USCC, WEDNESDAY_30_SEPTEMBER);
            assertConflict("target-merged", () -> merge(third, source, WEDNESDAY_30_SEPTEMBER));
            assertConflict("target-merged", () -> merge(target, source, WEDNESDAY_30_SEPTEMBER));
            assertConflict("source-absorbed", () -> merge(target, third, WEDNESDAY_30_SEPTEMBER));
            assertThatThrownBy(() -> merge(source, third, WEDNESDAY_30_SEPTEMBER))
                    .isInstanceOf(StepNotAllowed.class);
            assertThat(codes(() -> merge(third, third, WEDNESDAY_30_SEPTEMBER)))
                    .containsExactly("itself");
        }

        @Test
        void needsTheSamePartyTheSameBureauAndAnOpenReport() {
            Report branch = of(REPORTER, "某某食品有限公司", OTHER_USCC, WEDNESDAY_15_APRIL);
            assertThat(codes(() -> merge(source, branch, WEDNESDAY_30_SEPTEMBER)))
                    .containsExactly("another-party");
            Report elsewhere = of(REPORTER, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
            Caller head = city(Role.HEAD);
            elsewhere.takeOver(at(WEDNESDAY_15_APRIL, head), because(head));
            assertThat(codes(() -> merge(source, elsewhere, WEDNESDAY_30_SEPTEMBER)))
                    .containsExactly("another-bureau");
            bring(target, ReportState.CASE_FILED);
            assertConflict("target-not-open", () -> merge(source, target, WEDNESDAY_30_SEPTEMBER));
            assertThat(source.state()).isEqualTo(ReportState.ROUTED);
        }

        private void merge(Report from, Report into, LocalDate on) {
            from.mergeInto(at(on, HANDLER), because(HANDLER), into);
            into.absorb(at(on, HANDLER), because(HANDLER), from);
        }
    }

    @Nested
    class Cases {
        @Test
        void haveNinetyDaysThirtyMoreFromTheHeadAndThenADayOfAll() {
            bring(report, ReportState.CASE_FILED);
            assertThat(due()).isEqualTo("2026-07-14");
            assertConflict("not-after-first-extension", () -> together("2026-12-01"));
            Moment monday13July = at(LocalDate.of(2026, 7, 13), HANDLER);
            report.requestCaseExtension(monday13July, because(HANDLER));
            report.approveCaseExtension(at(monday13July.today(), HEAD), because(HEAD));
            assertThat(due()).isEqualTo("2026-08-13");
            assertConflict(
                    "extended-already",
                    () -> report.requestCaseExtension(monday13July, because(HANDLER)));
            assertThat(codes(() -> together("2026-08-13"))).containsExactly("not-later");
            together("2026-12-01");
            assertThat(due()).isEqualTo("2026-12-01");
            assertConflict("not-after-first-extension", () -> together("2026-12-02"));
            assertThat(report.state()).isEqualTo(ReportState.CASE_FILED);
        }

        @Test
        void areExtendedBySomebodyElseThanWhoAskedAndInTime() {
            bring(report, ReportState.CASE_FILED);
            report.requestCaseExtension(at(WEDNESDAY_15_APRIL, BOTH), because(BOTH));
            assertThatThrownBy(
                            () ->
                                    report.approveCaseExtension(
                                            at(WEDNESDAY_15_APRIL, BOTH), because(BOTH)))
                    .isInstanceOf(Forbidden.class);
            assertConflict(
                    "period-passed",
                    () ->
                            report.approveCaseExtension(
                                    at(LocalDate.of(2026, 7, 15), HEAD), because(HEAD)));
            report.refuseCaseExtension(at(WEDNESDAY_15_APRIL, HEAD), because(HEAD));
            assertThat(due()).isEqualTo("2026-07-14");
        }

        @Test
        void doNotCountTheTimeOfAHearingAlsoWhenExtended() {
            bring(report, ReportState.CASE_FILED);
            LocalDate may = LocalDate.of(2026, 5, 6);
            report.beginExcluded(at(may, HANDLER), null, Fact.Excluded.HEARING);
            assertThat(report.state()).isEqualTo(ReportState.CASE_EXCLUDED);
            report.endExcluded(at(may.plusDays(10), HANDLER), null);
            assertThat(due()).isEqualTo("2026-07-24");
            report.requestCaseExtension(at(may.plusDays(10), HANDLER), because(HANDLER));
            report.approveCaseExtension(at(may.plusDays(10), HEAD), because(HEAD));
            assertThat(due()).isEqualTo("2026-08-24");
            together("2026-12-01");
            assertThat(due()).isEqualTo("2026-12-01");
            LocalDate june = LocalDate.of(2026, 6, 1);
            report.beginExcluded(at(june, HANDLER), null, Fact.Excluded.PUBLICATION);
            report.endExcluded(at(june.plusDays(2), HANDLER), null);
            assertThat(due()).isEqualTo("2026-12-03");
            assertThat(report.facts().last(Fact.ExcludedEnded.class).orElseThrow().kind())
                    .isEqualTo(Fact.Excluded.PUBLICATION);
        }

        @Test
        void areDiscussedByAtLeastTwoDifferentPeople() {
            assertThat(pointers(() -> collectively(List.of("张局", " 张局 "), null)))
                    .containsExactly("/participants", "/dueOn");
            assertThat(pointers(() -> collectively(null, WEDNESDAY_15_APRIL)))
                    .containsExactly("/participants");
            assertThat(collectively(List.of("张局", "李局"), WEDNESDAY_30_SEPTEMBER).participants())
                    .containsExactly("张局", "李局");
        }

        @Test
        void areClosedWithAResultAndAFineOnlyWithAPenalty() {
            Moment now = at(WEDNESDAY_15_APRIL, HANDLER);
            assertThat(pointers(() -> closing(null, null).read(now))).containsExactly("/result");
            assertThat(pointers(() -> closing("PENALTY", "-1").read(now)))
                    .containsExactly("/fineYuan");
            assertThat(pointers(() -> closing("PENALTY", "1.005").read(now)))
                    .containsExactly("/fineYuan");
            assertThat(pointers(() -> closing("NO_PENALTY", "100").read(now)))
                    .containsExactly("/fineYuan");
            assertThat(pointers(() -> closing("FORGIVEN", null).read(now)))
                    .containsExactly("/result");
            assertThat(closing("PENALTY", "0").read(now).fineYuan()).isZero();
        }

        private Fact.CollectivelyExtended collectively(List<String> who, LocalDate dueOn) {
            return new CollectiveExtensionRequest(who, dueOn, "x")
                    .read(at(WEDNESDAY_15_APRIL, HEAD));
        }

        private CaseClosingRequest closing(String result, String fine) {
            return new CaseClosingRequest(result, fine == null ? null : new BigDecimal(fine), "x");
        }

        private void together(String day) {
            report.extendCollectively(
                    at(WEDNESDAY_15_APRIL, HEAD),
                    because(HEAD),
                    new Fact.CollectivelyExtended(
                            WEDNESDAY_15_APRIL, List.of("张局", "李局"), LocalDate.parse(day)));
        }

        private LocalDate due() {
            return clock(report, ReportLimit.CASE_HANDLING, WEDNESDAY_15_APRIL).dueOn();
        }
    }

    @Nested
    class Transfers {
        @ParameterizedTest
        @EnumSource(names = {"VERIFYING", "VERIFYING_EXTENDED", "CASE_FILED"})
        void toThePoliceNeedAProposalAndTheHeadWhoIsSomebodyElse(ReportState before) {
            bring(report, before);
            Moment now = at(WEDNESDAY_15_APRIL, HEAD);
            assertConflict("nothing-asked", () -> report.approvePoliceTransfer(now, because(HEAD)));
            report.proposePoliceTransfer(at(now.today(), BOTH), because(BOTH));
            assertThatThrownBy(
                            () ->
                                    report.approvePoliceTransfer(
                                            at(now.today(), BOTH), because(BOTH)))
                    .isInstanceOf(Forbidden.class);
            report.refusePoliceTransfer(now, because(HEAD));
            assertThat(report.state()).isEqualTo(before);
            report.proposePoliceTransfer(at(now.today(), BOTH), because(BOTH));
            report.approvePoliceTransfer(now, because(HEAD));
            assertThat(report.state()).isEqualTo(ReportState.TRANSFERRED_POLICE);
            assertThat(names(report, now.today())).isEmpty();
        }

        @Test
        void aProposalOutlivesAnExtensionAndNotTheEnd() {
            bring(report, ReportState.VERIFYING);
            report.proposePoliceTransfer(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
            extend(report);
            assertThat(report.openSteps(at(WEDNESDAY_15_APRIL, HEAD)))
                    .contains(ReportStep.APPROVE_POLICE_TRANSFER);
        }

        @Test
        void toAnotherAgencyNameItAndTheBasis() {
            assertThat(
                            pointers(
                                    () ->
                                            new AgencyTransferRequest(" ", null, "x")
                                                    .read(at(WEDNESDAY_15_APRIL, HANDLER))))
                    .containsExactly("/agency", "/basis");
            bring(report, ReportState.VERIFYING);
            report.transferToAgency(
                    at(WEDNESDAY_15_APRIL, HANDLER),
                    because(HANDLER),
                    new Fact.TransferredToAgency(WEDNESDAY_15_APRIL, "市药监局", "第十七条"));
            assertThat(report.state()).isEqualTo(ReportState.TRANSFERRED_AGENCY);
        }
    }

    @Nested
    class Telling {
        @Test
        void withoutARuleNobodyIsToldAnything() {
            for (String field : new String[] {null, ResultRules.OTHER}) {
                Report each = routedOn(WEDNESDAY_15_APRIL);
                each.beginVerification(at(WEDNESDAY_15_APRIL, HANDLER), null, field);
                Outcome declined = decline(each, null);
                assertThat(declined.notices()).isEmpty();
                assertThat(names(each, WEDNESDAY_15_APRIL)).isEmpty();
                assertThat(each.openSteps(at(WEDNESDAY_15_APRIL, HANDLER)))
                        .containsExactly(ReportStep.ARCHIVE);
                assertConflict("nothing-to-tell", () -> tell(each));
            }
        }

        @Test
        void underTheAdvertisingLawCountsSevenWorkingDaysFromReceipt() {
            report.beginVerification(
                    at(WEDNESDAY_15_APRIL.plusDays(2), HANDLER), null, "ADVERTISING");
            assertThat(clock(report, ResultLimit.RESULT_NOTICE, WEDNESDAY_15_APRIL))
                    .satisfies(
                            due -> {
                                assertThat(due.dueOn()).isEqualTo("2026-04-24");
                                assertThat(due.basis()).contains("广告法", "第五十三条");
                            });
            Outcome filed =
                    report.fileCase(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER), null);
            assertThat(filed.notices())
                    .singleElement()
                    .satisfies(
                            notice -> {
                                assertThat(notice.kind()).isEqualTo(NoticeKind.REPORT_RESULT);
                                assertThat(notice.facts())
                                        .containsEntry("result", "已立案")
                                        .doesNotContainKey("reward");
                            });
            tell(report);
            assertThat(report.state()).isEqualTo(ReportState.CASE_FILED);
            assertThat(names(report, WEDNESDAY_15_APRIL)).containsExactly("CASE_HANDLING");
            assertThat(close(report, CaseResult.PENALTY).notices()).isEmpty();
        }

        @Test
        void underTheFoodLawCountsFromTheDecisionAndServiceEndsIt() {
            bring(report, ReportState.VERIFYING);
            LocalDate thursday24September = LocalDate.of(2026, 9, 24);
            Outcome declined =
                    report.declineCase(
                            at(thursday24September, HANDLER),
                            because(HANDLER),
                            new NoCase(NoCaseGround.MINOR_CORRECTED, null, null),
                            "FOOD_SAFETY");
            assertThat(declined.notices())
                    .extracting(NoticeOrder::kind)
                    .containsExactly(NoticeKind.REPORT_RESULT);
            assertThat(clock(report, ResultLimit.RESULT_NOTICE, thursday24September).dueOn())
                    .isEqualTo("2026-10-12");
            assertConflict(
                    "not-told", () -> report.archive(at(thursday24September, HANDLER), null));
            report.tellResult(
                    at(thursday24September, MACHINE),
                    null,
                    new Fact.ResultTold(thursday24September));
            assertThat(report.state()).isEqualTo(ReportState.NOTIFIED);
            assertThat(names(report, thursday24September)).isEmpty();
            assertConflict("no-reward", () -> propose(report, HANDLER));
        }

        @Test
        void isNotOwedToWhoGaveNoIdentity() {
            Report anonymous = of(null, "某某食品有限公司", USCC, WEDNESDAY_15_APRIL);
            anonymous.beginVerification(at(WEDNESDAY_15_APRIL, HANDLER), null, "ADVERTISING");
            assertThat(names(anonymous, WEDNESDAY_15_APRIL)).containsExactly("VERIFICATION");
            assertThat(decline(anonymous, "FOOD_SAFETY").notices()).isEmpty();
            assertThat(anonymous.facts().isTellingDue()).isFalse();
        }

        @Test
        void aFieldThatWasWrongIsCorrected() {
            report.beginVerification(at(WEDNESDAY_15_APRIL, HANDLER), null, "ADVERTISING");
            assertThat(decline(report, ResultRules.OTHER).notices()).isEmpty();
            assertThat(names(report, WEDNESDAY_15_APRIL)).isEmpty();
        }

        @Test
        void aRewardIsProposedAfterThatAndDecidedByAnotherPerson() {
            bring(report, ReportState.CASE_FILED, "FOOD_SAFETY");
            Outcome closed = close(report, CaseResult.PENALTY);
            assertThat(closed.notices().get(0).facts()).containsKey("reward");
            assertConflict("not-told", () -> propose(report, BOTH));
            tell(report);
            propose(report, BOTH);
            assertThat(report.state()).isEqualTo(ReportState.REWARD_PENDING);
            assertThatThrownBy(() -> reward(report, BOTH)).isInstanceOf(Forbidden.class);
            reward(report, HEAD);
            assertThat(report.state()).isEqualTo(ReportState.REWARD_DECIDED);
            report.archive(at(WEDNESDAY_15_APRIL, HANDLER), null);
            assertThat(report.state()).isEqualTo(ReportState.CLOSED);
        }

        @Test
        void aRewardNamesItsAmount() {
            Moment now = at(WEDNESDAY_15_APRIL, HEAD);
            assertThat(pointers(() -> new RewardDecisionRequest(null, null, "x").read(now)))
                    .containsExactly("/granted");
            assertThat(pointers(() -> new RewardDecisionRequest(true, null, "x").read(now)))
                    .containsExactly("/amountYuan");
            assertThat(
                            pointers(
                                    () ->
                                            new RewardDecisionRequest(false, BigDecimal.TEN, "x")
                                                    .read(now)))
                    .containsExactly("/amountYuan");
        }

        @Test
        void everyRuleNamesItsLawAndTheFieldsAreClosed() {
            assertThat(ReportLifecycle.RESULT_RULES.codes())
                    .containsExactly("ADVERTISING", "FOOD_SAFETY", "OTHER");
            assertThat(ReportLifecycle.RESULT_RULES.rows())
                    .allSatisfy(row -> assertThat(row.basis()).startsWith("《中华人民共和国"));
            assertThat(ReportLifecycle.RESULT_RULES.of("ADVERTISING", LocalDate.of(2015, 8, 31)))
                    .isEmpty();
        }

        private void propose(Report which, Caller by) {
            which.proposeReward(
                    at(WEDNESDAY_15_APRIL, by),
                    because(by),
                    new Fact.RewardProposed(WEDNESDAY_15_APRIL, null));
        }

        private void reward(Report which, Caller by) {
            which.decideReward(
                    at(WEDNESDAY_15_APRIL, by),
                    because(by),
                    new Fact.RewardDecided(WEDNESDAY_15_APRIL, true, BigDecimal.TEN));
        }

        private void tell(Report which) {
            which.tellResult(
                    at(WEDNESDAY_15_APRIL, HANDLER),
                    because(HANDLER),
                    new Fact.ResultTold(WEDNESDAY_15_APRIL));
        }

        private Outcome decline(Report which, String field) {
            return which.declineCase(
                    at(WEDNESDAY_15_APRIL, HANDLER),
                    because(HANDLER),
                    new NoCase(NoCaseGround.MINOR_CORRECTED, null, null),
                    field);
        }

        private Outcome close(Report which, CaseResult result) {
            return which.closeCase(
                    at(WEDNESDAY_15_APRIL, HANDLER),
                    because(HANDLER),
                    new Fact.CaseDecided(WEDNESDAY_15_APRIL, result, null));
        }
    }

    @Test
    void aMachineDecidesNothing() {
        assertThatThrownBy(() -> because(MACHINE)).isInstanceOf(Forbidden.class);
        verify(report);
        assertThatThrownBy(() -> report.fileCase(at(WEDNESDAY_15_APRIL, MACHINE), null, null))
                .isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void theStepThatFollowsFromAMergeIsNobodysButton() {
        for (ReportState state : ReportState.OPEN_TO_MERGE) {
            Report each = routedOn(WEDNESDAY_15_APRIL);
            bring(each, state);
            assertThat(each.openSteps(at(WEDNESDAY_15_APRIL, BOTH)))
                    .doesNotContain(ReportStep.ABSORB);
        }
    }

    @Test
    void everyFactComesBackFromItsColumnAsItWas() throws Exception {
        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
        Facts facts =
                Facts.NONE.and(
                        new Fact.Duplicated(WEDNESDAY_15_APRIL, REPORTER, "沪举〔2026〕1号"),
                        new Fact.CaseDecided(
                                WEDNESDAY_15_APRIL, CaseResult.PENALTY, new BigDecimal("12.50")),
                        new Fact.CollectivelyExtended(
                                WEDNESDAY_15_APRIL, List.of("张局", "李局"), WEDNESDAY_15_APRIL));
        assertThat(json.readValue(json.writeValueAsString(facts), Facts.class)).isEqualTo(facts);
        assertThat(json.readValue("{\"list\":[]}", Facts.class)).isEqualTo(Facts.NONE);
        assertThat(json.readValue("{\"list\":[]}", Pending.class)).isEqualTo(Pending.NONE);
        Stream<Class<?>> kinds = Arrays.stream(Fact.class.getPermittedSubclasses());
        var named =
                Arrays.stream(Fact.class.getAnnotation(JsonSubTypes.class).value())
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
                District.ofCode(code).orElseThrow(), "TEST", "Order 121 Art 29", "发生地");
    }

    private static Report routedOn(LocalDate day) {
        return of(REPORTER, "上海某某食品有限公司", USCC, day);
    }

    private static Report clueOn(LocalDate day) {
        Report clue = entered(null, "上海某某食品有限公司", USCC, day).foundInMediation();
        clue.route(at(day, MACHINE), place("310101"), null);
        return clue;
    }

    private static Report verified() {
        Report report = routedOn(WEDNESDAY_15_APRIL);
        verify(report);
        return report;
    }

    private static Report of(UUID filer, String party, String uscc, LocalDate day) {
        Report report = entered(filer, party, uscc, day);
        report.route(at(day, MACHINE), place("310101"), null);
        return report;
    }

    private static Report entered(UUID filer, String party, String uscc, LocalDate day) {
        var head =
                new FilingHead(
                        UUID.randomUUID(),
                        null,
                        filer,
                        "沪市监举〔2026〕000001号",
                        Channel.WINDOW,
                        null,
                        "samr-shanghai",
                        "samr-shanghai",
                        at(day, MACHINE).at());
        var content =
                new ReportContent(
                        new Respondent(
                                RespondentKind.OFFLINE_OPERATOR,
                                party,
                                uscc,
                                "南京东路1号",
                                "310101",
                                null),
                        "宣称治病",
                        "截图",
                        List.of());
        return Report.registered(UUID.randomUUID(), head, content);
    }

    private static void verify(Report which) {
        which.beginVerification(at(WEDNESDAY_15_APRIL, HANDLER), null, null);
    }

    private static void extend(Report which) {
        which.requestExtension(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER));
        which.approveExtension(at(WEDNESDAY_15_APRIL, HEAD), because(HEAD));
    }

    private static void bring(Report which, ReportState to) {
        bring(which, to, null);
    }

    private static void bring(Report which, ReportState to, String field) {
        if (to != ReportState.ROUTED) {
            which.beginVerification(at(WEDNESDAY_15_APRIL, HANDLER), null, field);
        }
        if (to == ReportState.VERIFYING_EXTENDED) {
            extend(which);
        }
        if (to == ReportState.CASE_FILED) {
            which.fileCase(at(WEDNESDAY_15_APRIL, HANDLER), because(HANDLER), null);
        }
        assertThat(which.state()).isEqualTo(to);
    }

    private static DueView clock(
            Report which, io.mingjian.kit.time.LimitName limit, LocalDate today) {
        return which.clocks().of(limit, CALENDAR, today).orElseThrow();
    }

    private static List<String> names(Report which, LocalDate today) {
        return which.clocks().all(CALENDAR, today).stream().map(DueView::limit).toList();
    }

    private static List<String> pointers(ThrowingCallable refused) {
        return catchThrowableOfType(Invalid.class, refused).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static List<String> codes(ThrowingCallable refused) {
        return catchThrowableOfType(Invalid.class, refused).errors().stream()
                .map(FieldError::code)
                .toList();
    }

    private static void assertConflict(String code, ThrowingCallable refused) {
        assertThat(catchThrowableOfType(Conflict.class, refused).extensions())
                .containsEntry("code", code);
    }
}
