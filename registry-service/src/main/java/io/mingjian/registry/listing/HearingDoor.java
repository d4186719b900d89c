package io.mingjian.registry.listing;

import io.mingjian.registry.listing.EntryRequests.AppointmentRequest;
import io.mingjian.registry.listing.EntryRequests.DecisionRequest;
import io.mingjian.registry.listing.EntryRequests.DefenceRequest;
import io.mingjian.registry.listing.EntryRequests.HearingRecordRequest;
import io.mingjian.registry.listing.EntryRequests.HearingRequest;
import io.mingjian.registry.listing.EntryRequests.NoticeRequest;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: how the person is told and heard before anything is decided. Every change needs {@code
 * If-Match}.
 */
@Path("/v1/abnormal-filer-entries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报异常名录 Abnormal-filer list")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = EntryView.class)))
public class HearingDoor {
    private final EntrySteps steps;

    HearingDoor(EntrySteps steps) {
        this.steps = steps;
    }

    /** The notice was served; it gets a number, and the time to speak counts from that day. */
    @POST
    @Path("/notice")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "送达列入事先告知书 / Tell the person beforehand")
    public Uni<Response> serveNotice(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") NoticeRequest request) {
        return steps.take(
                id,
                ifMatch,
                entry -> Optional.of(PaperNo.NOTICE),
                (entry, now, number) ->
                        Hearing.serveNotice(
                                entry,
                                now,
                                now.decision(request.reasons()),
                                request.read(now, number)));
    }

    /** What the person said. */
    @POST
    @Path("/defence")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记陈述申辩 / Record what the person said")
    public Uni<Response> recordDefence(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DefenceRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Hearing.recordDefence(
                                entry, now, now.remark(request.reasons()), request.read(now)));
    }

    /** A hearing is asked for. */
    @POST
    @Path("/hearing-request")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记听证申请 / Record a request for a hearing")
    public Uni<Response> requestHearing(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") HearingRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Hearing.requestHearing(
                                entry, now, now.remark(request.reasons()), request.read(now)));
    }

    /** When and where the hearing is, told seven days before. */
    @POST
    @Path("/hearing-appointment")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "通知听证 / Appoint the hearing")
    public Uni<Response> appointHearing(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") AppointmentRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Hearing.appointHearing(
                                entry, now, now.remark(request.reasons()), request.read(now)));
    }

    /** What came out of the hearing. */
    @POST
    @Path("/hearing")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记听证情况 / Record the hearing")
    public Uni<Response> hold(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") HearingRecordRequest request) {
        return steps.take(
                id,
                ifMatch,
                (entry, now) ->
                        Hearing.hold(entry, now, now.remark(request.reasons()), request.read(now)));
    }

    /** The person takes the request for a hearing back. */
    @POST
    @Path("/hearing-withdrawal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "登记撤回听证申请 / The request is taken back")
    public Uni<Response> withdraw(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Hearing::withdraw);
    }
}
