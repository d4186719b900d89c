package io.mingjian.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The relay's own connection. It is kept for as long as it lives, because in the pool a round would
 * wait behind requests whenever many come at once, as after a restart; and with it the lock that
 * says which replica publishes, which the database takes back when the connection ends.
 */
final class RelayLine {
    /**
     * A node that is gone says nothing; the database asks it and lets the lock go. A statement that
     * waits too long, say behind a migration, is ended by the database: the connection lives, and
     * the next round tries again.
     */
    private static final String LIVELY =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set"
                    + " tcp_keepalives_count = 3; set statement_timeout = ";

    private static final String LOCK =
            "select pg_try_advisory_lock(hashtext('mingjian.outbox')) as mine";

    private record Line(SqlConnection connection, boolean mine) {}

    private final Pool pool;
    private final Duration patience;
    private final AtomicReference<@Nullable Line> line = new AtomicReference<>();

    /**
     * @param patience longer than any statement of the relay takes
     */
    RelayLine(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /** Whether this replica is the one that publishes. */
    Uni<Boolean> mine() {
        Line now = line.get();
        if (now == null) {
            return connect().chain(this::lock);
        }
        return now.mine() ? Uni.createFrom().item(true) : lock(now);
    }

    /**
     * Runs a statement on the connection that holds the lock.
     *
     * @throws IllegalStateException as failure: the connection has ended since, and with it the
     *     lock
     */
    Uni<RowSet<Row>> ask(String statement, Tuple values) {
        Line now = line.get();
        return now != null && now.mine() ? on(now, statement, values) : ended();
    }

    /** Runs a statement whoever holds the lock. */
    Uni<RowSet<Row>> look(String statement) {
        Line now = line.get();
        return now == null ? ended() : on(now, statement, Tuple.tuple());
    }

    private static Uni<RowSet<Row>> on(Line now, String statement, Tuple values) {
        return now.connection().preparedQuery(statement).execute(values);
    }

    private static <T> Uni<T> ended() {
        return Uni.createFrom()
                .failure(new IllegalStateException("the relay's connection has ended"));
    }

    private Uni<Line> connect() {
        return pool.getConnection()
                .chain(
                        connection -> {
                            Line fresh = new Line(connection, false);
                            line.set(fresh);
                            connection.closeHandler(() -> forget(connection));
                            return connection
                                    .query(LIVELY + patience.toMillis())
                                    .execute()
                                    .replaceWith(fresh);
                        });
    }

    private void forget(SqlConnection ended) {
        line.updateAndGet(now -> now != null && now.connection() == ended ? null : now);
    }

    private Uni<Boolean> lock(Line free) {
        return free.connection()
                .query(LOCK)
                .execute()
                .map(
                        answer ->
                                answer.iterator().next().getBoolean("mine")
                                        && line.compareAndSet(
                                                free, new Line(free.connection(), true)));
    }
}
