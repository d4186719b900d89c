package io.mingjian.registry.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.criteria.Tried;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for trials and whom they would have proposed. */
@ApplicationScoped
class Trials implements Tried {
    private static final UUID LAST = new UUID(-1, -1);

    private static final String ADD =
            """
            insert into criteria_trial (id, kind, code, version, from_day, to_day, requested_by, requested_at)
            values (:id, :kind, :code, :version, :from, :to, :by, :at)
            """;
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtext('mingjian.trial')) as mine";
    private static final String COLUMNS =
            """
            select id, kind, code, version, from_day, to_day, requested_by, requested_at, started_at, finished_at,
              after_person, total, persons, filings, cast(result as text) as result
            from criteria_trial
            """;
    private static final String BEGIN =
            "update criteria_trial set started_at = :at, total = :total where id = :id";
    private static final String ADVANCE =
            """
            with proposal as (
              insert into trial_proposal (trial_id, person_id, rules, proposed_on, criteria, upheld)
              select :id, x.* from jsonb_to_recordset(cast(cast(:proposals as text) as jsonb)) as x (person_id uuid,
                rules text, proposed_on date, criteria text, upheld int))
            update criteria_trial set after_person = :after, persons = persons + :persons, filings = filings + :filings
            where id = :id
            """;
    private static final String PROPOSED =
            "select person_id, rules, proposed_on, criteria, upheld from trial_proposal where trial_id = :id";
    private static final String FINISH =
            "update criteria_trial set finished_at = :at, result = cast(cast(:result as text) as jsonb) where id = :id";

    private final ObjectMapper json;
    private final Clock clock;

    Trials(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> add(Caller caller, Trial trial) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", trial.id())
                                        .setParameter("kind", trial.kind().name())
                                        .setParameter("code", trial.code())
                                        .setParameter("version", trial.version())
                                        .setParameter("from", trial.from())
                                        .setParameter("to", trial.to())
                                        .setParameter("by", trial.requestedBy())
                                        .setParameter("at", trial.requestedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * The trial that is to go on, if there is one and no other replica is at work; held until the
     * transaction ends.
     */
    Uni<Optional<Trial>> lockWaiting(Caller machine) {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(ALONE, Boolean.class).getSingleResult())
                .chain(
                        mine ->
                                mine
                                        ? read(
                                                "where finished_at is null and id < :id order by requested_at, id limit 1",
                                                LAST)
                                        : Uni.createFrom().item(List.<Trial>of()))
                .map(found -> found.stream().findFirst());
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

    /**
     * What a chunk of persons brought.
     *
     * @param last the last person of it
     * @param persons how many of them filed in the period
     */
    record Chunk(UUID last, int persons, long filings, List<Proposed> proposals) {}

    /** Keeps how far it has come and whom it would have proposed. */
    Uni<Void> advance(Caller machine, UUID id, Chunk chunk) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADVANCE)
                                        .setParameter("id", id)
                                        .setParameter("proposals", text(rows(chunk.proposals())))
                                        .setParameter("after", chunk.last())
                                        .setParameter("persons", chunk.persons())
                                        .setParameter("filings", chunk.filings())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A proposal in the words of the columns. */
    @com.fasterxml.jackson.databind.annotation.JsonNaming(
            com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            UUID personId, RuleSet rules, LocalDate proposedOn, String criteria, int upheld) {}

    private static List<Row> rows(List<Proposed> proposals) {
        return proposals.stream()
                .map(
                        each ->
                                new Row(
                                        each.personId(),
                                        each.rules(),
                                        each.on(),
                                        each.criteria(),
                                        each.upheld()))
                .toList();
    }

    Uni<List<Proposed>> proposed(Caller machine, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PROPOSED, Tuple.class)
                                        .setParameter("id", id)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Proposed(
                                                                row.get("person_id", UUID.class),
                                                                RuleSet.valueOf(
                                                                        row.get(
                                                                                "rules",
                                                                                String.class)),
                                                                row.get(
                                                                        "proposed_on",
                                                                        LocalDate.class),
                                                                row.get("criteria", String.class),
                                                                row.get("upheld", Integer.class)))
                                        .toList());
    }

    Uni<Void> finish(Caller machine, UUID id, TrialResult result) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FINISH)
                                        .setParameter("id", id)
                                        .setParameter("at", clock.instant())
                                        .setParameter("result", text(result))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Trials, the latest in front. */
    Uni<List<Trial>> page(Caller caller, @Nullable UUID before, int limit) {
        return read(
                "where id < :id order by id desc limit " + limit, before == null ? LAST : before);
    }

    /**
     * @throws NotFound if there is none with this id
     */
    Uni<Trial> require(Caller caller, UUID id) {
        return read("where id = :id", id)
                .map(
                        found ->
                                found.stream()
                                        .findFirst()
                                        .orElseThrow(() -> new NotFound("判定标准检验", "trial")));
    }

    @Override
    public Uni<Boolean> isTried(Caller caller, String code, int version) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (select 1 from criteria_trial where code = :code
                                                  and version = :version and finished_at is not null) as tried
                                                """,
                                                Boolean.class)
                                        .setParameter("code", code)
                                        .setParameter("version", version)
                                        .getSingleResult());
    }

    private Uni<List<Trial>> read(String where, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(COLUMNS + where, Tuple.class)
                                        .setParameter("id", id)
                                        .getResultList())
                .map(rows -> rows.stream().map(this::trial).toList());
    }

    private Trial trial(Tuple row) {
        return new Trial(
                row.get("id", UUID.class),
                TrialKind.valueOf(row.get("kind", String.class)),
                row.get("code", String.class),
                row.get("version", Integer.class),
                row.get("from_day", LocalDate.class),
                row.get("to_day", LocalDate.class),
                row.get("requested_by", String.class),
                Rows.instant(row, "requested_at"),
                Rows.optionalInstant(row, "started_at"),
                Rows.optionalInstant(row, "finished_at"),
                row.get("after_person", UUID.class),
                row.get("total", Long.class),
                row.get("persons", Long.class),
                row.get("filings", Long.class),
                result(row.get("result", String.class)));
    }

    private @Nullable TrialResult result(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, TrialResult.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored result is not readable", broken);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("results are always writable", impossible);
        }
    }
}
