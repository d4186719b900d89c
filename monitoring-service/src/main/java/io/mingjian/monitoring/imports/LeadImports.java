package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The only SQL for imports and for who works at them; every query is narrowed by the caller. */
@ApplicationScoped
class LeadImports {
    private static final String CLAIM =
            """
            update lead_import set worker = :worker, worker_until = :until
            where id = (select id from lead_import
                        where state in ('UPLOADED', 'COMMITTING') and (worker_until is null or worker_until < :now)
                        order by created_at limit 1 for update skip locked)
            returning id
            """;

    /** Also keeps the row, so that nobody else takes a step of the job in this transaction. */
    private static final String HOLD =
            """
            update lead_import set worker_until = :until where id = :id and worker = :worker and state = :state
            """;

    private static final String RELEASE =
            """
            update lead_import set worker = null, worker_until = :until where id = :id and worker = :worker
            """;

    /** Jobs that ended without an entered row, or that nobody confirmed, go as a whole. */
    private static final String FORGET =
            """
            delete from lead_import j
            where coalesce(j.ended_at, j.created_at) < :before and j.state in ('PREVIEWED', 'FAILED', 'CANCELLED')
              and not exists (select 1 from lead_import_row r where r.import_id = j.id and r.state = 'ENTERED')
            """;

    private static final String FORGET_ROWS =
            """
            delete from lead_import_row r using lead_import j
            where j.id = r.import_id and j.ended_at < :before and r.state <> 'ENTERED'
            """;

    private final Clock clock;

    LeadImports(Clock clock) {
        this.clock = clock;
    }

    UUID parse(String id) {
        return Ids.parse(id, "线索导入", "lead import");
    }

    Uni<Void> add(Caller caller, LeadImport job) {
        return Sessions.current().chain(session -> session.persist(job).chain(session::flush));
    }

    /**
     * @throws NotFound if there is none, or it is another organisation's
     */
    Uni<LeadImport> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(LeadImport.class, id))
                .onItem()
                .ifNull()
                .failWith(LeadImports::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** Takes the oldest job that waits for a worker, or whose worker is gone. */
    Uni<Optional<UUID>> claim(Caller machine, UUID worker, Duration lease) {
        Instant now = clock.instant();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, UUID.class)
                                        .setParameter("worker", worker)
                                        .setParameter("until", now.plus(lease))
                                        .setParameter("now", now)
                                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** Whether the job is still this worker's in this state; if so, for another while. */
    Uni<Boolean> hold(Caller machine, UUID id, UUID worker, ImportState state, Duration lease) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HOLD)
                                        .setParameter("id", id)
                                        .setParameter("worker", worker)
                                        .setParameter("state", state.name())
                                        .setParameter("until", clock.instant().plus(lease))
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Gives the job back; others may take it after a pause. */
    Uni<Void> release(Caller machine, UUID id, UUID worker, Duration pause) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(RELEASE)
                                        .setParameter("id", id)
                                        .setParameter("worker", worker)
                                        .setParameter("until", clock.instant().plus(pause))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets what ended before a time: rows that were not entered, and jobs without any. */
    Uni<Void> forget(Caller machine, Instant before) {
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(FORGET_ROWS)
                                        .setParameter("before", before)
                                        .executeUpdate())
                .call(
                        session ->
                                session.createNativeQuery(FORGET)
                                        .setParameter("before", before)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static NotFound notFound() {
        return new NotFound("线索导入", "lead import");
    }
}
