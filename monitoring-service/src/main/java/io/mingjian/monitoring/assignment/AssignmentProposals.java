package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.QueryText;
import io.mingjian.monitoring.assignment.AssignmentViews.AdvertisingFacts;
import io.mingjian.monitoring.assignment.AssignmentViews.ProposalView;
import io.mingjian.monitoring.assignment.PlaceRules.Matter;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadSteps;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: which district the place rules propose, for the city alone. */
@Path("/v1/leads/{leadId}/assignment-proposal")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "线索分派 Assignment")
public class AssignmentProposals {
    private final LeadSteps steps;
    private final DistrictLoads loads;
    private final Callers callers;
    private final LegalTime time;

    AssignmentProposals(LeadSteps steps, DistrictLoads loads, Callers callers, LegalTime time) {
        this.steps = steps;
        this.loads = loads;
        this.callers = callers;
        this.time = time;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "proposeAssignment",
            summary = "按属地规则建议的区局 / The district that the place rules propose",
            description = "依次列出每条规则及其回答，并附各区在办情况；广告事项可以补充发布者、广告主、广告经营者所在区。")
    public Uni<ProposalView> propose(
            @PathParam("leadId") String leadId,
            @QueryParam("matter") @Parameter(schema = @Schema(implementation = Matter.class))
                    @Nullable String matter,
            @QueryParam("publisherDistrictCode") @Nullable String publisher,
            @QueryParam("advertiserDistrictCode") @Nullable String advertiser,
            @QueryParam("agencyDistrictCode") @Nullable String agency) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new NotFound("监测线索", "lead");
        }
        AdvertisingFacts facts =
                new AdvertisingFacts(
                        QueryText.code(Matter.class, "matter", matter),
                        publisher,
                        advertiser,
                        agency);
        return steps.look(leadId)
                .chain(
                        lead ->
                                time.now()
                                        .chain(now -> loads.of(caller, now))
                                        .map(
                                                found ->
                                                        ProposalView.of(
                                                                AssignmentPlan.ask(
                                                                        lead.finding(), facts),
                                                                found)));
    }
}
