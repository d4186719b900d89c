package io.mingjian.registry.listing;

import io.mingjian.registry.listing.EntryRequests.DecisionRequest;
import io.mingjian.registry.listing.EntryRequests.ExtensionProposalRequest;
import io.mingjian.registry.listing.EntryRequests.ListingProposalRequest;
import io.mingjian.registry.listing.EntryRequests.ObjectionProposalRequest;
import io.mingjian.registry.listing.EntryRequests.RemovalProposalRequest;
import io.mingjian.registry.listing.EntryRequests.RevocationProposalRequest;
import io.mingjian.registry.listing.EntryViews.EntryView;
import io.mingjian.registry.procedure.Moment;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: what takes two people. The first proposes, the head, somebody else, agrees or gives it
 * back. Every change needs {@code If-Match}.
 */
@Path("/v1/abnormal-filer-entries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报异常名录 Abnormal-filer list")
@APIResponse(
        responseCode = "200",
        content = @Content(schema = @Schema(implementation = EntryView.class)))
public class ResolutionDoor {
    private final EntrySteps steps;

    ResolutionDoor(EntrySteps steps) {
        this.steps = steps;
    }

    /** The first person holds that it should be listed, or not. */
    @POST
    @Path("/listing-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出列入或者不列入建议 / Propose to list or not")
    public Uni<Response> proposeListing(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ListingProposalRequest request) {
        return propose(id, ifMatch, EntryStep.PROPOSE_LISTING, request.reasons(), request::read);
    }

    /** The first person holds that the objection is right, or not. */
    @POST
    @Path("/objection-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出异议处理建议 / Propose how to decide the objection")
    public Uni<Response> proposeOnObjection(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ObjectionProposalRequest request) {
        return propose(
                id, ifMatch, EntryStep.PROPOSE_ON_OBJECTION, request.reasons(), request::read);
    }

    /** The first person holds that it should be removed, or not. */
    @POST
    @Path("/removal-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出移出处理建议 / Propose how to decide the application")
    public Uni<Response> proposeOnRemoval(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RemovalProposalRequest request) {
        return propose(id, ifMatch, EntryStep.PROPOSE_ON_REMOVAL, request.reasons(), request::read);
    }

    /** New confirmed conduct speaks for a longer term. */
    @POST
    @Path("/extension-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出延长列入期限建议 / Propose a longer term")
    public Uni<Response> proposeExtension(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") ExtensionProposalRequest request) {
        return propose(id, ifMatch, EntryStep.PROPOSE_EXTENSION, request.reasons(), request::read);
    }

    /** The listing was wrong from the beginning. */
    @POST
    @Path("/revocation-proposal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提出撤销列入建议 / Propose to revoke")
    public Uni<Response> proposeRevocation(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") RevocationProposalRequest request) {
        return propose(id, ifMatch, EntryStep.PROPOSE_REVOCATION, request.reasons(), request::read);
    }

    private Uni<Response> propose(
            String id,
            @Nullable String ifMatch,
            EntryStep step,
            @Nullable String reasons,
            Function<Moment, Pending> proposed) {
        return steps.decide(
                id,
                ifMatch,
                reasons,
                (entry, now, decision) ->
                        Resolving.propose(entry, step, now, decision, proposed.apply(now)));
    }

    /** The second person agrees; what was proposed is decided. */
    @POST
    @Path("/decision")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "同意决定建议 / Agree to what was proposed")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.take(
                id,
                ifMatch,
                ResolutionDoor::paper,
                (entry, now, number) ->
                        Resolving.agree(entry, now, now.decision(request.reasons()), number));
    }

    /** A listing gets a number. */
    private static Optional<PaperNo> paper(Entry entry) {
        return entry.pending()
                .filter(pending -> pending.resolution() == Resolution.LIST)
                .map(pending -> PaperNo.LISTING);
    }

    /** The second person does not agree, and says why. */
    @POST
    @Path("/return")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "退回决定建议 / Give the proposal back")
    public Uni<Response> giveBack(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Resolving::giveBack);
    }
}
