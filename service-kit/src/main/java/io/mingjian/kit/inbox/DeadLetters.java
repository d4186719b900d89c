package io.mingjian.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.Topics;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.session.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Messages that no consumer could take: kept with the reason, shown to people, delivered again on
 * their word.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** Stands for the consumer of a message that could not even be read. */
    static final String ANY_CONSUMER = "*";

    private static final int MOST_ON_TOPIC = 100_000;

    private static final String PUT =
            """
            insert into dead_letter (id, topic, consumer, event_id, event_type, payload, reason, failed_at)
            values (:id, :topic, :consumer, nullif(:eventId, ''), nullif(:eventType, ''), :payload, :reason, :at)
            """;
    private static final String OPEN =
            """
            select id, topic, consumer, event_id, event_type, payload, reason, failed_at
            from dead_letter where replayed_at is null order by failed_at limit :limit
            """;
    private static final String FIND =
            """
            select id, topic, consumer, event_id, event_type, payload, reason, failed_at
            from dead_letter where replayed_at is null and id = :id
            """;
    private static final String DONE =
            "update dead_letter set replayed_at = :at, replayed_by = :by where id = :id and replayed_at is null";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final UnitOfWork unit;

    DeadLetters(Outbox outbox, ObjectMapper json, Clock clock, UnitOfWork unit) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.unit = unit;
    }

    /** A message that failed for good. */
    record Failed(
            String topic,
            @Nullable String key,
            String consumer,
            @Nullable String eventId,
            @Nullable String eventType,
            String payload,
            Throwable failure) {
        String reason() {
            return storable(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }

        /** PostgreSQL keeps no NUL in a text; the message itself may well hold one. */
        static String storable(String text) {
            return text.replace("\u0000", "\uFFFD");
        }
    }

    /** A message put aside, as people see it. */
    public record DeadLetter(
            UUID id,
            String topic,
            String consumer,
            @Nullable String eventId,
            @Nullable String eventType,
            String payload,
            String reason,
            Instant failedAt) {}

    Uni<Void> put(Failed failed) {
        LOG.errorf(
                "dead letter: event %s of type %s at %s: %s",
                failed.eventId(), failed.eventType(), failed.consumer(), failed.reason());
        return unit.inTransaction(
                () ->
                        insert(failed)
                                .chain(
                                        () ->
                                                outbox.appendDeadLetter(
                                                        Topics.deadLetters(failed.topic()),
                                                        failed.key(),
                                                        message(failed))));
    }

    public Uni<List<DeadLetter>> open(int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OPEN, Tuple.class)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(DeadLetters::read).toList());
    }

    Uni<DeadLetter> require(UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Tuple.class)
                                        .setParameter("id", id)
                                        .getSingleResultOrNull())
                .map(
                        row -> {
                            if (row == null) {
                                throw new NotFound("死信", "dead letter");
                            }
                            return read(row);
                        });
    }

    Uni<Void> done(UUID id, String by) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(DONE)
                                        .setParameter("at", clock.instant())
                                        .setParameter("by", by)
                                        .setParameter("id", id)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Integer> insert(Failed failed) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PUT)
                                        .setParameter("id", Ids.next())
                                        .setParameter("topic", failed.topic())
                                        .setParameter("consumer", failed.consumer())
                                        .setParameter(
                                                "eventId",
                                                failed.eventId() == null ? "" : failed.eventId())
                                        .setParameter(
                                                "eventType",
                                                failed.eventType() == null
                                                        ? ""
                                                        : failed.eventType())
                                        .setParameter("payload", Failed.storable(failed.payload()))
                                        .setParameter("reason", failed.reason())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate());
    }

    private String message(Failed failed) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("topic", failed.topic());
        message.put("consumer", failed.consumer());
        message.put("reason", failed.reason());
        // The topic gets a part of a large message; the whole lies in the table.
        message.put(
                "payload",
                failed.payload().substring(0, Math.min(failed.payload().length(), MOST_ON_TOPIC)));
        return Failed.storable(json.valueToTree(message).toString());
    }

    private static DeadLetter read(Tuple row) {
        return new DeadLetter(
                row.get("id", UUID.class),
                row.get("topic", String.class),
                row.get("consumer", String.class),
                row.get("event_id", String.class),
                row.get("event_type", String.class),
                row.get("payload", String.class),
                row.get("reason", String.class),
                Rows.instant(row, "failed_at"));
    }
}
