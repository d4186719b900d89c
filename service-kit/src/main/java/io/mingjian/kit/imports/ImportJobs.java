package io.mingjian.kit.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The only SQL for imports and for who works at them; every query is narrowed by the caller. */
final class ImportJobs<J extends ImportJob<?>> {
    private static final String CLAIM =
            """
            update {jobs} set worker = :worker, worker_until = :until, attempts = attempts + 1
            where id = (select id from {jobs}
                        where state in ('{reading}', '{entering}') and (worker_until is null or worker_until < :now)
                        order by created_at limit 1 for update skip locked)
            returning id, attempts
            """;

    /** Also keeps the row, so that nobody else takes a step of the job in this transaction. */
    private static final String HOLD =
            """
            update {jobs} set worker_until = :until, attempts = case when :gettingOn then 0 else attempts end
            where id = :id and worker = :worker and state = :state
            """;

    private static final String RELEASE =
            """
            update {jobs} set worker = null, worker_until = :until, attempts = greatest(attempts - :back, 0)
            where id = :id and worker = :worker
            """;

    /** Jobs that ended without an entered row, or that nobody confirmed, go as a whole. */
    private static final String FORGET =
            """
            delete from {jobs} j
            where coalesce(j.ended_at, j.created_at) < :before and j.state in ('{shown}', '{failed}', '{cancelled}')
              and not exists (select 1 from {rows} r where r.import_id = j.id and r.state = '{entered}')
            """;

    private static final String FORGET_ROWS =
            """
            delete from {rows} r using {jobs} j
            where j.id = r.import_id and j.ended_at < :before and r.state <> '{entered}'
            """;

    /**
     * Of what failed no row is left that could be entered after all: nobody is to confirm it again.
     */
    private static final String CLOSE =
            """
            update {jobs} set header = '{"names": []}', version = version + 1
            where ended_at < :before and state = '{failed}' and header -> 'names' <> '[]'
            """;

    private final ImportTables tables;
    private final Class<J> type;
    private final Clock clock;
    private final String claim;
    private final String hold;
    private final String release;

    ImportJobs(ImportTables tables, Class<J> type, Clock clock) {
        this.tables = tables;
        this.type = type;
        this.clock = clock;
        this.claim = tables.sql(CLAIM);
        this.hold = tables.sql(HOLD);
        this.release = tables.sql(RELEASE);
    }

    /**
     * A job that was taken up.
     *
     * @param attempts how often that was done without getting on, this time included
     */
    record Claim(UUID id, int attempts) {}

    Uni<Void> add(Caller caller, J job) {
        return Sessions.current().chain(session -> session.persist(job).chain(session::flush));
    }

    /**
     * @throws NotFound if there is none, or it is another organisation's
     */
    Uni<J> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(type, id))
                .map(
                        found -> {
                            if (found == null || !found.isVisibleTo(caller)) {
                                throw new NotFound(tables.zh(), tables.en());
                            }
                            return found;
                        });
    }

    /** Takes the oldest job that waits for a worker, or whose worker is gone. */
    Uni<Optional<Claim>> claim(Caller machine, UUID worker, Duration lease) {
        Instant now = clock.instant();
        return Sql.list(
                        claim,
                        Object[].class,
                        Map.of("worker", worker, "until", now.plus(lease), "now", now))
                .map(
                        found ->
                                found.stream()
                                        .findFirst()
                                        .map(row -> new Claim((UUID) row[0], (int) row[1])));
    }

    /**
     * Whether the job is still this worker's in this state; if so, for another while.
     *
     * @param gettingOn whether what is done in the transaction need not be done again
     */
    Uni<Boolean> hold(Caller machine, J job, UUID worker, Duration lease, boolean gettingOn) {
        return Sql.change(
                        hold,
                        Map.of(
                                "id",
                                job.id(),
                                "worker",
                                worker,
                                "state",
                                job.state().name(),
                                "gettingOn",
                                gettingOn,
                                "until",
                                clock.instant().plus(lease)))
                .map(rows -> rows == 1);
    }

    /**
     * Gives the job back; others may take it after a pause.
     *
     * @param back how many attempts do not count
     */
    Uni<Void> release(Caller machine, UUID id, UUID worker, Duration pause, int back) {
        return Sql.change(
                        release,
                        Map.of(
                                "id",
                                id,
                                "worker",
                                worker,
                                "until",
                                clock.instant().plus(pause),
                                "back",
                                back))
                .replaceWithVoid();
    }

    /** Forgets what ended before a time: rows that were not entered, and jobs without any. */
    Uni<Void> forget(Caller machine, Instant before) {
        return Sql.change(tables.sql(FORGET_ROWS), Map.of("before", before))
                .chain(() -> Sql.change(tables.sql(CLOSE), Map.of("before", before)))
                .chain(() -> Sql.change(tables.sql(FORGET), Map.of("before", before)))
                .replaceWithVoid();
    }
}
