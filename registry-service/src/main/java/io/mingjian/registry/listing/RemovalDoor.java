package io.mingjian.registry.listing;

import io.mingjian.registry.listing.EntryRequests.ApplicationRequest;
import io.mingjian.registry.listing.EntryRequests.DecisionRequest;
import io.mingjian.registry.listing.EntryRequests.RemedyRequest;
import io.mingjian.registry.listing.EntryViews.EntryView;
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

/** HTTP door: removal, remedies elsewhere, and the archive. Every change needs {@code If-Match}. */
@Path("/v1/abnormal-filer-entries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报异常名录 Abnormal-filer list")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = EntryView.class)))
public class RemovalDoor {
    private final EntrySteps steps;

    RemovalDoor(EntrySteps steps) {
        this.steps = steps;
    }

    /** The person asks to be removed before the last day. */
    @POST
    @Path("/removal-application")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记移出申请 / Record an application for removal")
    public Uni<Response> apply(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ApplicationRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Remedies.applyForRemoval(
                                entry, now, now.remark(request.reasons()), request.removal(now)));
    }

    /** The application is looked at. */
    @POST
    @Path("/removal-acceptance")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "受理移出申请 / Accept the application")
    public Uni<Response> accept(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DecisionRequest request) {
        String reasons = request == null ? null : request.reasons();
        return steps.take(
                id,
                ifMatch,
                (entry, now) -> Remedies.acceptRemoval(entry, now, now.remark(reasons)));
    }

    /** The application is not looked at, for reasons. */
    @POST
    @Path("/removal-rejection")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "不受理移出申请 / Do not accept the application")
    public Uni<Response> reject(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Remedies::rejectRemoval);
    }

    /** Reconsideration or suit: lodged, or how it ended. */
    @POST
    @Path("/remedy")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记行政复议、诉讼情况 / Record reconsideration or suit")
    public Uni<Response> recordRemedy(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RemedyRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Remedies.recordRemedy(
                                entry, now, now.decision(request.reasons()), request.read(now)));
    }

    /** It is filed away. */
    @POST
    @Path("/archiving")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "归档 / File it away")
    public Uni<Response> archive(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DecisionRequest request) {
        String reasons = request == null ? null : request.reasons();
        return steps.archive(id, ifMatch, reasons);
    }
}
