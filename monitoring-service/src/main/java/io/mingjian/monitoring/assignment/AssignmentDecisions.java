package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.monitoring.assignment.AssignmentViews.AssignRequest;
import io.mingjian.monitoring.assignment.AssignmentViews.ReturnRequest;
import io.mingjian.monitoring.assignment.AssignmentViews.TakeOverRequest;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadMove;
import io.mingjian.monitoring.lead.LeadStep;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city assigns, a district receives or gives back. */
@Path("/v1/leads/{leadId}")
@Tag(name = "线索分派 Assignment")
public class AssignmentDecisions {
    private final LeadSteps steps;
    private final Assignments assignments;
    private final Callers callers;
    private final LegalTime time;
    private final Assigning assigning;

    AssignmentDecisions(
            LeadSteps steps,
            Assignments assignments,
            Callers callers,
            LegalTime time,
            Assigning assigning) {
        this.assigning = assigning;
        this.steps = steps;
        this.assignments = assignments;
        this.callers = callers;
        this.time = time;
    }

    /** The choice is planned once and used twice: for the step, and for the record of it. */
    @POST
    @Path("/assignment")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "assignLead",
            summary = "市局分派、改派线索 / The city assigns the lead to a district, or to another one",
            description = "区局签收前可以改派给其他区局；区局申请退回的，可以改派，也可以仍交原区局，该区局不能再次退回。均须说明理由。")
    public Uni<Response> assign(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AssignRequest request) {
        return steps.take(
                leadId,
                ifMatch,
                lead -> assigning.plan(lead, request),
                lead -> assigning.keep(lead, request));
    }

    @POST
    @Path("/takeover")
    @RolesAllowed("HEAD")
    @WithTransaction
    @Operation(
            operationId = "takeOverLead",
            summary = "市局提级办理并说明理由 / The city works on the lead itself, with reasons",
            description = "尚未分派的线索也可以提级办理。已在计算的核查期限继续计算，不重新起算；区局此前的超期照记。")
    public Uni<Response> takeOver(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TakeOverRequest request) {
        return steps.take(
                leadId,
                ifMatch,
                lead -> Uni.createFrom().item(LeadMove.takeOver(request.reasons())),
                lead ->
                        assigning.endLast(
                                lead.leadId(), Assignment.Ending.TAKEN_OVER, request.reasons()));
    }

    @POST
    @Path("/receipt")
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(operationId = "receiveLead", summary = "区局签收线索 / The district receives the lead")
    public Uni<Response> receive(
            @PathParam("leadId") String leadId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return steps.take(
                leadId,
                ifMatch,
                lead -> Uni.createFrom().item(LeadMove.of(LeadStep.RECEIVE, null)),
                lead ->
                        assignments
                                .current(lead.leadId())
                                .invoke(now -> now.receive(callers.current(), time.instant()))
                                .replaceWithVoid());
    }

    @POST
    @Path("/return")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "returnLead",
            summary = "区局申请退回市局并说明理由 / The district gives the lead back to the city with reasons",
            description = "同一线索每个区局只能申请退回一次，不得自行转送其他区局。")
    public Uni<Response> giveBack(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReturnRequest request) {
        return steps.take(
                leadId,
                ifMatch,
                lead -> planReturn(lead, request),
                lead ->
                        assignments
                                .current(lead.leadId())
                                .invoke(
                                        now ->
                                                now.requestReturn(
                                                        request.reasons(),
                                                        callers.current(),
                                                        time.instant()))
                                .replaceWithVoid());
    }

    private Uni<LeadMove> planReturn(Standing lead, ReturnRequest request) {
        return assignments
                .hasReturned(lead.leadId(), callers.current().organisation())
                .map(
                        before -> {
                            if (before) {
                                throw new Conflict(
                                        "returned-before",
                                        "本单位已退回过该线索，不能再次退回；如有争议请与市局联系。",
                                        "This bureau gave the lead back before; it cannot do so twice.");
                            }
                            return LeadMove.of(LeadStep.REQUEST_RETURN, request.reasons());
                        });
    }
}
