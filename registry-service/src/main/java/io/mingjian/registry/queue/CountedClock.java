package io.mingjian.registry.queue;

import io.mingjian.kit.time.DueDate;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.WorkingCalendar;
import java.time.LocalDate;

/**
 * A running clock of a filing with the days that its calendar gives it.
 *
 * @param halfOn day on which half of the period is used up
 * @param nearlyOn day on which 80 % are
 * @param dueOn last day; while the clock stands still, as if it ran again from today on
 * @param provisional true if a holiday notice that is not published yet may move the last day
 */
public record CountedClock(
        LegalClock clock,
        LocalDate halfOn,
        LocalDate nearlyOn,
        LocalDate dueOn,
        boolean provisional) {

    private static final int HALF = 50;
    private static final int NEARLY = 80;
    private static final int OVER = 100;

    /** Counts a clock by a calendar. */
    public static CountedClock of(LegalClock clock, WorkingCalendar calendar, LocalDate today) {
        DueDate due = clock.due(calendar, today);
        return new CountedClock(
                clock,
                clock.reachedOn(HALF, calendar),
                clock.reachedOn(NEARLY, calendar),
                due.date(),
                due.provisional());
    }

    String limit() {
        return clock.limit().name();
    }

    String basis() {
        return clock.limit().basis();
    }

    /**
     * The share of the period that is used up at the end of a day: 0, 50, 80, or 100 if the last
     * day has passed. A clock that stands still asks for nobody's attention.
     */
    public int percentOn(LocalDate today) {
        if (clock.isPaused() || today.isBefore(halfOn)) {
            return 0;
        }
        if (today.isAfter(dueOn)) {
            return OVER;
        }
        return today.isBefore(nearlyOn) ? HALF : NEARLY;
    }
}
