package io.mingjian.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.CloudEvent;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Announces facts as part of the transaction that makes them true. */
@ApplicationScoped
public class Outbox {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /**
     * The revision is the row's place in the outbox. It grows per aggregate, because the session is
     * flushed first: a transaction that changes an aggregate holds its row before it takes a place.
     */
    private static final String APPEND =
            """
            with given as (
              select event from jsonb_array_elements(cast(cast(:events as text) as jsonb))
                with ordinality as e (event, place) order by place),
            placed as (select nextval('outbox_seq') as seq, event from given)
            insert into outbox (seq, id, topic, aggregatetype, aggregateid, type, payload, traceparent, created_at)
            select seq, cast(event ->> 'id' as uuid), event ->> 'topic', event ->> 'aggregateType',
                   event ->> 'aggregateId', event ->> 'type',
                   cast(jsonb_set(event -> 'payload', '{revision}', to_jsonb(seq)) as text), :traceparent, :at
            from placed
            """;

    private static final String APPEND_RAW =
            """
            insert into outbox (seq, id, topic, aggregatetype, aggregateid, type, payload, traceparent, created_at)
            values (nextval('outbox_seq'), :id, :topic, 'dead-letter', :aggregateId, :type, :payload, null, :at)
            """;

    private final ObjectMapper json;
    private final Clock clock;
    private final String source;

    Outbox(
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.clock = clock;
        this.source = "/mingjian/" + service;
    }

    /** Appends events in order, within the running transaction. */
    public Uni<Void> append(Event... events) {
        return append(List.of(events));
    }

    /** Appends events in order, within the running transaction; all with one statement. */
    public Uni<Void> append(List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant at = clock.instant();
        String traceparent = Traces.traceparent().orElse("");
        String rows = rows(events, at, traceparent);
        return Sessions.current()
                .call(Mutiny.Session::flush)
                .chain(
                        session ->
                                session.createNativeQuery(APPEND)
                                        .setParameter("events", rows)
                                        .setParameter("traceparent", traceparent)
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Puts a message as it is on a dead-letter topic. */
    public Uni<Void> appendDeadLetter(String topic, @Nullable String key, String payload) {
        UUID id = Ids.next();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(APPEND_RAW)
                                        .setParameter("id", id)
                                        .setParameter("topic", topic)
                                        .setParameter(
                                                "aggregateId", key == null ? id.toString() : key)
                                        .setParameter("type", "dead-letter")
                                        .setParameter("payload", payload)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A row that has no place yet. */
    private record Fresh(
            UUID id,
            String topic,
            String aggregateType,
            String aggregateId,
            String type,
            CloudEvent payload) {}

    private String rows(List<Event> events, Instant at, String traceparent) {
        List<Fresh> rows = events.stream().map(event -> row(event, at, traceparent)).toList();
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("event records are always writable", impossible);
        }
    }

    private Fresh row(Event event, Instant at, String traceparent) {
        UUID id = Ids.next();
        String code = event.type().code();
        String aggregate = event.data().aggregateId().toString();
        CloudEvent payload =
                new CloudEvent(
                        CloudEvent.SPEC_VERSION,
                        id.toString(),
                        source,
                        code,
                        aggregate,
                        at.atZone(SHANGHAI).toOffsetDateTime(),
                        "application/json",
                        traceparent.isEmpty() ? null : traceparent,
                        0,
                        json.valueToTree(event.data()));
        return new Fresh(
                id,
                event.type().topic(),
                code.substring(0, code.indexOf('.')),
                aggregate,
                code,
                payload);
    }
}
