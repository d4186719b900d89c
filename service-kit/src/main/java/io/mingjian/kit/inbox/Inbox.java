package io.mingjian.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mingjian.contracts.CloudEvent;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.inbox.EventConsumer.Received;
import io.mingjian.kit.refusal.Transience;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands events to the rooms that listen, once each. */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Map<String, EventType> TYPES =
            Arrays.stream(EventType.values())
                    .collect(Collectors.toMap(EventType::code, Function.identity()));
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final String SEEN =
            "insert into inbox (event_id, consumer, received_at) values (:id, :consumer, :at) on conflict do nothing";

    private final List<EventConsumer> consumers;
    private final DeadLetters deadLetters;
    private final ObjectReader envelopes;
    private final ObjectReader facts;
    private final Clock clock;
    private final UnitOfWork unit;
    private final int attempts;
    private final Pool pool;
    private final Duration kept;

    Inbox(
            @All List<EventConsumer> consumers,
            DeadLetters deadLetters,
            ObjectMapper json,
            Clock clock,
            UnitOfWork unit,
            Pool pool,
            @ConfigProperty(name = "mingjian.inbox.attempts") int attempts,
            @ConfigProperty(name = "mingjian.inbox.keep-days") int keepDays) {
        this.consumers = consumers;
        this.deadLetters = deadLetters;
        // A newer sender may add fields.
        this.envelopes =
                json.readerFor(CloudEvent.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.facts = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
        this.unit = unit;
        this.attempts = attempts;
        this.pool = pool;
        this.kept = Duration.ofDays(keepDays);
    }

    /**
     * Takes a message from a topic. Completes when every consumer has it, had it before, or has put
     * it aside as a dead letter; a failure that passes by itself (lost database) is waited out.
     */
    public Uni<Void> receive(String topic, @Nullable String key, String payload) {
        Received event;
        try {
            Optional<Received> parsed = parse(payload);
            if (parsed.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            event = parsed.get();
        } catch (JsonProcessingException | RuntimeException unreadable) {
            return patiently(
                    () ->
                            deadLetters.put(
                                    new DeadLetters.Failed(
                                            topic,
                                            key,
                                            DeadLetters.ANY_CONSUMER,
                                            null,
                                            null,
                                            payload,
                                            unreadable)));
        }
        return Multi.createFrom()
                .iterable(consumers)
                .filter(consumer -> consumer.handles().contains(event.type()))
                .onItem()
                .transformToUniAndConcatenate(
                        consumer -> deliver(consumer, topic, key, payload, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Delivers a put-aside message again, to the consumers that it failed at. Fails if it still
     * fails.
     */
    Uni<Void> again(String consumerName, String payload) {
        Received event;
        try {
            event =
                    parse(payload)
                            .orElseThrow(() -> new IllegalArgumentException("no known event type"));
        } catch (JsonProcessingException | RuntimeException unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
        List<EventConsumer> takers =
                consumers.stream()
                        .filter(consumer -> consumer.handles().contains(event.type()))
                        .filter(
                                consumer ->
                                        consumerName.equals(DeadLetters.ANY_CONSUMER)
                                                || consumer.name().equals(consumerName))
                        .toList();
        if (takers.isEmpty()) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("nobody takes this message any more"));
        }
        return Multi.createFrom()
                .iterable(takers)
                .onItem()
                .transformToUniAndConcatenate(consumer -> once(consumer, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** An event comes again within hours, not months: what was seen longer ago is forgotten. */
    @Scheduled(every = "${mingjian.forget-every}", delayed = "2m")
    Uni<Void> forget() {
        return pool.preparedQuery("delete from inbox where received_at < $1")
                .execute(Tuple.of(clock.instant().minus(kept).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Void> deliver(
            EventConsumer consumer,
            String topic,
            @Nullable String key,
            String payload,
            Received event) {
        return patiently(() -> once(consumer, event))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(attempts - 1L)
                .onFailure()
                .recoverWithUni(
                        failure ->
                                patiently(
                                        () ->
                                                deadLetters.put(
                                                        new DeadLetters.Failed(
                                                                topic,
                                                                key,
                                                                consumer.name(),
                                                                event.id(),
                                                                event.type().code(),
                                                                payload,
                                                                root(failure)))));
    }

    /** Retrying wraps the last failure. */
    private static Throwable root(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    /** The de-duplication row and the effect, in one transaction. */
    private Uni<Void> once(EventConsumer consumer, Received event) {
        return unit.inTransaction(
                () ->
                        firstTime(consumer, event)
                                .chain(
                                        first ->
                                                first
                                                        ? consumer.on(event)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> firstTime(EventConsumer consumer, Received event) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SEEN)
                                        .setParameter("id", event.id())
                                        .setParameter("consumer", consumer.name())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Waits out failures that pass by themselves; the message stays unacknowledged meanwhile. */
    private static Uni<Void> patiently(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(Transience::isTransient)
                .invoke(failure -> LOG.warnf("event waits: %s", failure.toString()))
                .onFailure(Transience::isTransient)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(TimeUnit.DAYS.toMillis(1));
    }

    private Optional<Received> parse(String payload) throws JsonProcessingException {
        CloudEvent envelope = envelopes.readValue(payload);
        if (envelope == null
                || envelope.id() == null
                || envelope.type() == null
                || envelope.time() == null
                || envelope.data() == null) {
            throw new IllegalArgumentException(
                    "not a CloudEvent: id, type, time or data is missing");
        }
        EventType type = TYPES.get(envelope.type());
        if (type == null) {
            return unknown(envelope.type());
        }
        return Optional.of(
                new Received(
                        envelope.id(),
                        type,
                        envelope.time().toInstant(),
                        envelope.revision(),
                        facts.treeToValue(envelope.data(), type.data())));
    }

    /** A type of a later release is no poison: it was never meant for this one. */
    private static Optional<Received> unknown(String type) {
        LOG.infof("event type %s is not known here and is passed over", type);
        return Optional.empty();
    }
}
