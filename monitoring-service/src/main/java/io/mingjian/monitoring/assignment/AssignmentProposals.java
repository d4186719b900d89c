package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.assignment.AssignmentViews.ProposalView;
import io.mingjian.monitoring.lead.LeadSteps;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: which district the place rules propose, for the city alone. */
@Path("/v1/leads/{leadId}/assignment-proposal")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "线索分派 Assignment")
public class AssignmentProposals {
    private final LeadSteps steps;
    private final Callers callers;

    AssignmentProposals(LeadSteps steps, Callers callers) {
        this.steps = steps;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "proposeAssignment",
            summary = "按属地规则建议的区局 / The district that the place rules propose")
    public Uni<ProposalView> propose(@PathParam("leadId") String leadId) {
        if (!callers.current().isCity()) {
            throw new NotFound("监测线索", "lead");
        }
        return steps.look(leadId)
                .map(
                        lead ->
                                AssignmentPlan.propose(lead.finding())
                                        .map(ProposalView::of)
                                        .orElseGet(ProposalView::none));
    }
}
