package io.mingjian.registry.listing;

import io.mingjian.registry.listing.EntryRequests.ApplicationRequest;
import io.mingjian.registry.listing.EntryRequests.DecisionRequest;
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

/**
 * HTTP door: objections to a listing, and the stay of its effect. Every change needs {@code
 * If-Match}.
 */
@Path("/v1/abnormal-filer-entries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报异常名录 Abnormal-filer list")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = EntryView.class)))
public class ObjectionDoor {
    private final EntrySteps steps;

    ObjectionDoor(EntrySteps steps) {
        this.steps = steps;
    }

    /** The person objects; the effect stays unless the head stays it. */
    @POST
    @Path("/objection")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记异议 / Record an objection")
    public Uni<Response> object(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ApplicationRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Remedies.object(
                                entry, now, now.remark(request.reasons()), request.objection(now)));
    }

    /** The objection is looked at. */
    @POST
    @Path("/objection-acceptance")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "受理异议 / Accept the objection")
    public Uni<Response> accept(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DecisionRequest request) {
        String reasons = request == null ? null : request.reasons();
        return steps.take(
                id,
                ifMatch,
                (entry, now) -> Remedies.acceptObjection(entry, now, now.remark(reasons)));
    }

    /** The objection is not looked at, for reasons. */
    @POST
    @Path("/objection-rejection")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "不受理异议 / Do not accept the objection")
    public Uni<Response> reject(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Remedies::rejectObjection);
    }

    /** The effect is stayed while the objection is looked at. */
    @POST
    @Path("/stay")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "暂停列入效力 / Stay the effect")
    public Uni<Response> stay(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Remedies::stay);
    }

    /** It has effect again. */
    @POST
    @Path("/stay-end")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "恢复列入效力 / End the stay")
    public Uni<Response> endStay(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Remedies::endStay);
    }

    /** The head gives more time to decide on an objection or an application, once. */
    @POST
    @Path("/prolongation")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "延长审查期限 / Give more time")
    public Uni<Response> prolong(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Remedies::prolong);
    }
}
