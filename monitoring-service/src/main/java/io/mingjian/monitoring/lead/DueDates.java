package io.mingjian.monitoring.lead;

import io.mingjian.kit.time.CalendarListener;
import io.mingjian.kit.time.WorkingCalendar;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Puts the queue in its new order when a holiday notice moves due dates. */
@ApplicationScoped
class DueDates implements CalendarListener {
    private final Leads leads;
    private final TaskTimes times;

    DueDates(Leads leads, TaskTimes times) {
        this.leads = leads;
        this.times = times;
    }

    @Override
    public Uni<Void> calendarChanged(WorkingCalendar calendar) {
        return leads.withClock()
                .onItem()
                .transformToMulti(running -> Multi.createFrom().iterable(running))
                .onItem()
                .transformToUniAndConcatenate(lead -> correct(lead, calendar))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> correct(Lead lead, WorkingCalendar calendar) {
        return lead.dueBy(calendar)
                .filter(due -> !Optional.of(due).equals(lead.dueOn()))
                .map(due -> leads.moveDue(lead.id(), due).call(() -> times.count(lead, calendar)))
                .orElseGet(() -> Uni.createFrom().item(0));
    }
}
