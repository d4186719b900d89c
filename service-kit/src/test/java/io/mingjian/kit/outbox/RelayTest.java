package io.mingjian.kit.outbox;

import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class RelayTest {
    /** The process of the database that holds the relay's lock. */
    private static final String HOLDER =
            "select pid from pg_locks join pg_database on oid = database where datname ="
                    + " current_database() and locktype = 'advisory' and granted and (classid::bigint"
                    + " << 32 | objid::bigint) = hashtext('mingjian.outbox')::bigint";

    @Inject DataSource database;

    @Inject Pool pool;

    @Inject @Any InMemoryConnector broker;

    @Inject MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    @Test
    void whatIsCommittedIsPublishedOnceAndLeavesTheOutbox() throws SQLException {
        String payload = written();
        await().until(() -> published(payload) == 1);
        await().until(() -> !waits(payload));
        assertThat(published(payload)).isEqualTo(1);
    }

    @Test
    void publishesWhileRequestsHoldEveryConnectionOfThePool() throws SQLException {
        await().until(() -> !holders().isEmpty());
        List<CompletableFuture<SqlConnection>> requests = asManyAsThePoolHas();
        try {
            String payload = written();
            await().until(() -> published(payload) == 1);
        } finally {
            requests.forEach(
                    each -> each.thenCompose(held -> held.close().subscribeAsCompletionStage()));
        }
    }

    @Test
    void goesOnAfterItsConnectionWasCut() throws SQLException {
        await().until(() -> !holders().isEmpty());
        Integer cut = holders().get(0);
        run("select pg_terminate_backend(" + cut + ")");
        String payload = written();
        await().until(() -> published(payload) == 1);
        await().until(() -> !holders().isEmpty());
        assertThat(holders()).hasSize(1).doesNotContain(cut);
    }

    /** Say a migration; the relay keeps its connection and its lock. */
    @Test
    void goesOnAfterSomethingKeptItWaitingTooLong() throws SQLException {
        await().until(() -> !holders().isEmpty());
        List<Integer> before = holders();
        String payload = written();
        await().until(() -> published(payload) == 1);
        double failed = failures();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table outbox in access exclusive mode");
            await().until(() -> failures() > failed);
            other.rollback();
        }
        String next = written();
        await().until(() -> published(next) == 1);
        assertThat(holders()).isEqualTo(before);
    }

    /** The other replica takes the lock when this one's connection is cut, and ends later. */
    @Test
    void restsWhileAnotherReplicaPublishesAndTakesItsPlaceWhenThatEnds() throws SQLException {
        await().until(() -> !holders().isEmpty());
        Integer cut = holders().get(0);
        String payload;
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            CompletableFuture<Void> queueing =
                    CompletableFuture.runAsync(
                            () ->
                                    execute(
                                            statement,
                                            "select pg_advisory_lock(hashtext('mingjian.outbox'))"));
            await().until(this::somebodyQueues);
            run("select pg_terminate_backend(" + cut + ")");
            queueing.orTimeout(60, TimeUnit.SECONDS).join();
            payload = written();
            await().until(this::seesThatItWaits);
            assertThat(published(payload)).isZero();
            assertThat(waits(payload)).isTrue();
            execute(statement, "select pg_advisory_unlock(hashtext('mingjian.outbox'))");
        }
        await().until(() -> published(payload) == 1);
    }

    /** All but one get theirs, because that is the relay's; the last one waits. */
    private List<CompletableFuture<SqlConnection>> asManyAsThePoolHas() {
        List<CompletableFuture<SqlConnection>> requests =
                IntStream.range(0, connections)
                        .mapToObj(each -> pool.getConnection().subscribeAsCompletionStage())
                        .toList();
        await().until(
                        () ->
                                requests.stream().filter(CompletableFuture::isDone).count()
                                        == connections - 1);
        return requests;
    }

    private String written() throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                "insert into outbox (seq, id, topic, aggregatetype, aggregateid, type, payload,"
                        + " created_at) values (nextval('outbox_seq'), '"
                        + id
                        + "', 'notes', 'note', '"
                        + id
                        + "', 'note.written', '"
                        + id
                        + "', now())");
        return id.toString();
    }

    private double failures() {
        return metrics.get("mingjian_outbox_failed_batches").gauge().value();
    }

    private long published(String payload) {
        return broker.sink("outbox").received().stream()
                .filter(message -> payload.equals(message.getPayload()))
                .count();
    }

    private boolean waits(String payload) throws SQLException {
        return !numbers("select 1 from outbox where payload = '" + payload + "'").isEmpty();
    }

    private List<Integer> holders() throws SQLException {
        return numbers(HOLDER);
    }

    private boolean somebodyQueues() throws SQLException {
        return !numbers(
                        "select 1 from pg_stat_activity where datname = current_database() and"
                                + " wait_event_type = 'Lock' and query like"
                                + " 'select pg_advisory_lock%'")
                .isEmpty();
    }

    /** The relay has looked since the row was written, and tells how long it waits. */
    private boolean seesThatItWaits() {
        return metrics.get("mingjian_outbox_lag_seconds").gauge().value() > 0;
    }

    private List<Integer> numbers(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<Integer> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
