package io.mingjian.kit.app;

import io.mingjian.contracts.CandidateChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
public class NoteDesk {
    private final Callers callers;
    private final Idempotency idempotency;
    private final Numbers numbers;
    private final Outbox outbox;
    private final Audit audit;

    NoteDesk(
            Callers callers, Idempotency idempotency, Numbers numbers, Outbox outbox, Audit audit) {
        this.callers = callers;
        this.idempotency = idempotency;
        this.numbers = numbers;
        this.outbox = outbox;
        this.audit = audit;
    }

    public record Note(@NotBlank(message = "请填写内容。") String text, Mood mood, Long copies) {}

    public enum Mood {
        GOOD,
        BAD
    }

    @GET
    @Path("/me")
    public Uni<Map<String, Object>> me() {
        Caller caller = callers.current();
        return Uni.createFrom()
                .item(
                        Map.of(
                                "organisation", caller.organisation(),
                                "district", String.valueOf(caller.district()),
                                "roles", caller.roles()));
    }

    /** What several doors may ask for together. */
    public static class Wanted {
        @QueryParam("kind")
        @Nullable Mood kind;

        @QueryParam("open")
        boolean open;
    }

    /** All that a query may hold beside text. */
    @GET
    @Path("/asked")
    public Uni<List<String>> asked(
            @QueryParam("most") @DefaultValue("20") int most,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("mine") boolean mine,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("id") @Nullable UUID id,
            @QueryParam("mood") List<Mood> moods,
            @BeanParam Wanted wanted) {
        return Uni.createFrom()
                .item(
                        Stream.of(most, after, mine, day, id, moods, wanted.kind, wanted.open)
                                .map(String::valueOf)
                                .toList());
    }

    @GET
    @Path("/pages/{page}")
    public Uni<Integer> page(@PathParam("page") int page) {
        return Uni.createFrom().item(page);
    }

    @POST
    @WithTransaction
    public Uni<Response> write(@HeaderParam("Idempotency-Key") String key, @Valid Note note) {
        Caller caller = callers.current();
        return idempotency.once(caller, key, "notes.write", note, () -> effect(caller, note));
    }

    private Uni<Answer> effect(Caller caller, Note note) {
        UUID id = Ids.next();
        return numbers.next(caller.organisation(), "note", 2026)
                .call(
                        () ->
                                outbox.append(
                                        new Event(
                                                EventType.CANDIDATE_PROPOSED,
                                                new CandidateChanged(id, id, "NOTE", 1))))
                .call(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("note.write", "note", id.toString())
                                                .forPurpose(note.text())))
                .invoke(
                        number -> {
                            if ("explode".equals(note.text())) {
                                throw new IllegalStateException("as asked");
                            }
                        })
                .map(
                        number ->
                                Answer.created(
                                        "/v1/notes/" + id, Map.of("id", id, "number", number)));
    }
}
