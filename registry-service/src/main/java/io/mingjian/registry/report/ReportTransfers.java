package io.mingjian.registry.report;

import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportRequests.AgencyTransferRequest;
import io.mingjian.registry.report.ReportRequests.DecisionRequest;
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

/**
 * HTTP door: handing a report to another agency or to the police (Order 2 Art 17). Every change
 * needs {@code If-Match}.
 */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ReportView.class)))
public class ReportTransfers {
    private final Reports reports;
    private final Steps steps;

    ReportTransfers(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    /** Another agency is competent. Order 2 Art 17. */
    @POST
    @Path("/agency-transfer")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "移送其他机关 / Transfer to another agency (Order 2 Art 17)")
    public Uni<Response> toAgency(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") AgencyTransferRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.transferToAgency(
                                now, now.decision(request.reasons()), request.read(now)));
    }

    /** An officer holds that it may be a crime. Order 2 Art 17. */
    @POST
    @Path("/police-transfer-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出移送公安机关 / Propose a transfer to the police (Order 2 Art 17)")
    public Uni<Response> proposePolice(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.proposePoliceTransfer(now, now.decision(request.reasons())));
    }

    /** The head, somebody else, hands it to the police. Order 2 Art 17. */
    @POST
    @Path("/police-transfer-approval")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "批准移送公安机关 / The head transfers to the police (Order 2 Art 17)")
    public Uni<Response> approvePolice(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.approvePoliceTransfer(now, now.decision(request.reasons())));
    }

    /** The head does not hand it to the police. Order 2 Art 17. */
    @POST
    @Path("/police-transfer-refusal")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "不批准移送公安机关 / The head does not transfer to the police (Order 2 Art 17)")
    public Uni<Response> refusePolice(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.refusePoliceTransfer(now, now.decision(request.reasons())));
    }
}
