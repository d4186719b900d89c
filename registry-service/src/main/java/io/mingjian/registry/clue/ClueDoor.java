package io.mingjian.registry.clue;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.clue.ClueViews.ClueView;
import io.mingjian.registry.clue.ClueViews.DismissalRequest;
import io.mingjian.registry.clue.ClueViews.TakingUpRequest;
import io.mingjian.registry.person.KnownPersons;
import io.mingjian.registry.queue.Worklist;
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
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what monitoring referred, and what a person makes of it. */
@Path("/v1/clues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "监测转来线索 Clues")
public class ClueDoor {
    private final Clues clues;
    private final ClueAnnouncer announcer;
    private final KnownPersons persons;
    private final Worklist worklist;
    private final Audit audit;
    private final Callers callers;
    private final Cursors cursors;
    private final Clock clock;

    ClueDoor(
            Clues clues,
            ClueAnnouncer announcer,
            KnownPersons persons,
            Worklist worklist,
            Audit audit,
            Callers callers,
            Cursors cursors,
            Clock clock) {
        this.clues = clues;
        this.announcer = announcer;
        this.persons = persons;
        this.worklist = worklist;
        this.audit = audit;
        this.callers = callers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Those that wait longest in front; a district sees what it referred. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(
            operationId = "listClues",
            summary = "监测转来的线索与移送草稿 / Clues and drafts of transfers from monitoring")
    public Uni<Page<ClueView>> list(
            @QueryParam("state") @Nullable ClueState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        String name = "clues|" + state;
        int limit = Page.limit(asked);
        UUID after =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, name, cursor).getOrDefault("id", ""));
        return clues.page(caller, state, after, limit + 1)
                .map(found -> page(caller, name, found, limit));
    }

    private Page<ClueView> page(Caller caller, String name, List<Clue> found, int limit) {
        List<Clue> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(ClueView::of).toList(),
                found.size() > limit
                        ? cursors.sign(
                                caller, name, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(operationId = "getClue", summary = "查看监测转来的线索 / Read a clue")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClueView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        return clues.require(callers.current(), parse(id)).map(ClueDoor::answer);
    }

    /** A person links it to a filer or a filing. */
    @POST
    @Path("/{id}/taking-up")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(
            operationId = "takeUpClue",
            summary =
                    "采用线索：关联投诉举报人或者投诉举报，须说明理由 / Link the clue to a filer or a filing, with reasons",
            description = "关联只供人工参考，不自动计入任何判定标准。")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClueView.class)))
    public Uni<Response> takeUp(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") TakingUpRequest request) {
        Caller caller = callers.current();
        return decide(
                caller,
                id,
                ifMatch,
                clue ->
                        known(caller, request)
                                .invoke(
                                        () ->
                                                clue.takeUp(
                                                        request.filerId(),
                                                        request.filingId(),
                                                        decision(caller, request.reasons()))));
    }

    /** A person says why nothing follows from it. */
    @POST
    @Path("/{id}/dismissal")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(
            operationId = "dismissClue",
            summary = "不予采用线索，须说明理由 / Dismiss the clue, with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClueView.class)))
    public Uni<Response> dismiss(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DismissalRequest request) {
        Caller caller = callers.current();
        return decide(
                caller,
                id,
                ifMatch,
                clue ->
                        Uni.createFrom()
                                .voidItem()
                                .invoke(() -> clue.dismiss(decision(caller, request.reasons()))));
    }

    private Uni<Response> decide(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<Clue, Uni<Void>> decision) {
        return clues.requireHeld(caller, parse(id))
                .invoke(clue -> Etags.check(ifMatch, clue.version()))
                .call(decision::apply)
                .call(() -> clues.flush(caller))
                .call(announcer::moved)
                .call(
                        clue ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "clue."
                                                                + clue.state()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT),
                                                        "clue",
                                                        id)
                                                .changing(null, ClueView.of(clue))))
                .map(ClueDoor::answer);
    }

    /** What is linked exists and is the caller's to see. */
    private Uni<Void> known(Caller caller, TakingUpRequest request) {
        UUID filer = request.filerId();
        UUID filing = request.filingId();
        if ((filer == null) == (filing == null)) {
            throw new Invalid(
                    "/filerId",
                    "one-of-both",
                    "请指明投诉举报人或者投诉举报，二者择一。",
                    "Name either a filer or a filing.");
        }
        return filer != null
                ? persons.require(caller, filer).replaceWithVoid()
                : worklist.holderOf(caller, filing)
                        .invoke(
                                holder -> {
                                    if (!isOf(caller, holder.orElse(""))) {
                                        throw new Invalid(
                                                "/filingId",
                                                "unknown-filing",
                                                "未找到该投诉举报。",
                                                "There is no such filing.");
                                    }
                                })
                        .replaceWithVoid();
    }

    private static boolean isOf(Caller caller, String holder) {
        return caller.isCity() ? !holder.isEmpty() : holder.equals(caller.organisation());
    }

    private Decision decision(Caller caller, @Nullable String reasons) {
        return Decision.of(caller, clock.instant(), reasons);
    }

    private static Response answer(Clue clue) {
        return Answer.ok(clue.version(), ClueView.of(clue)).toResponse();
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "线索", "clue");
    }
}
