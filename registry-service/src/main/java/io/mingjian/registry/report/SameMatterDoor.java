package io.mingjian.registry.report;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.registry.procedure.Steps;
import io.mingjian.registry.report.ReportRequests.DuplicateRequest;
import io.mingjian.registry.report.ReportRequests.MergeRequest;
import io.mingjian.registry.report.ReportViews.ReportView;
import io.mingjian.registry.report.Reports.Pair;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: reports that are not handled on their own (Order 121 Art 35). Every change needs
 * {@code If-Match}.
 */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "举报 Reports")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = ReportView.class)))
public class SameMatterDoor {
    private final Reports reports;
    private final Steps steps;
    private final Callers callers;

    SameMatterDoor(Reports reports, Steps steps, Callers callers) {
        this.reports = reports;
        this.steps = steps;
        this.callers = callers;
    }

    /** The same facts were reported before by the same person. Order 121 Art 35. */
    @POST
    @Path("/duplicate")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "重复举报不再处理 / A duplicate is not handled again (Art 35)")
    public Uni<Response> declineDuplicate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DuplicateRequest request) {
        UUID earlier = request.read();
        Caller caller = callers.current();
        return reports.require(caller, reports.parse(id))
                .chain(() -> reports.named(caller, earlier, "/earlierReportId"))
                .chain(
                        found ->
                                steps.take(
                                        reports,
                                        id,
                                        ifMatch,
                                        (report, now) ->
                                                report.declineDuplicate(
                                                        now,
                                                        now.decision(request.reasons()),
                                                        found)));
    }

    /** New facts are handled with an earlier report, whose clock restarts. Order 121 Art 35. */
    @POST
    @Path("/merge")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "并案处理，期限自最后一次举报起重新计算 / Merge; the clock restarts (Art 35)")
    public Uni<Response> merge(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") MergeRequest request) {
        UUID target = request.read();
        return reports.lock(callers.current(), reports.parse(id), target)
                .chain(pair -> merge(id, ifMatch, pair, request))
                .chain(() -> steps.show(reports, id));
    }

    private Uni<Void> merge(String id, @Nullable String ifMatch, Pair pair, MergeRequest request) {
        Report target = pair.target();
        return steps.take(
                reports,
                id,
                ifMatch,
                (source, now) -> source.mergeInto(now, now.decision(request.reasons()), target),
                (source, now) ->
                        steps.follow(
                                now.by(),
                                target,
                                then ->
                                        target.absorb(
                                                then, then.decision(request.reasons()), source)));
    }
}
