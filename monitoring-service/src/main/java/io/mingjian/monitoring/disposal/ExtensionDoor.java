package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.disposal.DisposalViews.ExtensionRequest;
import io.mingjian.monitoring.disposal.DisposalViews.ExtensionView;
import io.mingjian.monitoring.disposal.DisposalViews.ReasonsRequest;
import io.mingjian.monitoring.lead.LeadMove;
import io.mingjian.monitoring.lead.LeadStep;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: an officer asks for more time to verify, another person heads the bureau and decides.
 */
@Path("/v1/leads/{leadId}")
@Tag(name = "线索处置 Disposal")
public class ExtensionDoor {
    private final LeadSteps steps;
    private final Extensions extensions;
    private final Callers callers;
    private final LegalTime time;

    ExtensionDoor(LeadSteps steps, Extensions extensions, Callers callers, LegalTime time) {
        this.steps = steps;
        this.extensions = extensions;
        this.callers = callers;
        this.time = time;
    }

    @POST
    @Path("/extension-request")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "requestLeadExtension",
            summary = "申请延长核查期限并说明理由 / Ask for more time to verify, with reasons",
            description = "核查期限届满前申请；每次受理只能延长一次。")
    public Uni<Response> ask(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonsRequest request) {
        Caller caller = callers.current();
        return steps.take(
                leadId,
                ifMatch,
                lead -> planRequest(lead, caller, request),
                lead ->
                        extensions.add(
                                Extension.ask(
                                        lead.leadId(),
                                        reasons(request.reasons()),
                                        caller,
                                        time.instant())));
    }

    private Uni<LeadMove> planRequest(Standing lead, Caller caller, ReasonsRequest request) {
        return extensions
                .open(caller, lead.leadId())
                .map(
                        open -> {
                            if (open.isPresent()) {
                                throw new Conflict(
                                        "requested-already",
                                        "延长申请已经提出，尚待负责人决定。",
                                        "A request waits for the head's decision.");
                            }
                            return LeadMove.of(LeadStep.REQUEST_EXTENSION, request.reasons());
                        });
    }

    @POST
    @Path("/extension")
    @RolesAllowed("HEAD")
    @WithTransaction
    @Operation(
            operationId = "decideLeadExtension",
            summary = "负责人决定是否延长核查期限并说明理由 / The head grants or refuses more time, with reasons",
            description = "批准的，核查期限延长十五个工作日；申请人本人不得决定。")
    public Uni<Response> decide(
            @PathParam("leadId") String leadId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        Caller caller = callers.current();
        LeadStep step =
                Boolean.TRUE.equals(request.granted())
                        ? LeadStep.EXTEND
                        : LeadStep.REFUSE_EXTENSION;
        return steps.take(
                leadId,
                ifMatch,
                lead ->
                        requireOpen(lead, caller)
                                .invoke(open -> open.requireAnother(caller))
                                .replaceWith(LeadMove.of(step, request.reasons())),
                lead ->
                        requireOpen(lead, caller)
                                .invoke(
                                        open ->
                                                open.decide(
                                                        Boolean.TRUE.equals(request.granted()),
                                                        reasons(request.reasons()),
                                                        caller,
                                                        time.instant()))
                                .replaceWithVoid());
    }

    private Uni<Extension> requireOpen(Standing lead, Caller caller) {
        return extensions
                .open(caller, lead.leadId())
                .map(
                        open ->
                                open.orElseThrow(
                                        () ->
                                                new Conflict(
                                                        "not-requested",
                                                        "没有待决定的延长申请。",
                                                        "No request waits for a decision.")));
    }

    private static String reasons(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new ReasonsMissing();
        }
        return given;
    }

    @GET
    @Path("/extensions")
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @WithSession
    @Operation(
            operationId = "listLeadExtensions",
            summary = "延长核查期限的申请与决定 / Requests for more time and what became of them")
    public Uni<List<ExtensionView>> all(@PathParam("leadId") String leadId) {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new NotFound("监测线索", "lead");
        }
        return steps.look(leadId)
                .chain(lead -> extensions.of(caller, lead.leadId()))
                .map(all -> all.stream().map(ExtensionView::of).toList());
    }
}
