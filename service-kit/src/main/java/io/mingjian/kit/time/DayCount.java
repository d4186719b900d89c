package io.mingjian.kit.time;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a due date came about, in facts and in words.
 *
 * @param lastDay the last counted day
 * @param end where the period ends: {@code lastDay}, or the day it moved to
 */
record DayCount(LegalClock clock, LocalDate lastDay, LocalDate end, WorkingCalendar calendar) {

    DueDate toDueDate() {
        return new DueDate(end, isProvisional(), clock.limit().basis(), zh());
    }

    boolean isProvisional() {
        return !missingNotices().isEmpty();
    }

    /** Years whose notices may still move the end: of working days all counted days matter. */
    SortedSet<Integer> missingNotices() {
        LocalDate first =
                clock.limit().unit() == PeriodUnit.WORKING_DAY
                        ? clock.startedOn().plusDays(1)
                        : lastDay;
        var missing = new TreeSet<Integer>();
        first.datesUntil(end.plusDays(1)).map(calendar::missingNotices).forEach(missing::addAll);
        return missing;
    }

    String zh() {
        var sentences = new ArrayList<String>();
        sentences.add(
                "自%s次日起算%s（起算当日不计）"
                        .formatted(
                                zh(clock.startedOn()),
                                clock.limit().unit().zh(clock.limit().amount())));
        if (!holidays().isEmpty()) {
            sentences.add("其间按国务院办公厅放假通知计入%s的放假与调休".formatted(String.join("、", holidays())));
        }
        if (pausedDays() > 0) {
            sentences.add("暂停的%d日不计入".formatted(pausedDays()));
        }
        if (clock.isPaused()) {
            sentences.add("现处于暂停状态，恢复后届满日相应顺延");
        }
        if (isMoved()) {
            sentences.add("第%d日%s为休息日，顺延".formatted(clock.limit().amount(), zh(lastDay)));
        }
        sentences.add("届满日为" + zh(end));
        if (isProvisional()) {
            sentences.add("%s年放假通知尚未公布，此日期为暂定，通知公布后重新计算".formatted(years("、")));
        }
        return String.join("；", sentences) + "。";
    }

    String en() {
        var sentences = new ArrayList<String>();
        sentences.add(
                "%s after %s (the day of start does not count)"
                        .formatted(
                                clock.limit().unit().en(clock.limit().amount()),
                                en(clock.startedOn())));
        if (pausedDays() > 0) {
            sentences.add("%d paused days do not count".formatted(pausedDays()));
        }
        if (isMoved()) {
            sentences.add("the last day, %s, is a day off and moves".formatted(en(lastDay)));
        }
        sentences.add("due on " + en(end));
        if (isProvisional()) {
            sentences.add(
                    "provisional: the holiday notice of %s is not published yet"
                            .formatted(years(" and ")));
        }
        return String.join("; ", sentences) + ".";
    }

    private boolean isMoved() {
        return !end.equals(lastDay);
    }

    private long pausedDays() {
        return clock.pausesBefore(lastDay).mapToLong(Pause::days).sum();
    }

    /** The holidays that changed the count, each once, in order of time. */
    private List<String> holidays() {
        Stream<LocalDate> counted =
                clock.limit().unit() == PeriodUnit.WORKING_DAY
                        ? clock.startedOn().plusDays(1).datesUntil(end.plusDays(1))
                        : lastDay.datesUntil(end);
        return counted.map(calendar::holidayName).filter(Objects::nonNull).distinct().toList();
    }

    private String years(String between) {
        return missingNotices().stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    private static String zh(LocalDate day) {
        return "%s（%s）"
                .formatted(day, day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA));
    }

    private static String en(LocalDate day) {
        return "%s (%s)"
                .formatted(day, day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
