package io.mingjian.registry.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The watched clocks, for those who look after all of them at once: the daily sweep and the
 * recount. Machines only; a procedure writes its own clocks through {@link Worklist}.
 */
@ApplicationScoped
public class ClockWatch {
    /** Lines that a step holds just now are passed over; the next round finds them. */
    private static final String DUE =
            """
            select w.filing_id, q.kind, q.holder, w.limit_name, w.half_on, w.nearly_on, w.due_on, w.told
            from clock_watch w join queue_item q on q.filing_id = w.filing_id
            where w.next_on <= :today
            order by w.next_on, w.filing_id, w.limit_name limit %d
            for update of q, w skip locked
            """;

    private static final String REACHED =
            """
            update clock_watch w set level = x.level, told = greatest(w.told, x.level)
            from jsonb_to_recordset(cast(cast(:reached as text) as jsonb))
              as x (filing_id uuid, limit_name text, level smallint)
            where w.filing_id = x.filing_id and w.limit_name = x.limit_name
            """;
    private static final String LEVELS =
            """
            update queue_item q set level = x.level
            from (select filing_id, max(level) as level
                  from jsonb_to_recordset(cast(cast(:reached as text) as jsonb)) as r (filing_id uuid, level smallint)
                  group by filing_id) x
            where q.filing_id = x.filing_id and q.level < x.level
            """;
    private static final String LAST_OF_CHUNK =
            """
            select filing_id from
              (select distinct filing_id from clock_watch where filing_id > :after order by filing_id limit %d) chunk
            order by filing_id desc limit 1
            """;
    private static final String HOLD =
            """
            select q.filing_id from queue_item q
            where q.filing_id in (select filing_id from clock_watch where filing_id > :after and filing_id <= :last)
            order by q.filing_id for update of q
            """;
    private static final String CHUNK =
            """
            select w.filing_id, w.limit_name, cast(w.clock as text) as clock, w.half_on, w.nearly_on, w.due_on,
              w.provisional, w.paused, w.level, q.kind, q.registration_no, q.holder
            from clock_watch w join queue_item q on q.filing_id = w.filing_id
            where w.filing_id > :after and w.filing_id <= :last
            order by w.filing_id, w.limit_name
            """;
    private static final String CORRECT =
            """
            update clock_watch w set half_on = x.half_on, nearly_on = x.nearly_on, due_on = x.due_on,
              provisional = x.provisional, level = x.level
            from jsonb_to_recordset(cast(cast(:corrected as text) as jsonb)) as x (filing_id uuid, limit_name text,
              half_on date, nearly_on date, due_on date, provisional boolean, level smallint)
            where w.filing_id = x.filing_id and w.limit_name = x.limit_name
            """;
    private static final String FOLLOW =
            """
            update queue_item q set due_on = f.due_on, due_provisional = f.provisional, due_basis = f.basis, level = f.level
            from (select distinct on (w.filing_id) w.filing_id, w.due_on, w.provisional, w.basis,
                    max(w.level) over (partition by w.filing_id) as level
                  from clock_watch w
                  where w.filing_id in (select x.filing_id
                    from jsonb_to_recordset(cast(cast(:corrected as text) as jsonb)) as x (filing_id uuid))
                  order by w.filing_id, w.due_on, w.limit_name) f
            where q.filing_id = f.filing_id
            """;
    private static final String COUNT = "select count(distinct filing_id) from clock_watch";

    private final ObjectMapper json;

    ClockWatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A clock of which something is to be told.
     *
     * @param told the share that was announced last: 0, 50, 80 or 100
     */
    public record Due(
            UUID filingId,
            FilingKind kind,
            String holder,
            String limit,
            LocalDate halfOn,
            LocalDate nearlyOn,
            LocalDate dueOn,
            int told) {}

