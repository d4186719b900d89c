package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalClockTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
    private static final LegalLimit ACCEPTANCE =
            limit("ACCEPTANCE", 7, PeriodUnit.WORKING_DAY, "Order 121 Art 15");
    private static final LegalLimit MEDIATION =
            limit("MEDIATION", 60, PeriodUnit.NATURAL_DAY, "Order 121 Art 22, 23(5)");

    private final LegalClock acceptance = LegalClock.started(ACCEPTANCE, day("2026-04-15"));
    private final LegalClock mediation = LegalClock.started(MEDIATION, day("2026-04-15"));

    @Test
    void theDueDateSaysWhereTheLimitIsWrittenAndHowItWasCounted() {
        DueDate due = mediation.due(CALENDAR);

        assertThat(due.date()).isEqualTo("2026-06-15");
        assertThat(due.provisional()).isFalse();
        assertThat(due.basis()).isEqualTo("Order 121 Art 22, 23(5)");
        assertThat(due.explanation())
                .isEqualTo(
                        "自2026-04-15（星期三）次日起算60日（起算当日不计）；"
                                + "第60日2026-06-14（星期日）为休息日，顺延；届满日为2026-06-15（星期一）。");
    }

    @Test
    void aProvisionalDueDateNamesTheNoticeThatIsMissing() {
        DueDate due = LegalClock.started(ACCEPTANCE, day("2026-12-24")).due(CALENDAR);

        assertThat(due.provisional()).isTrue();
        assertThat(due.explanation()).contains("2027年放假通知尚未公布", "暂定");
    }

    @Test
    void aNoticeThatArrivesCorrectsTheDueDateAndSettlesIt() {
        var clock = LegalClock.started(ACCEPTANCE, day("2026-12-24"));
        assertThat(clock.due(CALENDAR).date()).isEqualTo("2027-01-04");

        DueDate due = clock.due(CALENDAR.with(Notices.of2027()));

        assertThat(due.date()).isEqualTo("2027-01-06");
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void theExplanationNamesTheHolidaysItCountedWith() {
        DueDate due = LegalClock.started(ACCEPTANCE, day("2026-09-24")).due(CALENDAR);

        assertThat(due.explanation()).contains("中秋节、国庆节");
    }

    @Test
    void aMergedReportStartsTheClockAnewWithoutOldPauses() {
        var restarted =
                acceptance
                        .pausedOn(day("2026-04-16"))
                        .resumedOn(day("2026-04-17"))
                        .restartedOn(day("2026-04-20"));

        assertThat(restarted.pauses()).isEmpty();
        assertThat(restarted.due(CALENDAR).date()).isEqualTo("2026-04-29");
    }

    @Test
    void aClockIsKeptAsJsonAndComesBackTheSame() throws JsonProcessingException {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var clock = mediation.pausedOn(day("2026-05-06")).resumedOn(day("2026-05-16"));

        assertThat(json.readValue(json.writeValueAsString(clock), LegalClock.class))
                .isEqualTo(clock);
        var paused = mediation.pausedOn(day("2026-05-06"));
        assertThat(json.readValue(json.writeValueAsString(paused), LegalClock.class))
                .isEqualTo(paused);
    }

    @Nested
    class WhenPaused {
        private final LegalClock paused = mediation.pausedOn(day("2026-05-06"));

        @Test
        void theClockKnowsThatItStands() {
            assertThat(paused.isPaused()).isTrue();
            assertThat(paused.resumedOn(day("2026-05-16")).isPaused()).isFalse();
        }

        @Test
        void tenDaysOfAppraisalMoveTheDueDateByTen() {
            assertThat(paused.resumedOn(day("2026-05-16")).due(CALENDAR).date())
                    .isEqualTo("2026-06-24");
        }

        @Test
        void theDueDateMovesWithEveryDayThatItStands() {
            assertThat(paused.due(CALENDAR).date()).isEqualTo("2026-06-15");
            assertThat(paused.due(CALENDAR, day("2026-05-06")).date()).isEqualTo("2026-06-15");
            assertThat(paused.due(CALENDAR, day("2026-05-16")).date()).isEqualTo("2026-06-24");
            assertThat(paused.due(CALENDAR).explanation()).contains("现处于暂停状态");
        }

        @Test
        void aStandingClockIsNeverOverdue() {
            assertThat(paused.urgency(CALENDAR, day("2027-06-01"))).isNotEqualTo(Urgency.OVERDUE);
            assertThat(paused.remainingWorkingDays(CALENDAR, day("2027-06-01"))).isPositive();
        }

        @Test
        void itCannotBePausedAgainNorResumedTwice() {
            assertThatIllegalStateException().isThrownBy(() -> paused.pausedOn(day("2026-05-07")));
            assertThatIllegalStateException()
                    .isThrownBy(() -> mediation.resumedOn(day("2026-05-07")));
        }
    }

    @Nested
    class WhenMeasured {
        @ParameterizedTest
        @CsvSource({
            "2026-04-15,  7, CALM",
            "2026-04-20,  4, CALM",
            "2026-04-21,  3, HALF_USED",
            "2026-04-22,  2, HALF_USED",
            "2026-04-23,  1, NEARLY_USED",
            "2026-04-24,  0, NEARLY_USED",
            "2026-04-25, -1, OVERDUE",
            "2026-04-27, -1, OVERDUE",
            "2026-04-28, -2, OVERDUE"
        })
        void warnsAtHalfAndAtFourFifthsAndCountsOnWhenOverdue(
                LocalDate today, int remaining, Urgency urgency) {
            assertThat(acceptance.remainingWorkingDays(CALENDAR, today)).isEqualTo(remaining);
            assertThat(acceptance.urgency(CALENDAR, today)).isEqualTo(urgency);
        }

        @Test
        void tellsTheDaysOfTheWarningsBeforehand() {
            assertThat(acceptance.reachedOn(50, CALENDAR)).isEqualTo("2026-04-21");
            assertThat(acceptance.reachedOn(80, CALENDAR)).isEqualTo("2026-04-23");
            assertThat(mediation.reachedOn(50, CALENDAR)).isEqualTo("2026-05-15");
            assertThat(mediation.reachedOn(100, CALENDAR)).isEqualTo("2026-06-14");
        }

        @Test
        void aNaturalPeriodIsNotOverdueOnTheDayItMovedTo() {
            assertThat(mediation.urgency(CALENDAR, day("2026-06-15")))
                    .isEqualTo(Urgency.NEARLY_USED);
            assertThat(mediation.urgency(CALENDAR, day("2026-06-16"))).isEqualTo(Urgency.OVERDUE);
        }

        @Test
        void aShareOutsideOneToHundredIsAnError() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> acceptance.reachedOn(0, CALENDAR));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> acceptance.reachedOn(101, CALENDAR));
        }
    }

    @Nested
    class RefusesPauses {
        @Test
        void thatOverlap() {
            assertRefused(pause("2026-05-01", "2026-05-10"), pause("2026-05-09", "2026-05-12"));
        }

        @Test
        void thatBeginBeforeTheClock() {
            assertRefused(pause("2026-04-14", "2026-04-20"));
        }

        @Test
        void thatFollowOneThatStillRuns() {
            assertRefused(new Pause(day("2026-05-01"), null), pause("2026-05-09", "2026-05-12"));
        }

        @Test
        void thatEndBeforeTheyBegin() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pause("2026-05-02", "2026-05-01"));
        }

        @Test
        void butTakesPausesThatTouchInAnyOrder() {
            var clock =
                    new LegalClock(
                            MEDIATION,
                            day("2026-04-15"),
                            List.of(
                                    pause("2026-05-10", "2026-05-12"),
                                    pause("2026-05-06", "2026-05-10")));

            assertThat(clock.due(CALENDAR).date()).isEqualTo("2026-06-22");
        }

        private void assertRefused(Pause... pauses) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new LegalClock(MEDIATION, day("2026-04-15"), List.of(pauses)));
        }
    }

    @Test
    void aLimitNeedsAnAmountAndABasis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit("X", 0, PeriodUnit.NATURAL_DAY, "Art 1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit("X", 1, PeriodUnit.NATURAL_DAY, " "));
        assertThat(MEDIATION.term()).isEqualTo("60ND");
    }

    /** Random clocks beside a slow model that strikes days off a list. */
    @Test
    void agreesWithAModelThatStrikesDaysOffAList() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            LocalDate start = day("2020-01-01").plusDays(random.nextInt(2300));
            var unit = random.nextBoolean() ? PeriodUnit.WORKING_DAY : PeriodUnit.NATURAL_DAY;
            int amount = 1 + random.nextInt(60);
            LocalDate from = start.plusDays(random.nextInt(80));
            Pause pause = new Pause(from, from.plusDays(random.nextInt(30)));
            var clock = new LegalClock(limit("X", amount, unit, "model"), start, List.of(pause));

            assertThat(clock.reachedOn(100, CALENDAR))
                    .as("-Dmingjian.seed=%d round %d: %s", seed, round, clock)
                    .isEqualTo(model(start, amount, unit, pause));
        }
    }

    private static LocalDate model(LocalDate start, int amount, PeriodUnit unit, Pause pause) {
        List<LocalDate> struck =
                IntStream.rangeClosed(1, (int) pause.days())
                        .mapToObj(i -> pause.from().plusDays(i))
                        .toList();
        return IntStream.rangeClosed(1, 400)
                .mapToObj(start::plusDays)
                .filter(d -> !struck.contains(d))
                .filter(d -> unit == PeriodUnit.NATURAL_DAY || CALENDAR.isWorkingDay(d))
                .skip(amount - 1L)
                .findFirst()
                .orElseThrow();
    }

    private static LegalLimit limit(String name, int amount, PeriodUnit unit, String basis) {
        return new LegalLimit(name, amount, unit, basis, LimitStatus.ORDER, day("2026-04-15"));
    }

    private static Pause pause(String from, String to) {
        return new Pause(day(from), day(to));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
