package io.mingjian.kit.inbox;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.inbox.DeadLetters.DeadLetter;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door for operators: which messages lie aside and why, and deliver one again. */
@Path("/v1/dead-letters")
@RolesAllowed("SYSTEM_ADMIN")
@Tag(name = "operations")
public class DeadLetterDesk {
    private static final int MOST = 200;

    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final Audit audit;
    private final Callers callers;
    private final UnitOfWork unit;

    DeadLetterDesk(
            DeadLetters deadLetters, Inbox inbox, Audit audit, Callers callers, UnitOfWork unit) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.audit = audit;
        this.callers = callers;
        this.unit = unit;
    }

    @GET
    @WithSession
    @Operation(summary = "死信列表 / Messages that no consumer could take, oldest first")
    public Uni<List<DeadLetter>> list(@QueryParam("limit") @DefaultValue("50") int limit) {
        callers.requireCity();
        return deadLetters.open(Math.min(Math.max(limit, 1), MOST));
    }

    /** Delivers in a transaction of its own; the letter is closed only after that succeeded. */
    @POST
    @Path("/{id}/replay")
    @Operation(summary = "重新投递死信 / Deliver a message again")
    public Uni<Void> replay(@PathParam("id") String id) {
        Caller caller = callers.requireCity();
        UUID letter = Ids.parse(id, "死信", "dead letter");
        return unit.inSession(() -> deadLetters.require(letter))
                .call(
                        found ->
                                inbox.again(found.consumer(), found.payload())
                                        .onFailure()
                                        .transform(
                                                failure ->
                                                        new Conflict(
                                                                "still-fails",
                                                                "该消息仍无法处理：" + failure.getMessage(),
                                                                "Still fails: "
                                                                        + failure.getMessage())))
                .chain(
                        found ->
                                unit.inTransaction(
                                        () ->
                                                deadLetters
                                                        .done(letter, caller.subject())
                                                        .call(
                                                                () ->
                                                                        audit.record(
                                                                                caller,
                                                                                AuditEntry.of(
                                                                                        "dead-letter.replay",
                                                                                        "dead-letter",
                                                                                        letter
                                                                                                .toString())))));
    }
}