    /** The share of a clock that is used up now, and announced. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Reached(UUID filingId, String limitName, int level) {}

    /**
     * A clock as it was counted last.
     *
     * @param clock JSON text; equal clocks have equal texts
     */
    public record Watched(
            UUID filingId,
            FilingKind kind,
            String registrationNo,
            String holder,
            String limit,
            String clock,
            LocalDate halfOn,
            LocalDate nearlyOn,
            LocalDate dueOn,
            boolean provisional,
            boolean paused,
            int level) {}

    /** A clock as it is counted now. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Corrected(
            UUID filingId,
            String limitName,
            LocalDate halfOn,
            LocalDate nearlyOn,
            LocalDate dueOn,
            boolean provisional,
            int level) {}

    /**
     * Clocks that have reached a share that was not announced yet, those that wait longest in
     * front, held until the transaction ends.
     */
    public Uni<List<Due>> lockDue(Caller machine, LocalDate today, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(DUE.formatted(limit), Tuple.class)
                                        .setParameter("today", today)
                                        .getResultList())
                .map(rows -> rows.stream().map(ClockWatch::due).toList());
    }

    /** Keeps what was announced of locked clocks, and shows it in the queue. */
    public Uni<Void> reached(Caller machine, List<Reached> reached) {
        String rows = text(reached);
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(REACHED)
                                        .setParameter("reached", rows)
                                        .executeUpdate())
                .call(
                        session ->
                                session.createNativeQuery(LEVELS)
                                        .setParameter("reached", rows)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** How many filings have a running clock. */
    public Uni<Long> filings(Caller machine) {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(COUNT, Long.class).getSingleResult());
    }

    /**
     * The clocks of the next filings after an id, whole filings only, held until the transaction
     * ends; none if there are no more.
     *
     * @param filings at most so many
     */
    public Uni<List<Watched>> lockAfter(Caller machine, UUID after, int filings) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                LAST_OF_CHUNK.formatted(filings), UUID.class)
                                        .setParameter("after", after)
                                        .getResultList())
                .chain(
                        last ->
                                last.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : lockBetween(after, last.get(0)));
    }

    private Uni<List<Watched>> lockBetween(UUID after, UUID last) {
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(HOLD, UUID.class)
                                        .setParameter("after", after)
                                        .setParameter("last", last)
                                        .getResultList())
                .chain(
                        session ->
                                session.createNativeQuery(CHUNK, Tuple.class)
                                        .setParameter("after", after)
                                        .setParameter("last", last)
                                        .getResultList())
                .map(rows -> rows.stream().map(ClockWatch::watched).toList());
    }

    /** Corrects locked clocks, and the places of their filings in the queue. */
    public Uni<Void> correct(Caller machine, List<Corrected> corrected) {
        if (corrected.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String rows = text(corrected);
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(CORRECT)
                                        .setParameter("corrected", rows)
                                        .executeUpdate())
                .call(
                        session ->
                                session.createNativeQuery(FOLLOW)
                                        .setParameter("corrected", rows)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Due due(Tuple row) {
        return new Due(
                row.get("filing_id", UUID.class),
                FilingKind.valueOf(row.get("kind", String.class)),
                row.get("holder", String.class),
                row.get("limit_name", String.class),
                row.get("half_on", LocalDate.class),
                row.get("nearly_on", LocalDate.class),
                row.get("due_on", LocalDate.class),
                row.get("told", Number.class).intValue());
    }

    private static Watched watched(Tuple row) {
        return new Watched(
                row.get("filing_id", UUID.class),
                FilingKind.valueOf(row.get("kind", String.class)),
                row.get("registration_no", String.class),
                row.get("holder", String.class),
                row.get("limit_name", String.class),
                row.get("clock", String.class),
                row.get("half_on", LocalDate.class),
                row.get("nearly_on", LocalDate.class),
                row.get("due_on", LocalDate.class),
                row.get("provisional", Boolean.class),
                row.get("paused", Boolean.class),
                row.get("level", Number.class).intValue());
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("ids and days are always writable", impossible);
        }
    }
}
