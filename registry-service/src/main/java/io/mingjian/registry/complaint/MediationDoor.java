package io.mingjian.registry.complaint;

import io.mingjian.registry.complaint.ComplaintViews.ComplaintView;
import io.mingjian.registry.complaint.MediationRequests.AgreementRequest;
import io.mingjian.registry.complaint.MediationRequests.AppointmentRequest;
import io.mingjian.registry.complaint.MediationRequests.AppraisalEndRequest;
import io.mingjian.registry.complaint.MediationRequests.AppraisalRequest;
import io.mingjian.registry.complaint.MediationRequests.ClaimsRequest;
import io.mingjian.registry.complaint.MediationRequests.DelegationEndRequest;
import io.mingjian.registry.complaint.MediationRequests.DelegationRequest;
import io.mingjian.registry.complaint.MediationRequests.MediationRequest;
import io.mingjian.registry.complaint.MediationRequests.RecusalDecisionRequest;
import io.mingjian.registry.complaint.MediationRequests.RecusalRequest;
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

/** HTTP door: mediation and what interrupts it. Every change needs {@code If-Match}. */
@Path("/v1/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉 Complaints")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ComplaintView.class)))
public class MediationDoor {
    private final Complaints complaints;
    private final Steps steps;

    MediationDoor(Complaints complaints, Steps steps) {
        this.complaints = complaints;
        this.steps = steps;
    }

    /** Both sides consent, mediation begins. Art 18. */
    @POST
    @Path("/mediation")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "双方同意，开始调解 / Begin mediation with both consents (Art 18)")
    public Uni<Response> begin(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") MediationRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.beginMediation(
                                now, now.remark(request.reasons()), request.read(now)));
    }

    /** Tells time, place and mediator beforehand. Art 20. */
    @POST
    @Path("/appointments")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "约定调解时间地点并告知双方 / Appoint time, place and mediator (Art 20)")
    public Uni<Response> appoint(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") AppointmentRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) -> complaint.appoint(now, request.read(now)));
    }

    /** Lets another body mediate. Art 19. */
    @POST
    @Path("/delegation")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "委托调解 / Delegate mediation (Art 19)")
    public Uni<Response> delegate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DelegationRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.delegate(
                                now,
                                now.remark(request.reasons()),
                                request.read(now, complaint.delegationConsentOnForm())));
    }

    /** The other body gives the matter back. Art 19. */
    @POST
    @Path("/delegation-end")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "结束委托调解 / End of the delegation (Art 19)")
    public Uni<Response> endDelegation(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DelegationEndRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.endDelegation(
                                now, now.remark(request.reasons()), request.read(now)));
    }

    /** An appraisal begins; the clock stands still. Art 22. */
    @POST
    @Path("/appraisal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "开始鉴定，期限暂停 / Begin an appraisal, the clock stands still (Art 22)")
    public Uni<Response> beginAppraisal(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") AppraisalRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.beginAppraisal(
                                now, now.remark(request.reasons()), request.read(now)));
    }

    /** The appraisal ends; the clock runs again. Art 22. */
    @POST
    @Path("/appraisal-end")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "结束鉴定，期限恢复 / End an appraisal, the clock runs again (Art 22)")
    public Uni<Response> endAppraisal(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") AppraisalEndRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.endAppraisal(
                                now, now.remark(request.reasons()), request.read(now)));
    }

    /** A party wants another mediator. Art 21. */
    @POST
    @Path("/recusal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记回避申请 / A party asks for another mediator (Art 21)")
    public Uni<Response> requestRecusal(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RecusalRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.requestRecusal(
                                now, now.decision(request.reasons()), request.read(now)));
    }

    /** Somebody else decides whether the mediator steps aside. Art 21. */
    @POST
    @Path("/recusal-decision")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "由他人决定是否回避 / Somebody else decides on recusal (Art 21)")
    public Uni<Response> decideRecusal(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RecusalDecisionRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.decideRecusal(
                                now, now.decision(request.reasons()), request.read(now)));
    }

    /** Claims are changed or waived. Art 12. */
    @POST
    @Path("/claims")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "变更或者放弃投诉请求 / Change or waive claims (Art 12)")
    public Uni<Response> changeClaims(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ClaimsRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.changeClaims(
                                now,
                                now.decision(request.reasons()),
                                request.read(now, complaint.isJoint())));
    }

    /** The parties agree. Art 24. */
    @POST
    @Path("/agreement")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "达成调解协议 / The parties agree (Art 24)")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") AgreementRequest request) {
        return steps.take(
                complaints,
                id,
                ifMatch,
                (complaint, now) ->
                        complaint.agree(
                                now,
                                now.remark(request.reasons()),
                                request.read(now, complaint.isJoint())));
    }
}
