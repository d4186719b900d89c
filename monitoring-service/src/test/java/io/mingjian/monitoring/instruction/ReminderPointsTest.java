package io.mingjian.monitoring.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.monitoring.instruction.ReminderPoints.Of;
import io.mingjian.monitoring.instruction.ReminderPoints.Point;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPointsTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    /** Told on Monday 2026-06-01; the deadline is Tuesday 2026-06-30. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-24, ''",
        "2026-06-25, DEADLINE_NEAR",
        "2026-06-29, DEADLINE_NEAR",
        "2026-06-30, DEADLINE_TODAY",
        "2026-07-01, DEADLINE_OVER",
        "2026-08-01, DEADLINE_OVER",
    })
    void theLatestPointThatWasReachedIsTold(LocalDate today, String point) {
        assertThat(name(Of.DEADLINE, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30), today))
                .isEqualTo(point);
    }

    /** A term of one working day: the day before it is the day on which the agency was told. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-15, ''",
        "2026-04-16, ACKNOWLEDGEMENT_TODAY",
        "2026-04-17, ACKNOWLEDGEMENT_OVER",
    })
    void whoeverWasToldTodayIsNotRemindedToday(LocalDate today, String point) {
        LocalDate told = LocalDate.of(2026, 4, 15);
        assertThat(name(Of.ACKNOWLEDGEMENT, told, told.plusDays(1), today)).isEqualTo(point);
    }

    @Test
    void workingDaysAreCountedOverHolidays() {
        LocalDate told = LocalDate.of(2026, 4, 1);
        LocalDate deadline = LocalDate.of(2026, 5, 6);
        assertThat(name(Of.DEADLINE, told, deadline, LocalDate.of(2026, 4, 27))).isEmpty();
        assertThat(name(Of.DEADLINE, told, deadline, LocalDate.of(2026, 4, 28)))
                .as("28, 29, 30 April; 1 to 5 May are holidays, 6 May is due")
                .isEqualTo("DEADLINE_NEAR");
    }

    @Test
    void thePointIsNamedInChineseAndAnOldOneByItself() {
        assertThat(ReminderPoints.SHIPPED.titleOf("DEADLINE_TODAY")).isEqualTo("今日为报送截止日");
        assertThat(ReminderPoints.SHIPPED.titleOf("GONE")).isEqualTo("GONE");
    }

    private static String name(Of of, LocalDate told, LocalDate due, LocalDate today) {
        Optional<Point> point = ReminderPoints.SHIPPED.reached(of, told, due, today, CALENDAR);
        return point.map(Point::point).orElse("");
    }
}
