package io.mingjian.registry.report;

import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportRequests.CaseFilingRequest;
import io.mingjian.registry.report.ReportRequests.DecisionRequest;
import io.mingjian.registry.report.ReportRequests.NoCaseRequest;
import io.mingjian.registry.report.ReportRequests.VerificationRequest;
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

/** HTTP door: verification of a clue, and how it ends. Every change needs {@code If-Match}. */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ReportView.class)))
public class VerificationDoor {
    private final Reports reports;
    private final Steps steps;

    VerificationDoor(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    /** Begins to verify a clue. Order 2 Art 18. */
    @POST
    @Path("/verification")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "开始核查 / Begin verification (Order 2 Art 18)")
    public Uni<Response> verify(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable VerificationRequest request) {
        VerificationRequest said = request == null ? new VerificationRequest(null, null) : request;
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.beginVerification(now, now.remark(said.reasons()), said.read()));
    }

    /** Asks the head for fifteen more working days. Order 2 Art 18. */
    @POST
    @Path("/extension-request")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "申请延长核查期限 / Ask for more time (Order 2 Art 18)")
    public Uni<Response> requestExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.requestExtension(now, now.decision(request.reasons())));
    }

    /** The head gives them. Order 2 Art 18. */
    @POST
    @Path("/extension-approval")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "批准延长核查期限 / The head gives more time (Order 2 Art 18)")
    public Uni<Response> approveExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.approveExtension(now, now.decision(request.reasons())));
    }

    /** The head does not give them. Order 2 Art 18. */
    @POST
    @Path("/extension-refusal")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "不批准延长核查期限 / The head gives no more time (Order 2 Art 18)")
    public Uni<Response> refuseExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.refuseExtension(now, now.decision(request.reasons())));
    }

    /** The reporter takes it back; verification goes on. Order 121 Art 35. */
    @POST
    @Path("/withdrawal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记举报人撤回，核查继续 / The reporter withdraws; verification goes on (Art 35)")
    public Uni<Response> recordWithdrawal(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.recordWithdrawal(now, now.decision(request.reasons())));
    }

    /** Files a case. Order 2 Art 19. */
    @POST
    @Path("/case-filing")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "立案，逐项确认四个条件 / File a case, each condition confirmed (Order 2 Art 19)")
    public Uni<Response> fileCase(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") CaseFilingRequest request) {
        return steps.take(reports, id, ifMatch, (report, now) -> fileCase(report, now, request));
    }

    /** Files no case. Order 2 Art 19, 20. */
    @POST
    @Path("/no-case")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "不予立案 / File no case (Order 2 Art 19, 20)")
    public Uni<Response> declineCase(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") NoCaseRequest request) {
        return steps.take(reports, id, ifMatch, (report, now) -> declineCase(report, now, request));
    }

    private static Outcome fileCase(Report report, Moment now, CaseFilingRequest request) {
        String field = request.read();
        return report.fileCase(now, now.decision(request.reasons()), field);
    }

    private static Outcome declineCase(Report report, Moment now, NoCaseRequest request) {
        NoCase why = NoCase.read(request);
        String field = request.field();
        return report.declineCase(now, now.decision(why.code(), request.reasons()), why, field);
    }
}
