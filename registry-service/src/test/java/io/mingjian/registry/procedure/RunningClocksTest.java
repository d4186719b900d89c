package io.mingjian.registry.procedure;

import static io.mingjian.kit.lifecycle.ClockAction.Kind.PAUSE;
import static io.mingjian.kit.lifecycle.ClockAction.Kind.RESUME;
import static io.mingjian.kit.lifecycle.ClockAction.Kind.START;
import static io.mingjian.kit.lifecycle.ClockAction.Kind.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.PeriodUnit;
import io.mingjian.kit.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningClocksTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
    private static final LocalDate WEDNESDAY_15_APRIL = LocalDate.of(2026, 4, 15);

    private enum Limit implements LimitName {
        SHORT,
        LONG
    }

    @Test
    void aStartedClockIsDueByTheRowItWasStartedWith() {
        RunningClocks clocks =
                RunningClocks.NONE.after(
                        List.of(new ClockAction(START, Limit.SHORT)),
                        WEDNESDAY_15_APRIL,
                        RunningClocksTest::row);
        DueView due = clocks.mostUrgent(CALENDAR, WEDNESDAY_15_APRIL).orElseThrow();
        assertThat(due.dueOn()).isEqualTo("2026-04-24");
        assertThat(due.term()).isEqualTo("7WD");
        assertThat(due.remainingWorkingDays()).isEqualTo(7);
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void theClockThatEndsFirstIsShownFirst() {
        RunningClocks clocks =
                RunningClocks.NONE.after(
                        List.of(
                                new ClockAction(START, Limit.LONG),
                                new ClockAction(START, Limit.SHORT)),
                        WEDNESDAY_15_APRIL,
                        RunningClocksTest::row);
        assertThat(clocks.all(CALENDAR, WEDNESDAY_15_APRIL))
                .extracting(DueView::limit)
                .containsExactly("SHORT", "LONG");
    }

    @Test
    void aStoppedClockIsGoneAndAStoppedOneThatNeverRanIsNoFault() {
        RunningClocks clocks =
                RunningClocks.NONE
                        .after(
                                List.of(new ClockAction(START, Limit.SHORT)),
                                WEDNESDAY_15_APRIL,
                                RunningClocksTest::row)
                        .after(
                                List.of(
                                        new ClockAction(STOP, Limit.SHORT),
                                        new ClockAction(STOP, Limit.LONG)),
                                WEDNESDAY_15_APRIL,
                                RunningClocksTest::row);
        assertThat(clocks).isEqualTo(RunningClocks.NONE);
        assertThat(clocks.mostUrgent(CALENDAR, WEDNESDAY_15_APRIL)).isEmpty();
    }

    @Test
    void pausedDaysDoNotCount() {
        RunningClocks clocks =
                RunningClocks.NONE
                        .after(
                                List.of(new ClockAction(START, Limit.LONG)),
                                WEDNESDAY_15_APRIL,
                                RunningClocksTest::row)
                        .after(
                                List.of(new ClockAction(PAUSE, Limit.LONG)),
                                LocalDate.of(2026, 5, 6),
                                RunningClocksTest::row)
                        .after(
                                List.of(new ClockAction(RESUME, Limit.LONG)),
                                LocalDate.of(2026, 5, 16),
                                RunningClocksTest::row);
        assertThat(clocks.all(CALENDAR, WEDNESDAY_15_APRIL).get(0).dueOn()).isEqualTo("2026-06-24");
    }

    @Test
    void aClockDoesNotStartTwice() {
        RunningClocks clocks =
                RunningClocks.NONE.after(
                        List.of(new ClockAction(START, Limit.SHORT)),
                        WEDNESDAY_15_APRIL,
                        RunningClocksTest::row);
        assertThatThrownBy(
                        () ->
                                clocks.after(
                                        List.of(new ClockAction(START, Limit.SHORT)),
                                        WEDNESDAY_15_APRIL,
                                        RunningClocksTest::row))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsStoredComesBackTheSame() throws Exception {
        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
        RunningClocks clocks =
                RunningClocks.NONE
                        .after(
                                List.of(new ClockAction(START, Limit.LONG)),
                                WEDNESDAY_15_APRIL,
                                RunningClocksTest::row)
                        .after(
                                List.of(new ClockAction(PAUSE, Limit.LONG)),
                                LocalDate.of(2026, 5, 6),
                                RunningClocksTest::row);
        assertThat(json.readValue(json.writeValueAsString(clocks), RunningClocks.class))
                .isEqualTo(clocks);
    }

    private static LegalLimit row(LimitName name) {
        return name == Limit.SHORT
                ? new LegalLimit(
                        "SHORT",
                        7,
                        PeriodUnit.WORKING_DAY,
                        "test",
                        LimitStatus.ORDER,
                        LocalDate.EPOCH)
                : new LegalLimit(
                        "LONG",
                        60,
                        PeriodUnit.NATURAL_DAY,
                        "test",
                        LimitStatus.ORDER,
                        LocalDate.EPOCH);
    }
}
