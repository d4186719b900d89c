package io.mingjian.registry.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for recounts and what they moved. A district sees its own moves only. */
@ApplicationScoped
class Recounts {
    private static final UUID LAST = new UUID(-1, -1);

    private static final String REQUEST =
            """
            insert into recount (id, cause, cause_key, requested_at) values (:id, :cause, :key, :at)
            on conflict (cause, cause_key) do nothing
            """;
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtext('mingjian.recount')) as mine";
    private static final String COLUMNS =
            """
            select r.id, r.cause, r.requested_at, r.started_at, r.finished_at, r.after_id, r.total, r.seen, r.corrected,
              r.moved, r.settled, r.failed
            from recount r
            """;
    private static final String COLUMNS_OF_DESK =
            """
            select r.id, r.cause, r.requested_at, r.started_at, r.finished_at, r.after_id, r.total, r.seen, r.corrected,
              (select count(*) from clock_move m where m.recount_id = r.id and m.holder = :holder) as moved,
              r.settled, r.failed
            from recount r
            """;
    private static final String WAITING =
            COLUMNS
                    + "where r.finished_at is null and r.requested_at <= :before order by r.requested_at, r.id limit 1";
    private static final String BEGIN =
            "update recount set started_at = :at, total = :total where id = :id";
    private static final String ADVANCE =
            """
            update recount set after_id = :after, seen = seen + :seen, corrected = corrected + :corrected,
              moved = moved + :moved, settled = settled + :settled, failed = failed + :failed
            where id = :id
            """;
    private static final String FINISH = "update recount set finished_at = :at where id = :id";
    private static final String ADD_MOVES =
            """
            insert into clock_move (recount_id, filing_id, limit_name, kind, registration_no, holder, old_due_on,
              new_due_on, was_provisional, is_provisional)
            select :id, x.* from jsonb_to_recordset(cast(cast(:moves as text) as jsonb)) as x (filing_id uuid,
              limit_name text, kind text, registration_no text, holder text, old_due_on date, new_due_on date,
              was_provisional boolean, is_provisional boolean)
            """;
    private static final String MOVES =
            """
            select filing_id, limit_name, kind, registration_no, holder, old_due_on, new_due_on, was_provisional,
              is_provisional
            from clock_move
            where recount_id = :id and (filing_id, limit_name) > (:after, :afterLimit) %s
            order by filing_id, limit_name limit %d
            """;

    private final ObjectMapper json;
    private final Clock clock;

    Recounts(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Asks for a recount; the same cause is counted once. */
    Uni<Void> request(Caller machine, Cause cause, String key) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REQUEST)
                                        .setParameter("id", Ids.next())
                                        .setParameter("cause", cause.name())
                                        .setParameter("key", key)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * The recount that is to go on, if there is one and no other replica is at work; held until the
     * transaction ends.
     *
     * @param before those asked for later have to wait
     */
    Uni<Optional<Recount>> lockWaiting(Caller machine, Instant before) {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(ALONE, Boolean.class).getSingleResult())
                .chain(
                        mine ->
                                mine
                                        ? waiting(before)
                                        : Uni.createFrom().item(Optional.<Recount>empty()));
    }

    private static Uni<Optional<Recount>> waiting(Instant before) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(WAITING, Tuple.class)
                                        .setParameter("before", before)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(Recounts::recount));
    }

    Uni<Void> begin(Caller machine, UUID id, long total) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(BEGIN)
                                        .setParameter("id", id)
                                        .setParameter("at", clock.instant())
                                        .setParameter("total", total)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Keeps how far it has come, and what moved if that is to be reported. */
    Uni<Void> advance(Caller machine, Recount recount, Chunk chunk) {
        List<Move> moves = recount.cause() == Cause.HOLIDAY_NOTICE ? chunk.moves() : List.of();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADVANCE)
                                        .setParameter("id", recount.id())
                                        .setParameter("after", chunk.last())
                                        .setParameter("seen", chunk.filings())
                                        .setParameter("corrected", chunk.corrected().size())
                                        .setParameter("moved", moves.size())
                                        .setParameter("settled", chunk.settled())
                                        .setParameter("failed", chunk.failed())
                                        .executeUpdate())
                .chain(() -> add(recount.id(), moves));
    }

    private Uni<Void> add(UUID id, List<Move> moves) {
        if (moves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD_MOVES)
                                        .setParameter("id", id)
                                        .setParameter("moves", text(moves))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> finish(Caller machine, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FINISH)
                                        .setParameter("id", id)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Recounts, the latest in front. */
    Uni<List<Recount>> page(Caller caller, @Nullable UUID before, int limit) {
        return read(
                caller,
                "where r.id < :id order by r.id desc limit " + limit,
                before == null ? LAST : before);
    }

    /**
     * @throws NotFound if there is none with this id
     */
    Uni<Recount> require(Caller caller, UUID id) {
        return read(caller, "where r.id = :id", id)
                .map(
                        found ->
                                found.stream()
                                        .findFirst()
                                        .orElseThrow(() -> new NotFound("期限重算", "recount")));
    }

    private static Uni<List<Recount>> read(Caller caller, String where, UUID id) {
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createNativeQuery(
                                                    (caller.isCity() ? COLUMNS : COLUMNS_OF_DESK)
                                                            + where,
                                                    Tuple.class)
                                            .setParameter("id", id);
                            return (caller.isCity()
                                            ? query
                                            : query.setParameter("holder", desk(caller)))
                                    .getResultList();
                        })
                .map(rows -> rows.stream().map(Recounts::recount).toList());
    }

    /**
     * What a recount moved, filing by filing, as far as it lies with the caller.
     *
     * @param after the place after which the page begins
     */
    Uni<List<Move>> moves(Caller caller, UUID recountId, After after, int limit) {
        String mine = caller.isCity() ? "" : "and holder = :holder";
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createNativeQuery(
                                                    MOVES.formatted(mine, limit), Tuple.class)
                                            .setParameter("id", recountId)
                                            .setParameter("after", after.filingId())
                                            .setParameter("afterLimit", after.limitName());
                            return (caller.isCity()
                                            ? query
                                            : query.setParameter("holder", desk(caller)))
                                    .getResultList();
                        })
                .map(rows -> rows.stream().map(Recounts::move).toList());
    }

    /** A place in the report. */
    record After(UUID filingId, String limitName) {
        static final After NOTHING = new After(new UUID(0, 0), "");

        static After of(Move move) {
            return new After(move.filingId(), move.limitName());
        }
    }

    private static String desk(Caller caller) {
        return caller.isDistrict() ? caller.organisation() : "";
    }

    private static Recount recount(Tuple row) {
        return new Recount(
                row.get("id", UUID.class),
                Cause.valueOf(row.get("cause", String.class)),
                Rows.instant(row, "requested_at"),
                Rows.optionalInstant(row, "started_at"),
                Rows.optionalInstant(row, "finished_at"),
                row.get("after_id", UUID.class),
                row.get("total", Long.class),
                row.get("seen", Long.class),
                row.get("corrected", Long.class),
                row.get("moved", Long.class),
                row.get("settled", Long.class),
                row.get("failed", Long.class));
    }

    private static Move move(Tuple row) {
        return new Move(
                row.get("filing_id", UUID.class),
                row.get("limit_name", String.class),
                FilingKind.valueOf(row.get("kind", String.class)),
                row.get("registration_no", String.class),
                row.get("holder", String.class),
                row.get("old_due_on", LocalDate.class),
                row.get("new_due_on", LocalDate.class),
                row.get("was_provisional", Boolean.class),
                row.get("is_provisional", Boolean.class));
    }

    private String text(List<Move> moves) {
        try {
            return json.writeValueAsString(moves);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("ids and days are always writable", impossible);
        }
    }
}
