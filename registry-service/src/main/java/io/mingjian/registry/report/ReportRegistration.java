package io.mingjian.registry.report;

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
 * The room's door for intake: enters a report and routes it by the place table, in the caller's
 * transaction. The caller writes the audit entry, last of all.
 */
@ApplicationScoped
public class ReportRegistration {
    /** Rule of a placement: the clue came to light in mediation (Order 121 Art 27). */
    public static final String FOUND_IN_MEDIATION = "FOUND_IN_MEDIATION";

    private static final Caller PLACE_TABLE = Caller.machine("registry");

    private final Reports reports;
    private final Steps steps;
    private final Clock clock;

    ReportRegistration(Reports reports, Steps steps, Clock clock) {
        this.reports = reports;
        this.steps = steps;
        this.clock = clock;
    }

    /** Where the report went and until when its clue is to be verified. */
    public record Registered(String state, String holder, DueView due) {}

    /**
     * A report to be entered.
     *
     * @param masked the filer as the queue shows it; absent if nobody is known
     */
    public record Fresh(
            UUID id,
            FilingHead head,
            ReportContent content,
            Placement placement,
            @Nullable MaskedIdentity masked) {}

    /**
     * Enters and routes, in the order given, with as many statements as one takes; the verification
     * clock counts from the day of receipt (Order 2 Art 18), or on which the clue was found (Order
     * 121 Art 27).
     *
     * @param calendar read before, because those who enter wait for each other's numbers
     */
    public Uni<List<Registered>> register(
            Caller caller, List<Fresh> all, WorkingCalendar calendar) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Report> entered = new ArrayList<>(all.size());
        List<Kept> steps = new ArrayList<>(all.size());
        for (Fresh each : all) {
            Report report = entered(each);
            var now = new Moment(PLACE_TABLE, each.head().receivedAt(), calendar);
            Outcome routed = report.route(now, each.placement(), null);
            entered.add(report);
            steps.add(
                    new Kept(
                            now, report, routed, each.masked(), List.of(report.registeredEvent())));
        }
        return reports.add(caller, entered)
                .chain(() -> this.steps.keepAll(PLACE_TABLE, steps))
                .map(done -> entered.stream().map(each -> registered(each, calendar)).toList());
    }

    private static Report entered(Fresh fresh) {
        Report report = Report.registered(fresh.id(), fresh.head(), fresh.content());
        return fresh.placement().rule().equals(FOUND_IN_MEDIATION)
                ? report.foundInMediation()
                : report;
    }

    private Registered registered(Report report, WorkingCalendar calendar) {
        return new Registered(
                report.state().name(),
                report.holder(),
                report.mostUrgent(calendar, LegalDay.today(clock)).orElseThrow());
    }
}
