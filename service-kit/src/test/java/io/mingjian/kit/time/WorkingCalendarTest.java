package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.time.HolidayNotice.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.published();

    @ParameterizedTest
    @CsvSource({"2020,249", "2021,250", "2022,249", "2023,249", "2024,251", "2025,248", "2026,248"})
    void everyPublishedYearHasItsNumberOfWorkingDays(int year, int workingDays) {
        assertThat(calendar.workingDaysIn(year)).isEqualTo(workingDays);
    }

    @Test
    void knowsTheNoticesOf2020To2026() {
        assertThat(calendar.noticeYears())
                .containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-15, WEDNESDAY, true",
        "2026-05-09, SATURDAY, true",
        "2026-05-10, SUNDAY, false",
        "2026-10-01, THURSDAY, false",
        "2022-12-31, SATURDAY, false",
        "2020-02-03, MONDAY, true"
    })
    void officesWorkOn(LocalDate date, String weekday, boolean working) {
        assertThat(date.getDayOfWeek()).hasToString(weekday);
        assertThat(calendar.isWorkingDay(date)).isEqualTo(working);
    }

    @Test
    void theLastWeekOfDecemberIsSettledOnlyByTheNextNotice() {
        assertThat(calendar.isSettled(day("2026-12-24"))).isTrue();
        assertThat(calendar.missingNotices(day("2026-12-25"))).containsExactly(2027);
        assertThat(calendar.missingNotices(day("2027-12-25"))).containsExactly(2027, 2028);
        assertThat(calendar.isSettled(day("2025-12-31"))).isTrue();
        assertThat(calendar.missingNotices(day("2019-12-31"))).containsExactly(2019);
    }

    @Test
    void aNewNoticeMakesAnotherCalendarAndLeavesTheOldOneAlone() {
        var more = calendar.with(Notices.of2027());

        assertThat(more.isSettled(day("2026-12-31"))).isTrue();
        assertThat(more.isWorkingDay(day("2026-12-31"))).isFalse();
        assertThat(more.noticeYears()).contains(2027);
        assertThat(calendar.noticeYears()).doesNotContain(2027);
        assertThat(calendar.isWorkingDay(day("2026-12-31"))).isTrue();
    }

    @Test
    void anAmendedNoticeTakesThePlaceOfTheEarlierOne() {
        var amended = calendar.with(Notices.of2027()).with(Notices.of2027Without("2026-12-31"));

        assertThat(amended.isWorkingDay(day("2026-12-31"))).isTrue();
    }

    @Test
    void noticesOfTwoYearsMayNotContradictEachOther() {
        var contradicting =
                new HolidayNotice(
                        2027,
                        List.of("https://example.org/notice"),
                        List.of(new Day(day("2026-10-01"), "元旦", false)));

        assertThatThrownBy(() -> calendar.with(contradicting))
                .isInstanceOfSatisfying(
                        NoticeRejected.class,
                        rejected ->
                                assertThat(rejected.faults())
                                        .singleElement()
                                        .extracting(NoticeRejected.Fault::code)
                                        .isEqualTo("contradiction"));
    }

    @Test
    void plainWeekendsMoveTheEndOfNaturalDaysOnlyWhenConfigured() {
        var staying = calendar.withPlainWeekendsRolling(false);

        assertThat(calendar.endOfNaturalPeriod(day("2026-06-14"))).isEqualTo("2026-06-15");
        assertThat(staying.endOfNaturalPeriod(day("2026-06-14"))).isEqualTo("2026-06-14");
        assertThat(staying.endOfNaturalPeriod(day("2026-10-01"))).isEqualTo("2026-10-08");
        assertThat(staying.with(Notices.of2027()).endOfNaturalPeriod(day("2026-06-14")))
                .as("a new notice keeps the reading")
                .isEqualTo("2026-06-14");
    }

    @Test
    void countsWorkingDaysAfterOneDayUpToAnother() {
        assertThat(calendar.workingDaysBetween(day("2026-04-15"), day("2026-04-24"))).isEqualTo(7);
        assertThat(calendar.workingDaysBetween(day("2026-04-24"), day("2026-04-24"))).isZero();
        assertThat(calendar.workingDaysBetween(day("2026-04-24"), day("2026-04-15"))).isZero();
    }

    @Test
    void namesTheHolidayThatMovesADay() {
        assertThat(calendar.holidayName(day("2026-05-09"))).isEqualTo("劳动节");
        assertThat(calendar.holidayName(day("2026-04-15"))).isNull();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
