package io.mingjian.registry.report;

import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportRequests.DecisionRequest;
import io.mingjian.registry.report.ReportRequests.ResultTellingRequest;
import io.mingjian.registry.report.ReportRequests.RewardDecisionRequest;
import io.mingjian.registry.report.ReportRequests.RewardProposalRequest;
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
 * HTTP door: what follows a result (Order 121 Art 36), and the file. Every change needs {@code
 * If-Match}.
 */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ReportView.class)))
public class ReportResults {
    private final Reports reports;
    private final Steps steps;

    ReportResults(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    /** The reporter was told of the result. Order 121 Art 36. */
    @POST
    @Path("/telling")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记已告知举报人结果 / The reporter was told (Art 36)")
    public Uni<Response> tell(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ResultTellingRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.tellResult(
                                now,
                                now.remark(request.how()),
                                request.read(now, report.tellableFrom())));
    }

    /** An officer holds a reward due. Order 121 Art 36. */
    @POST
    @Path("/reward-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出举报奖励 / Propose a reward (Art 36)")
    public Uni<Response> proposeReward(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RewardProposalRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.proposeReward(
                                now, now.decision(request.reasons()), request.read(now)));
    }

    /** The head, somebody else, decides on it. Order 121 Art 36. */
    @POST
    @Path("/reward-decision")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "决定举报奖励 / The head decides on a reward (Art 36)")
    public Uni<Response> decideReward(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RewardDecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.decideReward(
                                now, now.decision(request.reasons()), request.read(now)));
    }

    /** Files a finished report away. */
    @POST
    @Path("/archiving")
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER"})
    @Operation(summary = "归档 / Archive")
    public Uni<Response> archive(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.archive(now, now.remark(request.reasons())));
    }
}
