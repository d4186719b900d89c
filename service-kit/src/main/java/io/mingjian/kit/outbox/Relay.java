package io.mingjian.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes outbox rows. One replica at a time does it, the one whose {@link RelayLine} holds the
 * lock, because only then do the events of one aggregate keep their order. Rows go when the broker
 * has them; a death between the two sends them again.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private static final String BATCH =
            "select seq, topic, aggregateid, payload, traceparent, created_at from outbox order by seq"
                    + " limit $1";
    private static final String OLDEST = "select created_at from outbox order by seq limit 1";
    private static final String DELETE = "delete from outbox where seq = any($1)";

    private final RelayLine line;
    private final MutinyEmitter<String> broker;
    private final Vertx vertx;
    private final int batch;
    private final long pollMillis;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
    private final Clock clock;
    private long timer = -1;

    Relay(
            Pool pool,
            @Channel("outbox") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 1024)
                    MutinyEmitter<String> broker,
            Vertx vertx,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "mingjian.outbox.batch") int batch,
            @ConfigProperty(name = "mingjian.outbox.poll-millis") long pollMillis,
            @ConfigProperty(name = "mingjian.outbox.patience") Duration patience) {
        this.line = new RelayLine(pool, patience);
        this.broker = broker;
        this.vertx = vertx;
        this.batch = batch;
        this.pollMillis = pollMillis;
        this.clock = clock;
        metrics.gauge("mingjian_outbox_failed_batches", failures);
        metrics.gauge("mingjian_outbox_lag_seconds", this, Relay::lagSeconds);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(pollMillis, pollMillis, tick -> drain());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
        vertx.cancelTimer(timer);
    }

    /** Publishes what waits; returns at once if a round is under way. */
    void drain() {
        if (stopped.get() || !running.compareAndSet(false, true)) {
            return;
        }
        rounds().subscribe()
                .with(
                        done -> running.set(false),
                        failure -> {
                            running.set(false);
                            if (failures.incrementAndGet() % 50 == 1) {
                                LOG.warnf(
                                        "outbox not published, will try again: %s",
                                        failure.toString());
                            }
                        });
    }

    private Uni<Void> rounds() {
        return round().chain(sent -> sent == batch ? rounds() : Uni.createFrom().voidItem());
    }

    /** One batch: read, send all, delete. */
    Uni<Integer> round() {
        return line.mine().chain(mine -> mine ? publish() : rest());
    }

    /** Another replica publishes; that it does not would be seen here as well. */
    private Uni<Integer> rest() {
        return line.look(OLDEST).invoke(this::note).replaceWith(0);
    }

    private Uni<Integer> publish() {
        return line.ask(BATCH, Tuple.of(batch))
                .chain(
                        rows -> {
                            note(rows);
                            return rows.size() == 0
                                    ? Uni.createFrom().item(0)
                                    : sendAndDelete(rows);
                        });
    }

    private void note(RowSet<Row> rows) {
        oldest.set(
                rows.size() == 0
                        ? null
                        : rows.iterator().next().getOffsetDateTime("created_at").toInstant());
    }

    /** Age in seconds of the oldest row that waits, as this replica saw it last; 0 if none did. */
    private double lagSeconds() {
        Instant since = oldest.get();
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private Uni<Integer> sendAndDelete(RowSet<Row> rows) {
        List<Uni<Void>> sends = new ArrayList<>(rows.size());
        List<Long> places = new ArrayList<>(rows.size());
        for (Row row : rows) {
            sends.add(broker.sendMessage(message(row)));
            places.add(row.getLong("seq"));
        }
        return Uni.join()
                .all(sends)
                .andCollectFailures()
                .chain(() -> line.ask(DELETE, Tuple.of(places.toArray(Long[]::new))))
                .replaceWith(places.size());
    }

    private static Message<String> message(Row row) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("content-type", bytes("application/cloudevents+json; charset=utf-8"));
        String traceparent = row.getString("traceparent");
        if (traceparent != null && !traceparent.isEmpty()) {
            headers.add("traceparent", bytes(traceparent));
        }
        return Message.of(row.getString("payload"))
                .addMetadata(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(row.getString("topic"))
                                .withKey(row.getString("aggregateid"))
                                .withHeaders(headers)
                                .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
