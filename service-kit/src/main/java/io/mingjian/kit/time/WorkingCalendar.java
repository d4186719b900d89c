package io.mingjian.kit.time;

import io.mingjian.kit.time.HolidayNotice.Day;
import io.mingjian.kit.time.NoticeRejected.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked. A weekday is worked unless a notice gives it off; a weekend day is not
 * worked unless a notice says so (调休). An immutable value: a new notice makes a new calendar.
 *
 * <p>A day is settled when the notice of its year is known; the last days of December also need the
 * next year's notice. Unsettled days are counted by the plain week, and whoever counts them must
 * say that the result is provisional.
 */
public final class WorkingCalendar {
    private static final int FIRST_PUBLISHED = 2020;
    private static final int LAST_PUBLISHED = 2026;

    private final SortedMap<Integer, HolidayNotice> notices;
    private final Map<LocalDate, Day> days;
    private final boolean plainWeekendsRoll;

    private WorkingCalendar(SortedMap<Integer, HolidayNotice> notices, boolean plainWeekendsRoll) {
        this.notices = Collections.unmodifiableSortedMap(notices);
        this.days = merged(notices.values());
        this.plainWeekendsRoll = plainWeekendsRoll;
    }

    /** The calendar of the notices that ship with the suite, 2020 to 2026. */
    public static WorkingCalendar published() {
        return of(
                IntStream.rangeClosed(FIRST_PUBLISHED, LAST_PUBLISHED)
                        .mapToObj(WorkingCalendar::shipped)
                        .toList());
    }

    /** The calendar of exactly these notices; of two for the same year the later one counts. */
    public static WorkingCalendar of(Collection<HolidayNotice> notices) {
        var byYear = new TreeMap<Integer, HolidayNotice>();
        notices.forEach(notice -> byYear.put(notice.year(), notice));
        return new WorkingCalendar(byYear, true);
    }

    /**
     * This calendar with one notice more, or with an amended one in place of the year's earlier
     * notice.
     *
     * @throws NoticeRejected when the notices of two years contradict each other about a day
     */
    public WorkingCalendar with(HolidayNotice notice) {
        var more = new TreeMap<>(notices);
        more.put(notice.year(), notice);
        return new WorkingCalendar(more, plainWeekendsRoll);
    }

    /**
     * This calendar with another reading of Order 121 Art 45. The text speaks of a statutory
     * holiday; whether a natural-day period that ends on a plain weekend also moves is not said.
     *
     * @param roll true (default): it moves to the next working day; false: it stays, and only days
     *     off by notice move it
     */
    public WorkingCalendar withPlainWeekendsRolling(boolean roll) {
        return new WorkingCalendar(new TreeMap<>(notices), roll);
    }

    /** Years whose notice this calendar knows. */
    public NavigableSet<Integer> noticeYears() {
        return new TreeSet<>(notices.keySet());
    }

    /** The notices in force, by year. */
    public List<HolidayNotice> notices() {
        return List.copyOf(notices.values());
    }

    /** The year's notice in force, if one is known. */
    public Optional<HolidayNotice> notice(int year) {
        return Optional.ofNullable(notices.get(year));
    }

    /** Whether offices work on this day. */
    public boolean isWorkingDay(LocalDate date) {
        Day moved = days.get(date);
        return moved == null ? !isWeekend(date) : !moved.offDay();
    }

    /** Whether a notice gives this day off, be it the holiday itself or a weekend day beside it. */
    public boolean isDayOffByNotice(LocalDate date) {
        Day moved = days.get(date);
        return moved != null && moved.offDay();
    }

    /** The holiday in whose name a notice moves this day, or null. */
    public @Nullable String holidayName(LocalDate date) {
        Day moved = days.get(date);
        return moved == null ? null : moved.name();
    }

    /** Whether every notice that may move this day is known. */
    public boolean isSettled(LocalDate date) {
        return missingNotices(date).isEmpty();
    }

    /** The years whose notices may still move this day; empty when it is settled. */
    public SortedSet<Integer> missingNotices(LocalDate date) {
        var missing = new TreeSet<Integer>();
        missing.add(date.getYear());
        if (date.getMonth() == Month.DECEMBER
                && date.getDayOfMonth() >= NoticeReader.NEW_YEAR_REACH_FROM) {
            missing.add(date.getYear() + 1);
        }
        missing.removeAll(notices.keySet());
        return missing;
    }

    /** The n-th working day after {@code start}; the day of start does not count. */
    public LocalDate plusWorkingDays(LocalDate start, int amount) {
        LocalDate day = start;
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; zero when there is none. */
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count()
                : 0;
    }

    /** Working days of a calendar year. */
    public long workingDaysIn(int year) {
        return workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
    }

    /** The day itself if it is worked, else the next one that is. */
    public LocalDate firstWorkingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Where a natural-day period ends whose last day is {@code lastDay}. Order 121 Art 45. */
    public LocalDate endOfNaturalPeriod(LocalDate lastDay) {
        if (plainWeekendsRoll) {
            return firstWorkingDayFrom(lastDay);
        }
        LocalDate day = lastDay;
        while (isDayOffByNotice(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Map<LocalDate, Day> merged(Collection<HolidayNotice> notices) {
        var days = new HashMap<LocalDate, Day>();
        var contradictions = new ArrayList<Fault>();
        for (HolidayNotice notice : notices) {
            for (Day day : notice.days()) {
                Day other = days.put(day.date(), day);
                if (other != null && other.offDay() != day.offDay()) {
                    contradictions.add(contradiction(notice, day));
                }
            }
        }
        if (!contradictions.isEmpty()) {
            throw new NoticeRejected(contradictions);
        }
        return Map.copyOf(days);
    }

    private static Fault contradiction(HolidayNotice notice, Day day) {
        return new Fault(
                "/days",
                "contradiction",
                "%s 在 %d 年与相邻年份的通知中规定不一致".formatted(day.date(), notice.year()));
    }

    private static HolidayNotice shipped(int year) {
        String name = "/holidays/" + year + ".json";
        try (InputStream in = WorkingCalendar.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("holiday notice missing in the jar: " + name);
            }
            return NoticeReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }
}
