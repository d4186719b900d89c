package io.mingjian.kit.time;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A limit that runs: the row it was started with, the day of start and its pauses. The due date is
 * derived each time, so that a new holiday notice corrects it without touching what is stored.
 *
 * <p>Counting (Order 121 Art 45): the day of start does not count; days of a pause do not count; of
 * a working-day period only working days count; the end of a natural-day period moves off holidays.
 * A pause that begins after the period has ended does not revive it.
 */
public record LegalClock(LegalLimit limit, LocalDate startedOn, List<Pause> pauses) {
    private static final int HALF = 50;
    private static final int NEARLY = 80;

    /** Pauses are put in order; they may touch, never overlap, and none begins before the clock. */
    public LegalClock {
        pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        checkPauses(startedOn, pauses);
    }

    /** A clock that starts on this day, without pauses. */
    public static LegalClock started(LegalLimit limit, LocalDate on) {
        return new LegalClock(limit, on, List.of());
    }

    /** The clock stands still from this day on. */
    public LegalClock pausedOn(LocalDate day) {
        if (isPaused()) {
            throw new IllegalStateException("clock %s is paused already".formatted(limit.name()));
        }
        return new LegalClock(limit, startedOn, plus(pauses, new Pause(day, null)));
    }

    /** The clock runs again after this day. */
    public LegalClock resumedOn(LocalDate day) {
        if (!isPaused()) {
            throw new IllegalStateException("clock %s is not paused".formatted(limit.name()));
        }
        int last = pauses.size() - 1;
        return new LegalClock(
                limit,
                startedOn,
                plus(pauses.subList(0, last), new Pause(pauses.get(last).from(), day)));
    }

    /** The period begins anew, as when a report with new facts is merged (Order 121 Art 35). */
    public LegalClock restartedOn(LocalDate day) {
        return started(limit, day);
    }

    /** Whether a pause still runs. */
    @JsonIgnore
    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).isOpen();
    }

    /** The due date; while the clock stands still, the earliest one that is still possible. */
    public DueDate due(WorkingCalendar calendar) {
        return count(calendar).toDueDate();
    }

    /** The due date if a pause that still runs ended on {@code today}. */
    public DueDate due(WorkingCalendar calendar, LocalDate today) {
        return asOf(today).due(calendar);
    }

    /** The day on which this share of the period is used up; for warnings at 50 % and 80 %. */
    public LocalDate reachedOn(int percent, WorkingCalendar calendar) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException(
                    "percent %d is not within 1..100".formatted(percent));
        }
        return countedDay((limit.amount() * percent + 99) / 100, calendar);
    }

    /** How far the clock has come at the end of that day. */
    public Urgency urgency(WorkingCalendar calendar, LocalDate today) {
        LegalClock now = asOf(today);
        if (now.due(calendar).isOverdueOn(today)) {
            return Urgency.OVERDUE;
        }
        if (!today.isBefore(now.reachedOn(NEARLY, calendar))) {
            return Urgency.NEARLY_USED;
        }
        return today.isBefore(now.reachedOn(HALF, calendar)) ? Urgency.CALM : Urgency.HALF_USED;
    }

    /**
     * Working days after {@code today} up to the due date: zero on the last day, negative when
     * overdue (at least -1, also on a weekend right after the last day).
     */
    public long remainingWorkingDays(WorkingCalendar calendar, LocalDate today) {
        LocalDate due = due(calendar, today).date();
        return today.isAfter(due)
                ? -Math.max(1, calendar.workingDaysBetween(due, today))
                : calendar.workingDaysBetween(today, due);
    }

    DayCount count(WorkingCalendar calendar) {
        LocalDate lastDay = countedDay(limit.amount(), calendar);
        LocalDate end =
                limit.unit() == PeriodUnit.NATURAL_DAY
                        ? calendar.endOfNaturalPeriod(lastDay)
                        : lastDay;
        return new DayCount(this, lastDay, end, calendar);
    }

    private LocalDate countedDay(int ordinal, WorkingCalendar calendar) {
        LocalDate day = startedOn;
        for (int counted = 0; counted < ordinal; ) {
            day = day.plusDays(1);
            counted += counts(day, calendar) ? 1 : 0;
        }
        return day;
    }

    private boolean counts(LocalDate day, WorkingCalendar calendar) {
        return pauses.stream().noneMatch(pause -> pause.covers(day))
                && (limit.unit() == PeriodUnit.NATURAL_DAY || calendar.isWorkingDay(day));
    }

    private LegalClock asOf(LocalDate today) {
        return isPaused()
                ? new LegalClock(
                        limit, startedOn, pauses.stream().map(p -> p.until(today)).toList())
                : this;
    }

    private static List<Pause> plus(List<Pause> pauses, Pause one) {
        var more = new ArrayList<>(pauses);
        more.add(one);
        return more;
    }

    private static void checkPauses(LocalDate startedOn, List<Pause> pauses) {
        LocalDate free = startedOn;
        boolean open = false;
        for (Pause pause : pauses) {
            if (open || pause.from().isBefore(free)) {
                throw new IllegalArgumentException(
                        "pause from %s overlaps another one or begins before %s"
                                .formatted(pause.from(), startedOn));
            }
            free = pause.end().orElse(pause.from());
            open = pause.isOpen();
        }
    }

    Stream<Pause> pausesBefore(LocalDate lastDay) {
        return pauses.stream().filter(pause -> pause.from().isBefore(lastDay));
    }
}
