package io.mingjian.registry.recount;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.time.CalendarListener;
import io.mingjian.kit.time.WorkingCalendar;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks for a recount in the transaction that puts a holiday notice in force; the same notice again
 * changes nothing and asks for nothing.
 */
@ApplicationScoped
class RecountOnNotice implements CalendarListener {
    private final Recounts recounts;

    RecountOnNotice(Recounts recounts) {
        this.recounts = recounts;
    }

    @Override
    public Uni<Void> calendarChanged(WorkingCalendar calendar) {
        return recounts.request(
                Caller.machine("registry"), Cause.HOLIDAY_NOTICE, Ids.next().toString());
    }
}
