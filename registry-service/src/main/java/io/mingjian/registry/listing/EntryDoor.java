package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.listing.Entries.Filter;
import io.mingjian.registry.listing.EntryRequests.DecisionRequest;
import io.mingjian.registry.listing.EntryRequests.OfficerProposalRequest;
import io.mingjian.registry.listing.EntryViews.EntryItem;
import io.mingjian.registry.listing.EntryViews.EntryView;
import io.mingjian.registry.procedure.Moment;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: entries, how officers propose them, and what is decided of candidates. */
@Path("/v1/abnormal-filer-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报异常名录 Abnormal-filer list")
public class EntryDoor {
    private final Entries entries;
    private final EntrySteps steps;
    private final OfficerProposals proposals;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Cursors cursors;

    EntryDoor(
            Entries entries,
            EntrySteps steps,
            OfficerProposals proposals,
            Idempotency idempotency,
            Callers callers,
            Cursors cursors) {
        this.entries = entries;
        this.steps = steps;
        this.proposals = proposals;
        this.idempotency = idempotency;
        this.callers = callers;
        this.cursors = cursors;
    }

    /** Entries, newest first. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查询名录条目和候选 / List entries and candidates")
    public Uni<Page<EntryItem>> list(
            @QueryParam("state") @Nullable EntryState state,
            @QueryParam("filerId") @Nullable UUID filerId,
            @QueryParam("effectiveOn") @Nullable LocalDate effectiveOn,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        Filter filter = new Filter(state, filerId, effectiveOn);
        String name = "entries|" + filter;
        int limit = Page.limit(asked);
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, name, cursor).getOrDefault("id", ""));
        return steps.now(caller)
                .chain(
                        now ->
                                entries.page(caller, filter, before, limit + 1)
                                        .map(found -> page(now, name, found, limit)));
    }

    private Page<EntryItem> page(Moment now, String name, List<Entry> found, int limit) {
        List<Entry> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                now.by(), name, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null;
        return new Page<>(shown.stream().map(each -> EntryItem.of(each, now)).toList(), next);
    }

    /** An officer proposes the filer of a filing that his bureau has. */
    @POST
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "提请列入名录候选 / Propose a candidate")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> propose(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") OfficerProposalRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller,
                key,
                "abnormal-filer-entries.propose",
                request,
                () -> proposals.propose(caller, request.read()).chain(steps::created));
    }

    /** One entry with what speaks for it and all that was done. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看名录条目及其依据 / One entry with its grounds")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        return steps.show(id);
    }

    /** An officer looks into it, saying why. */
    @POST
    @Path("/{id}/review")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "开始复核 / Begin the review")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> review(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Hearing::beginReview);
    }

    /** An officer dismisses it, saying why. */
    @POST
    @Path("/{id}/dismissal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "复核不列入并说明理由 / Dismiss with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> dismiss(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return steps.decide(id, ifMatch, request.reasons(), Hearing::dismiss);
    }
}
