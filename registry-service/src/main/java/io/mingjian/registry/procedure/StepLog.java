package io.mingjian.registry.procedure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of steps; rows are only added. */
@ApplicationScoped
public class StepLog {
    private static final String ADD =
            """
            insert into step_taken (id, object_id, step, from_state, to_state, by_name, by_subject, organisation, at,
              ground, factors, reasons, article)
            select id, object_id, step, from_state, to_state, :name, :subject, :organisation, :at,
              ground, nullif(factors, ''), reasons, article
            from jsonb_to_recordset(cast(cast(:steps as text) as jsonb)) as s (
              id uuid, object_id uuid, step text, from_state text, to_state text, ground text, factors text,
              reasons text, article text)
            """;

    private static final String OF =
            """
            select step, from_state, to_state, by_name, organisation, at, ground, factors, reasons, article
            from step_taken where object_id = :object order by at, id
            """;

    private static final String ACTS =
            """
            select object_id, at from step_taken
            where object_id = any(cast(string_to_array(cast(:objects as text), ',') as uuid[])) and at >= :from
              and organisation <> :machine and step <> all(string_to_array(cast(:without as text), ','))
            """;

    private static final String MACHINE = Caller.machine("registry").organisation();

    private final ObjectMapper json;
    private final Clock clock;

    StepLog(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * A step to be written down.
     *
     * @param factors letters of the factors of Art 17, where the ground has them
     */
    public record Entry(
            UUID objectId,
            Transition<?, ?> taken,
            @Nullable Decision decision,
            List<String> factors) {}

    /** A row in the words of the table. */
    private record Row(
            UUID id,
            @JsonProperty("object_id") UUID objectId,
            String step,
            @JsonProperty("from_state") String fromState,
            @JsonProperty("to_state") String toState,
            @Nullable String ground,
            String factors,
            @Nullable String reasons,
            String article) {
        static Row of(Entry entry) {
            Transition<?, ?> taken = entry.taken();
            Decision decision = entry.decision();
            return new Row(
                    Ids.next(),
                    entry.objectId(),
                    taken.step().name(),
                    taken.from().name(),
                    taken.to().name(),
                    decision == null ? null : decision.ground(),
                    String.join(",", entry.factors()),
                    decision == null ? null : decision.reasons(),
                    taken.article());
        }
    }

    /** Writes down a step in the transaction that takes it. */
    public Uni<Void> add(
            Caller caller,
            UUID objectId,
            Transition<?, ?> taken,
            @Nullable Decision decision,
            List<String> factors) {
        return add(caller, List.of(new Entry(objectId, taken, decision, factors)));
    }

    /** Writes down steps in the transaction that takes them; all with one statement. */
    public Uni<Void> add(Caller caller, List<Entry> entries) {
        String rows = text(entries.stream().map(Row::of).toList());
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("steps", rows)
                                        .setParameter("name", caller.name())
                                        .setParameter("subject", caller.subject())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The steps of an object in order. The caller must be allowed to see the object. */
    public Uni<List<TakenStep>> of(Caller caller, UUID objectId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("object", objectId)
                                        .getResultList())
                .map(rows -> rows.stream().map(StepLog::step).toList());
    }

    /** That a person took a step on a legal day. */
    public record Act(UUID objectId, LocalDate on) {}

    /**
     * The steps that people took on these objects from a day on, without those of the machine and
     * those of some names. The caller must be allowed to see the objects.
     */
    public Uni<List<Act>> acts(
            Caller caller, List<UUID> objectIds, LocalDate from, List<String> without) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ACTS, Object[].class)
                                        .setParameter("objects", Ids.joined(objectIds))
                                        .setParameter(
                                                "from",
                                                from.atStartOfDay(LegalDay.ZONE).toInstant())
                                        .setParameter("machine", MACHINE)
                                        .setParameter("without", String.join(",", without))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Act(
                                                                (UUID) row[0],
                                                                LegalDay.of(
                                                                        ((OffsetDateTime) row[1])
                                                                                .toInstant())))
                                        .toList());
    }

    private String text(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row of texts is always writable", impossible);
        }
    }

    private static TakenStep step(Object[] at) {
        return new TakenStep(
                (String) at[0],
                null,
                (String) at[1],
                (String) at[2],
                (String) at[3],
                (String) at[4],
                ((OffsetDateTime) at[5]).atZoneSameInstant(LegalDay.ZONE).toOffsetDateTime(),
                (String) at[6],
                null,
                at[7] == null ? List.of() : Arrays.asList(((String) at[7]).split(",")),
                List.of(),
                (String) at[8],
                (String) at[9]);
    }
}
