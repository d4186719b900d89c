package io.mingjian.registry.ledger;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.filer.Persons.Person;
import io.mingjian.registry.ledger.FilingContents.Said;
import io.mingjian.registry.ledger.MarkViews.Entering;
import io.mingjian.registry.ledger.MarkViews.MarkList;
import io.mingjian.registry.ledger.MarkViews.MarkRequest;
import io.mingjian.registry.ledger.MarkViews.MarkView;
import io.mingjian.registry.ledger.MarkViews.RevocationRequest;
import io.mingjian.registry.person.KnownPersons;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: facts about a filer. People enter conduct that was found by an authority (Order 121
 * Art 42) and proceedings elsewhere; all else is learnt from the filings.
 */
@Path("/v1/filers/{id}/marks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class MarkDoor {
    private final KnownPersons persons;
    private final Bookkeeping books;
    private final Marks marks;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    MarkDoor(
            KnownPersons persons,
            Bookkeeping books,
            Marks marks,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.persons = persons;
        this.books = books;
        this.marks = marks;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** All facts about the person, those taken back too, newest first. */
    @GET
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查询投诉举报人的有据事实（留痕） / List the facts about a filer; audited")
    public Uni<MarkList> list(@PathParam("id") String id) {
        Caller caller = callers.current();
        return persons.require(caller, filer(id))
                .call(
                        person ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("filer.look", "filer", person.id().toString())
                                                .forPurpose("marks")))
                .chain(person -> marks.of(caller, person.members()))
                .map(MarkList::new);
    }

    /** Enters conduct that an authority found, or a proceeding elsewhere. */
    @POST
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "登记经认定的行为或者其他程序 / Enter confirmed conduct or a proceeding elsewhere")
    @APIResponse(
            responseCode = "201",
            description = "已登记 / entered",
            content = @Content(schema = @Schema(implementation = MarkView.class)))
    public Uni<Response> enter(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") MarkRequest request) {
        Caller caller = callers.current();
        UUID filerId = filer(id);
        return idempotency.once(
                caller,
                key,
                "filer.mark " + filerId,
                request,
                () ->
                        persons.require(caller, filerId)
                                .chain(person -> entered(caller, filerId, person, request)));
    }

    private Uni<Answer> entered(Caller caller, UUID filerId, Person person, MarkRequest request) {
        Entering entering = request.read(LegalDay.today(clock));
        Decision decision = Decision.of(caller, clock.instant(), request.reasons());
        return filing(caller, person, entering.filingId())
                .map(said -> entering.mark(filerId, said.orElse(null), decision.reasons()))
                .call(
                        mark ->
                                books.mark(caller, mark)
                                        .invoke(
                                                added -> {
                                                    if (!added) {
                                                        throw known();
                                                    }
                                                }))
                .chain(mark -> marks.require(caller, person.members(), mark.kind(), mark.source()))
                .call(
                        shown ->
                                audit.record(
                                        caller,
                                        entry("filer.mark", filerId, shown, decision.reasons())))
                .map(
                        shown ->
                                Answer.created(
                                        "/v1/filers/" + filerId + "/marks/" + shown.id(),
                                        0,
                                        shown));
    }

    /** The filing that a fact names must be one of this person that the caller may see. */
    private Uni<Optional<Said>> filing(Caller caller, Person person, @Nullable UUID filingId) {
        if (filingId == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return books.seen(caller, filingId)
                .map(
                        found -> {
                            if (found.filter(said -> person.members().contains(said.filerId()))
                                    .isEmpty()) {
                                throw new Invalid(
                                        "/filingId",
                                        "not-of-this-filer",
                                        "该件不是此人提出的投诉举报，或者不由贵单位查看。",
                                        "No filing of this filer that you may see.");
                            }
                            return found;
                        });
    }

    /** Takes a fact back; who was judged by it is judged anew. */
    @POST
    @Path("/{mark}/revocation")
    @WithTransaction
    @RolesAllowed({"REVIEWER", "HEAD"})
    @Operation(summary = "撤销登记的事实（须说明理由） / Take a fact back, with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MarkView.class)))
    public Uni<Response> revoke(
            @PathParam("id") String id,
            @PathParam("mark") String mark,
            @NotNull(message = "请提交请求内容。") RevocationRequest request) {
        Caller caller = callers.current();
        UUID markId = Ids.parse(mark, "事实", "mark");
        return persons.require(caller, filer(id))
                .chain(
                        person ->
                                marks.require(caller, person.members(), markId)
                                        .call(found -> revoked(caller, found, request))
                                        .chain(
                                                found ->
                                                        marks.require(
                                                                caller, person.members(), markId)))
                .map(shown -> Response.ok(shown).build());
    }

    private Uni<Void> revoked(Caller caller, MarkView mark, RevocationRequest request) {
        Decision decision = Decision.of(caller, clock.instant(), request.reasons());
        if (mark.revokedAt() != null) {
            throw new Conflict("revoked-already", "该事实已经撤销。", "It was taken back already.");
        }
        return books.revoke(caller, mark.filerId(), mark.kind(), mark.source(), decision.reasons())
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        entry(
                                                "filer.mark-revoke",
                                                mark.filerId(),
                                                mark,
                                                decision.reasons())));
    }

    private static AuditEntry entry(String action, UUID filerId, MarkView mark, String reasons) {
        return AuditEntry.of(action, "filer", filerId.toString())
                .changing(null, mark)
                .forPurpose(reasons);
    }

    private static Conflict known() {
        return new Conflict(
                "known-already", "同一文书已登记过该事实。", "This fact was entered from this document.");
    }

    private static UUID filer(String id) {
        return Ids.parse(id, "投诉举报人", "filer");
    }
}
