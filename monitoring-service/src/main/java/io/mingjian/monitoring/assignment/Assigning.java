package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.assignment.AssignmentViews.AssignRequest;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadMove;
import io.mingjian.monitoring.lead.LeadState;
import io.mingjian.monitoring.lead.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One assignment as the door for one lead and the door for many do it. */
@ApplicationScoped
class Assigning {
    private final Assignments assignments;
    private final Callers callers;
    private final LegalTime time;

    Assigning(Assignments assignments, Callers callers, LegalTime time) {
        this.assignments = assignments;
        this.callers = callers;
        this.time = time;
    }

    /** What is to be done; refuses a district that has the lead already. */
    Uni<LeadMove> plan(Standing lead, AssignRequest request) {
        if (!callers.current().isCity()) {
            return Uni.createFrom().failure(new NotFound("监测线索", "lead"));
        }
        return Uni.createFrom()
                .item(() -> AssignmentPlan.of(lead.finding(), request))
                .invoke(plan -> refuseTheSame(lead, plan))
                .map(AssignmentPlan::toMove);
    }

    private static void refuseTheSame(Standing lead, AssignmentPlan plan) {
        if (lead.state() == LeadState.ASSIGNED
                && lead.holder().filter(plan.district().organisation()::equals).isPresent()) {
            throw new Conflict(
                    "assigned-there-already",
                    "该线索已分派给该区局，无须再次分派。",
                    "The lead is with that district already.");
        }
    }

    /** The record of what was done; the record of the district that had it before is ended. */
    Uni<Void> keep(Standing lead, AssignRequest request) {
        AssignmentPlan plan = AssignmentPlan.of(lead.finding(), request);
        return endLast(lead.leadId(), Assignment.Ending.REASSIGNED, plan.reasons())
                .chain(
                        () ->
                                assignments.add(
                                        Assignment.of(
                                                lead,
                                                plan.district(),
                                                plan.proposal(),
                                                plan.reasons(),
                                                callers.current(),
                                                time.instant())));
    }

    Uni<Void> endLast(UUID leadId, Assignment.Ending how, @Nullable String reasons) {
        return assignments
                .last(leadId)
                .invoke(
                        last ->
                                last.ifPresent(
                                        record ->
                                                record.end(
                                                        how,
                                                        reasons,
                                                        callers.current(),
                                                        time.instant())))
                .replaceWithVoid();
    }
}
