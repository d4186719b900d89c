package io.mingjian.registry.person;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.filer.Faces;
import io.mingjian.registry.filer.Persons.Person;
import io.mingjian.registry.person.MergeViews.DecisionRequest;
import io.mingjian.registry.person.MergeViews.MergeRequest;
import io.mingjian.registry.person.MergeViews.MergeView;
import io.mingjian.registry.person.MergeViews.Two;
import io.mingjian.registry.procedure.StepLog;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: which filers are one person. Every change needs {@code If-Match}. */
@Path("/v1/filer-merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class MergeDoor {
    private final Merges merges;
    private final Merging merging;
    private final KnownPersons known;
    private final Faces faces;
    private final StepLog log;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final Callers callers;

    MergeDoor(
            Merges merges,
            Merging merging,
            KnownPersons known,
            Faces faces,
            StepLog log,
            Idempotency idempotency,
            Cursors cursors,
            Callers callers) {
        this.merges = merges;
        this.merging = merging;
        this.known = known;
        this.faces = faces;
        this.log = log;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.callers = callers;
    }

    /** What was proposed and decided, newest first. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查询投诉举报人合并建议和合并 / List proposed and decided merges of filers")
    public Uni<Page<MergeView>> list(
            @QueryParam("state") @Nullable MergeState state,
            @QueryParam("filer") @Nullable String filer,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        String filter = "filer-merges|" + state + "|" + filer;
        int limit = Page.limit(asked);
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, filter, cursor).getOrDefault("id", ""));
        return person(caller, filer)
                .chain(person -> merges.page(caller, state, person, before, limit + 1))
                .chain(found -> page(caller, filter, found, limit));
    }

    private Uni<Optional<Person>> person(Caller caller, @Nullable String filer) {
        return filer == null
                ? Uni.createFrom().item(Optional.empty())
                : known.require(caller, Ids.parse(filer, "投诉举报人", "filer")).map(Optional::of);
    }

    private Uni<Page<MergeView>> page(Caller caller, String filter, List<Merge> found, int limit) {
        List<Merge> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller, filter, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null;
        List<UUID> filers =
                shown.stream()
                        .flatMap(each -> Stream.of(each.filerId(), each.otherId()))
                        .distinct()
                        .toList();
        return faces.of(caller, filers)
                .map(
                        known ->
                                new Page<>(
                                        shown.stream()
                                                .map(
                                                        each ->
                                                                MergeView.of(
                                                                        caller, each, known,
                                                                        List.of()))
                                                .toList(),
                                        next));
    }

    /** One finding, with who decided what. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看一项合并建议或者合并 / One merge of filers")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return merges.require(caller, parse(id))
                .chain(merge -> view(caller, merge))
                .map(Shown::response);
    }

    /** Somebody finds that two filers are one person. */
    @POST
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "认定两个投诉举报人为同一人 / Merge two filers, with reasons")
    @APIResponse(
            responseCode = "201",
            description = "已合并 / merged",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> merge(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") MergeRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller, key, "filer-merges", request, () -> merged(caller, request));
    }

    private Uni<Answer> merged(Caller caller, MergeRequest request) {
        Two two = request.read();
        return named(caller, two.filerId(), "/filerId")
                .chain(() -> named(caller, two.otherId(), "/otherFilerId"))
                .chain(
                        () ->
                                merging.mergeByHand(
                                        caller, two.filerId(), two.otherId(), request.reasons()))
                .chain(merge -> view(caller, merge))
                .map(
                        shown ->
                                Answer.created(
                                        "/v1/filer-merges/" + shown.view().id(),
                                        shown.version(),
                                        shown.view()));
    }

    private Uni<Person> named(Caller caller, UUID filerId, String pointer) {
        return known.require(caller, filerId)
                .onFailure(NotFound.class)
                .transform(none -> new Invalid(List.of(MergeViews.unknown(pointer))));
    }

    /** What was proposed is right. */
    @POST
    @Path("/{id}/confirmation")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "确认为同一人，合并 / Confirm a proposed merge")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> confirm(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return take(id, ifMatch, MergeStep.MERGE, request);
    }

    /** What was proposed is wrong, or cannot be known. */
    @POST
    @Path("/{id}/dismissal")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "不认定为同一人 / Dismiss a proposed merge")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> dismiss(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return take(id, ifMatch, MergeStep.DISMISS, request);
    }

    /** They are two after all. */
    @POST
    @Path("/{id}/separation")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "拆分误合并的投诉举报人 / Undo a merge")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeView.class)))
    public Uni<Response> separate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") DecisionRequest request) {
        return take(id, ifMatch, MergeStep.SEPARATE, request);
    }

    private Uni<Response> take(
            String id, @Nullable String ifMatch, MergeStep step, DecisionRequest request) {
        Caller caller = callers.current();
        return merging.take(caller, parse(id), ifMatch, step, request.reasons())
                .chain(merge -> view(caller, merge))
                .map(Shown::response);
    }

    private record Shown(int version, MergeView view) {
        Response response() {
            return Answer.ok(version, view).toResponse();
        }
    }

    private Uni<Shown> view(Caller caller, Merge merge) {
        return faces.of(caller, List.of(merge.filerId(), merge.otherId()))
                .chain(
                        two ->
                                log.of(caller, merge.id())
                                        .map(
                                                steps ->
                                                        new Shown(
                                                                merge.version(),
                                                                MergeView.of(
                                                                        caller, merge, two,
                                                                        steps))));
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "合并建议", "merge");
    }
}
