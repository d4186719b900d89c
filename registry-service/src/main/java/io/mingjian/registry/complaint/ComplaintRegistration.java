package io.mingjian.registry.complaint;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.procedure.Steps.Kept;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The room's door for intake: enters a complaint and routes it by the place table, in the caller's
 * transaction. The caller writes the audit entry, last of all.
 */
@ApplicationScoped
public class ComplaintRegistration {
    private static final Caller PLACE_TABLE = Caller.machine("registry");

    private final Complaints complaints;
    private final Steps steps;
    private final Clock clock;

    ComplaintRegistration(Complaints complaints, Steps steps, Clock clock) {
        this.complaints = complaints;
        this.steps = steps;
        this.clock = clock;
    }

    /** Where the complaint went and until when acceptance is to be decided. */
    public record Registered(String state, String holder, DueView due) {}

    /**
     * A complaint to be entered.
     *
     * @param masked the filer as the queue shows it; absent if nobody is known
     */
    public record Fresh(
            UUID id,
            FilingHead head,
            ComplaintContent content,
            Placement placement,
            @Nullable MaskedIdentity masked) {}

    /**
     * Enters and routes, in the order given, with as many statements as one takes; the acceptance
     * clock counts from the day of receipt (Art 15, 45).
     *
     * @param calendar read before, because those who enter wait for each other's numbers
     */
    public Uni<List<Registered>> register(
            Caller caller, List<Fresh> all, WorkingCalendar calendar) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Complaint> entered = new ArrayList<>(all.size());
        List<Kept> steps = new ArrayList<>(all.size());
        for (Fresh each : all) {
            Complaint complaint = Complaint.registered(each.id(), each.head(), each.content());
            var now = new Moment(PLACE_TABLE, each.head().receivedAt(), calendar);
            Outcome routed = complaint.route(now, each.placement(), null);
            entered.add(complaint);
            steps.add(
                    new Kept(
                            now,
                            complaint,
                            routed,
                            each.masked(),
                            List.of(complaint.registeredEvent())));
        }
        return complaints
                .add(caller, entered)
                .chain(() -> this.steps.keepAll(PLACE_TABLE, steps))
                .map(done -> entered.stream().map(each -> registered(each, calendar)).toList());
    }

    private Registered registered(Complaint complaint, WorkingCalendar calendar) {
        return new Registered(
                complaint.state().name(),
                complaint.holder(),
                complaint.mostUrgent(calendar, LegalDay.today(clock)).orElseThrow());
    }
}
