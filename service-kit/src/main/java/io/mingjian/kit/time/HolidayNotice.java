package io.mingjian.kit.time;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * One year's holiday notice of the State Council's General Office. {@code year} is the year of the
 * notice: the notice of 2023 also speaks of 31 December 2022. Made by {@link NoticeReader}, which
 * checks it.
 *
 * @param papers addresses of the published notice and of its amendments, at least one
 * @param days every day the notice speaks of: days off, and weekend days to be worked
 */
public record HolidayNotice(int year, List<String> papers, List<Day> days) {

    public HolidayNotice {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }

    /**
     * A day that the notice moves.
     *
     * @param name the holiday in Chinese, such as 春节
     * @param offDay true: day off; false: a working day although it may fall on a weekend (调休)
     */
    public record Day(LocalDate date, String name, @JsonProperty("isOffDay") boolean offDay) {}
}
