package io.mingjian.registry.complaint;

import io.mingjian.registry.complaint.ComplaintRequests.DecisionRequest;
import io.mingjian.registry.complaint.ComplaintRequests.IdentityRequest;
import io.mingjian.registry.complaint.ComplaintRequests.IdentitySupplyRequest;
import io.mingjian.registry.complaint.ComplaintRequests.NonAcceptanceRequest;
import io.mingjian.registry.complaint.ComplaintRequests.TellingRequest;
import io.mingjian.registry.complaint.ComplaintRequests.TerminationRequest;
import io.mingjian.registry.complaint.ComplaintViews.ComplaintView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.procedure.Steps;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: what people decide about a complaint before and after mediation. Every change needs
 * {@code If-Match}.
 */
@Path("/v1/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉 Complaints")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ComplaintView.class)))
public class ComplaintDecisions {
    private final Complaints complaints;
    private final Steps steps;

    ComplaintDecisions(Complaints complaints, Steps steps) {
        this.complaints = complaints;
        this.steps = steps;
    }

    /** Asks the complainant to prove who he is. Art 10(3), form 4. */
    @POST
    @Path("/identity-request")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "要求提供身份证明 / Ask for proof of identity (Art 10)")
    public Uni<Response> requestIdentity(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") IdentityRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) -> requestIdentity(complaint, now, request));
    }

    /** The complainant has proved who he is. Art 10(3). */
    @POST
    @Path("/identity-supply")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记已提供身份证明 / Identity was proved (Art 10)")
    public Uni<Response> supplyIdentity(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") IdentitySupplyRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.supplyIdentity(
                                now, now.remark(request.reasons()), request.read(now)));
    }

    /** Accepts a complaint. Art 15. */
    @POST
    @Path("/acceptance")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "受理投诉 / Accept a complaint (Art 15)")
    public Uni<Response> accept(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) -> complaint.accept(now, now.decision(request.reasons())));
    }

    /** Refuses a complaint on a ground of Art 16, with reasons and remedies. */
    @POST
    @Path("/non-acceptance")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(
            summary = "不予受理投诉，说明情形、理由和救济途径 / Refuse with ground, reasons and remedies (Art 15–17)")
    public Uni<Response> refuse(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") NonAcceptanceRequest request) {
        return steps.take(
                complaints, id, ifMatch, (complaint, now) -> refuse(complaint, now, request));
    }

    /** Ends mediation on a ground of Art 23. */
    @POST
    @Path("/termination")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "终止调解 / Terminate mediation (Art 23)")
    public Uni<Response> terminate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") TerminationRequest request) {
        return steps.take(
                complaints, id, ifMatch, (complaint, now) -> terminate(complaint, now, request));
    }

    /** Both parties were told of the termination. Art 23. */
    @POST
    @Path("/telling")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记已告知双方 / Both parties were told (Art 23)")
    public Uni<Response> tell(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") TellingRequest request) {
        return steps.take(
                complaints, id, ifMatch, (complaint, now) -> tell(complaint, now, request));
    }

    /** Files a finished complaint away. */
    @POST
    @Path("/archiving")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "归档 / Archive")
    public Uni<Response> archive(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) -> complaint.archive(now, now.remark(request.reasons())));
    }

    private static Outcome requestIdentity(
            Complaint complaint, Moment now, IdentityRequest request) {
        return complaint.requestIdentity(
                now,
                now.decision(request.reasons()),
                request.read(),
                ComplaintLifecycle.IDENTITY_RULES);
    }

    private static Outcome refuse(Complaint complaint, Moment now, NonAcceptanceRequest request) {
        NonAcceptance refusal = NonAcceptance.read(request);
        return complaint.refuse(now, now.decision(refusal.code(), request.reasons()), refusal);
    }

    private static Outcome terminate(Complaint complaint, Moment now, TerminationRequest request) {
        Termination termination = Termination.read(request);
        return complaint.terminate(
                now, now.decision(termination.code(), request.reasons()), termination);
    }

    private static Outcome tell(Complaint complaint, Moment now, TellingRequest request) {
        return complaint.tellBoth(
                now, now.remark(request.how()), request.read(now, complaint.terminatedOn()));
    }
}
