package io.mingjian.registry.report;

import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportRequests.CaseClosingRequest;
import io.mingjian.registry.report.ReportRequests.CollectiveExtensionRequest;
import io.mingjian.registry.report.ReportRequests.DecisionRequest;
import io.mingjian.registry.report.ReportRequests.ExcludedTimeRequest;
import io.mingjian.registry.report.ReportViews.ReportView;
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

/** HTTP door: a case and its time (Order 2 Art 60, 64). Every change needs {@code If-Match}. */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ReportView.class)))
public class CaseDoor {
    private final Reports reports;
    private final Steps steps;

    CaseDoor(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    /** Asks the head for thirty more days. Order 2 Art 64. */
    @POST
    @Path("/case-extension-request")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "申请延长办案期限 / Ask for more time (Order 2 Art 64)")
    public Uni<Response> requestExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.requestCaseExtension(now, now.decision(request.reasons())));
    }

    /** The head gives them. Order 2 Art 64. */
    @POST
    @Path("/case-extension-approval")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "批准延长办案期限 / The head gives more time (Order 2 Art 64)")
    public Uni<Response> approveExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.approveCaseExtension(now, now.decision(request.reasons())));
    }

    /** The head does not give them. Order 2 Art 64. */
    @POST
    @Path("/case-extension-refusal")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "不批准延长办案期限 / The head gives no more time (Order 2 Art 64)")
    public Uni<Response> refuseExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.refuseCaseExtension(now, now.decision(request.reasons())));
    }

    /** The heads together set a last day. Order 2 Art 64. */
    @POST
    @Path("/collective-extension")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "集体讨论继续延期 / Extend after collective discussion (Order 2 Art 64)")
    public Uni<Response> extendCollectively(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") CollectiveExtensionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.extendCollectively(
                                now, now.decision(request.reasons()), request.read(now)));
    }

    /** Time begins that does not count. Order 2 Art 64. */
    @POST
    @Path("/excluded-time")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "开始不计入期限的时间 / Time that does not count begins (Order 2 Art 64)")
    public Uni<Response> beginExcluded(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ExcludedTimeRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.beginExcluded(now, now.remark(request.reasons()), request.read()));
    }

    /** That time is over. Order 2 Art 64. */
    @POST
    @Path("/excluded-time-end")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "结束不计入期限的时间 / Time that does not count ends (Order 2 Art 64)")
    public Uni<Response> endExcluded(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.endExcluded(now, now.remark(request.reasons())));
    }

    /** Closes a case that was decided. Order 2 Art 60. */
    @POST
    @Path("/case-closing")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "结案 / Close a decided case (Order 2 Art 60)")
    public Uni<Response> close(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") CaseClosingRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.closeCase(now, now.decision(request.reasons()), request.read(now)));
    }
}
