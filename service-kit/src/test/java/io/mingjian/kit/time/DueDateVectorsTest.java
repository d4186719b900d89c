package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Dates that a lawyer can check by hand; the weekdays are written out so that no reader stumbles.
 */
class DueDateVectorsTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    @ParameterizedTest(name = "{0} {1} + {2} pause {3} is {4} {5}: {8}")
    @CsvFileSource(resources = "/legal-time/due-dates.csv")
    void isDueOn(
            LocalDate start,
            DayOfWeek startWeekday,
            String term,
            String pauses,
            LocalDate due,
            DayOfWeek dueWeekday,
            LocalDate lastCounted,
            boolean provisional,
            String why) {
        assertThat(start.getDayOfWeek()).as("weekday of start").isEqualTo(startWeekday);
        assertThat(due.getDayOfWeek()).as("weekday of due date").isEqualTo(dueWeekday);

        DueAnswer answer = DueCommand.answer(CALENDAR, start.toString(), term, list(pauses));

        assertThat(answer.dueOn()).as(why).isEqualTo(due);
        assertThat(answer.provisional()).as("provisional").isEqualTo(provisional);
        assertThat(answer.explanation()).contains("届满日为" + due);
        assertThat(answer.explanation().contains("顺延。") || answer.explanation().contains("顺延；届满日"))
                .as("says that it moved")
                .isEqualTo(!due.equals(lastCounted));
        if (!due.equals(lastCounted)) {
            assertThat(answer.explanation()).contains(lastCounted.toString());
        }
    }

    private static List<String> list(String pauses) {
        return pauses == null ? List.of() : Stream.of(pauses.split(" ")).toList();
    }
}
