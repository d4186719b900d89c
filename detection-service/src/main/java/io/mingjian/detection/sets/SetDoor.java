package io.mingjian.detection.sets;

import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.detection.sets.SetViews.MembersRequest;
import io.mingjian.detection.sets.SetViews.SetRequest;
import io.mingjian.detection.sets.SetViews.SetView;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where pieces of evidence are put together. */
@Path("/v1/evidence-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
public class SetDoor {
    private final EvidenceSets sets;
    private final Pieces pieces;
    private final List<SetListener> listeners;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    SetDoor(
            EvidenceSets sets,
            Pieces pieces,
            @All List<SetListener> listeners,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.sets = sets;
        this.pieces = pieces;
        this.listeners = listeners;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** Puts own pieces together. The same set of the same claim again is answered with itself. */
    @POST
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "INTEGRATION"})
    @Operation(summary = "将同一投诉或索赔的多份证据编为一组 / Put the evidence of one claim or filing together")
    @APIResponse(
            responseCode = "201",
            description = "已编组 / made",
            content = @Content(schema = @Schema(implementation = SetView.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") @Valid SetRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller, key, "evidence-set.create", request, () -> create(caller, request));
    }

    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
    @Operation(summary = "证据组及各份证据的状态 / A set and the state of each member")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SetView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return sets.find(parse(id))
                .chain(set -> view(set, caller))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    /** Adds own pieces behind those that are there. */
    @POST
    @Path("/{id}/members")
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "INTEGRATION"})
    @Operation(summary = "向证据组补充证据 / Add pieces to a set")
    @APIResponse(
            responseCode = "200",
            description = "已补充 / added",
            content = @Content(schema = @Schema(implementation = SetView.class)))
    public Uni<Response> add(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "请提交请求内容。") @Valid MembersRequest request) {
        Caller caller = callers.current();
        return sets.lockOwn(parse(id), caller)
                .invoke(set -> Etags.check(ifMatch, set.version()))
                .chain(
                        set ->
                                sets.members(set.id())
                                        .chain(members -> grow(caller, set, members, request)))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    private Uni<Answer> create(Caller caller, SetRequest request) {
        MemberRules.check(List.of(), request.evidenceIds());
        return sets.of(caller, request.subjectKind(), request.reference())
                .chain(
                        known ->
                                known.isPresent()
                                        ? again(caller, known.get(), request.evidenceIds())
                                        : make(caller, request));
    }

    private Uni<Answer> again(Caller caller, EvidenceSet set, List<UUID> wanted) {
        return sets.members(set.id())
                .invoke(
                        members -> {
                            if (!members.equals(wanted)) {
                                throw new Conflict(
                                        "set-exists",
                                        "该事项已有证据组，且所列证据不同；请向已有的证据组补充。",
                                        "This claim or filing has a set with other members; add to"
                                                + " that one.");
                            }
                        })
                .chain(() -> view(set, caller))
                .map(view -> Answer.ok(view.version(), view));
    }

    private Uni<Answer> make(Caller caller, SetRequest request) {
        Instant now = now();
        EvidenceSet set =
                new EvidenceSet(
                        Ids.next(), caller, request.subjectKind(), request.reference(), now);
        return own(caller, request.evidenceIds())
                .chain(() -> sets.add(set))
                .chain(() -> sets.append(set.id(), 0, request.evidenceIds()))
                .chain(() -> claimed(set, request.evidenceIds()))
                .chain(() -> tell(set, request.evidenceIds()))
                .chain(() -> view(set, caller))
                .call(view -> record(caller, "evidence-set.create", view))
                .map(
                        view ->
                                Answer.created(
                                        "/v1/evidence-sets/" + view.id(), view.version(), view));
    }

    private Uni<SetView> grow(
            Caller caller, EvidenceSet set, List<UUID> members, MembersRequest request) {
        MemberRules.check(members, request.evidenceIds());
        return own(caller, request.evidenceIds())
                .chain(() -> sets.append(set.id(), members.size(), request.evidenceIds()))
                .chain(() -> claimed(set, request.evidenceIds()))
                .chain(
                        () ->
                                tell(
                                        set,
                                        Stream.concat(
                                                        members.stream(),
                                                        request.evidenceIds().stream())
                                                .toList()))
                .invoke(() -> set.grow(now()))
                .chain(sets::flush)
                .chain(() -> view(set, caller))
                .call(view -> record(caller, "evidence-set.grow", view));
    }

    /** A piece of somebody else and one that never was are the same here. */
    private Uni<List<Piece>> own(Caller caller, List<UUID> ids) {
        return pieces.seenBy(caller, ids)
                .map(
                        seen ->
                                seen.stream()
                                        .filter(
                                                piece ->
                                                        piece.organisation()
                                                                .equals(caller.organisation()))
                                        .toList())
                .invoke(own -> MemberRules.requireAll(ids, own.stream().map(Piece::id).toList()));
    }

    private Uni<Void> claimed(EvidenceSet set, List<UUID> ids) {
        return set.subjectKind() == SubjectKind.CLAIM
                ? pieces.claimed(ids, set.organisation(), LegalDay.today(clock))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(EvidenceSet set, List<UUID> members) {
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(each -> each.grew(set.organisation(), members))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<SetView> view(EvidenceSet set, Caller caller) {
        return sets.members(set.id())
                .chain(ids -> pieces.seenBy(caller, ids))
                .map(
                        seen -> {
                            if (seen.isEmpty()) {
                                throw EvidenceSets.unknown();
                            }
                            return SetView.of(set, seen);
                        });
    }

    private Uni<Void> record(Caller caller, String action, SetView view) {
        return audit.record(
                caller,
                AuditEntry.of(action, "evidence-set", view.id().toString()).changing(null, view));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "证据组", "set of evidence");
    }
}
