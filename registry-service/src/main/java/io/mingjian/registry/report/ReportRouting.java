package io.mingjian.registry.report;

import io.mingjian.registry.code.District;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportRequests.DecisionRequest;
import io.mingjian.registry.report.ReportRequests.NoAuthorityRequest;
import io.mingjian.registry.report.ReportRequests.RoutingRequest;
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

/** HTTP door: which bureau has a report. Every change needs {@code If-Match}. */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ReportView.class)))
public class ReportRouting {
    private final Reports reports;
    private final Steps steps;

    ReportRouting(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    /** Gives a report back to the intake unit for want of authority. Order 121 Art 41. */
    @POST
    @Path("/return")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "无权处理，退回登记单位 / Return to the intake unit (Art 41)")
    public Uni<Response> giveBack(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.returnToIntake(now, now.decision(request.reasons())));
    }

    /** Two bureaus disagree over authority and negotiate. Order 121 Art 33. */
    @POST
    @Path("/authority-dispute")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "管辖权争议，退回协商 / Dispute over authority (Art 33)")
    public Uni<Response> disputeAuthority(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.disputeAuthority(now, now.decision(request.reasons())));
    }

    /** The intake unit routes a returned report to a district. Order 121 Art 41. */
    @POST
    @Path("/routing")
    @WithTransaction
    @RolesAllowed("INTAKE")
    @Operation(summary = "登记单位重新分送 / Route a returned report (Art 41)")
    public Uni<Response> route(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RoutingRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.route(
                                now, routed(request.district()), now.decision(request.reasons())));
    }

    /** The common superior says which bureau is competent. Order 121 Art 33. */
    @POST
    @Path("/designation")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "市局指定管辖 / The city designates the bureau (Art 33)")
    public Uni<Response> designate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RoutingRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.designate(
                                now,
                                designated(request.district()),
                                now.decision(request.reasons())));
    }

    /** The superior handles it itself. */
    @POST
    @Path("/take-over")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "市局提级办理 / The city takes it over")
    public Uni<Response> takeOver(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) -> report.takeOver(now, now.decision(request.reasons())));
    }

    /**
     * The intake unit tells the reporter that no bureau of the city may handle it. Order 121 Art
     * 34.
     */
    @POST
    @Path("/no-authority")
    @WithTransaction
    @RolesAllowed("INTAKE")
    @Operation(summary = "告知无权处理 / Tell that there is no authority (Art 34)")
    public Uni<Response> declineAuthority(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") NoAuthorityRequest request) {
        return steps.take(
                reports,
                id,
                ifMatch,
                (report, now) ->
                        report.declineAuthority(
                                now,
                                now.decision(request.reasons()),
                                request.read(now),
                                request.field()));
    }

    private static Placement routed(District to) {
        return new Placement(to, "MANUAL", "Order 121 Art 29–32, 41", "由登记单位人工分送");
    }

    private static Placement designated(District to) {
        return new Placement(to, "DESIGNATED", "Order 121 Art 33", "由共同的上一级机关指定");
    }
}
