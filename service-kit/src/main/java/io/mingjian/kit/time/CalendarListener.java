package io.mingjian.kit.time;

import io.smallrye.mutiny.Uni;

/**
 * A bean that keeps due dates which were derived from the calendar, as a queue's sort column, and
 * corrects them when a notice arrives. It is called inside the transaction that stores the notice:
 * either both are committed or neither. Due dates that are derived on reading need no listener.
 */
public interface CalendarListener {
    /** Recomputes what is stored, by the calendar that holds from now on. */
    Uni<Void> calendarChanged(WorkingCalendar calendar);
}
