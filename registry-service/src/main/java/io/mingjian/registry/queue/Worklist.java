package io.mingjian.registry.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue's table: the only SQL for it, and the public face of the room. */
@ApplicationScoped
public class Worklist {
    /**
     * The item comes first and all else waits for its row: so everybody who changes a filing's
     * place in the queue takes the same lock first.
     */
    private static final String PUT =
            """
            with line as (
              select * from jsonb_to_recordset(cast(cast(:items as text) as jsonb)) as x (filing_id uuid, kind text,
                state text, open boolean, holder text, registering_agency text, registering_organisation text,
                district_code text, registration_no text, filer_id uuid, filer_name text, respondent_name text,
                received_on date, due_on date, due_provisional boolean, due_basis text, evidence_ids jsonb,
                updated_at timestamptz, submission_id uuid, mixed boolean, level smallint)),
            item as (
              insert into queue_item (filing_id, kind, state, open, holder, registering_agency,
                registering_organisation, district_code, registration_no, filer_id, filer_name, respondent_name,
                received_on, due_on, due_provisional, due_basis, evidence_ids, updated_at, submission_id, mixed, level)
              select filing_id, kind, state, open, holder, registering_agency, registering_organisation,
                district_code, registration_no, filer_id, filer_name, respondent_name, received_on, due_on,
                due_provisional, due_basis, evidence_ids, updated_at, submission_id, mixed, level
              from line order by filing_id
              on conflict (filing_id) do update set
                state = excluded.state, open = excluded.open, holder = excluded.holder,
                district_code = excluded.district_code, due_on = excluded.due_on,
                due_provisional = excluded.due_provisional, due_basis = excluded.due_basis,
                level = excluded.level, updated_at = excluded.updated_at,
                claimed_by = case when excluded.open and excluded.holder = queue_item.holder then queue_item.claimed_by end,
                claimed_name = case when excluded.open and excluded.holder = queue_item.holder then queue_item.claimed_name end,
                claimed_since = case when excluded.open and excluded.holder = queue_item.holder then queue_item.claimed_since end
              returning filing_id, open, holder, updated_at),
            ended as (
              update claim_period p set until = greatest(item.updated_at, p.since), ended_by = :by,
                ended_as = case when item.open then 'LEFT_BUREAU' else 'CLOSED' end
              from item where p.filing_id = item.filing_id and p.until is null
                and (not item.open or p.organisation <> item.holder)),
            clock as (
              select * from jsonb_to_recordset(cast(cast(:watches as text) as jsonb)) as x (filing_id uuid,
                limit_name text, clock jsonb, started_on date, half_on date, nearly_on date, due_on date,
                provisional boolean, basis text, paused boolean, level smallint)),
            stopped as (
              delete from clock_watch w using item where w.filing_id = item.filing_id and not exists
                (select 1 from clock c where c.filing_id = w.filing_id and c.limit_name = w.limit_name))
            insert into clock_watch (filing_id, limit_name, clock, started_on, half_on, nearly_on, due_on, provisional,
              basis, paused, level)
            select c.filing_id, c.limit_name, c.clock, c.started_on, c.half_on, c.nearly_on, c.due_on, c.provisional,
              c.basis, c.paused, c.level
            from item join clock c on c.filing_id = item.filing_id
            on conflict (filing_id, limit_name) do update set
              clock = excluded.clock, started_on = excluded.started_on, half_on = excluded.half_on,
              nearly_on = excluded.nearly_on, due_on = excluded.due_on, provisional = excluded.provisional,
              basis = excluded.basis, paused = excluded.paused, level = excluded.level,
              told = case when clock_watch.started_on = excluded.started_on then clock_watch.told else 0 end
            """;

    /** Exactly these remarks and no others; what stays as it is is not written. */
    private static final String HINT =
            """
            with now as (
              select * from jsonb_to_recordset(cast(cast(:hints as text) as jsonb)) as x (person_id uuid, criterion text,
                version int, level text, explanation text)),
            gone as (
              delete from queue_hint h
              where h.person_id = any(cast(string_to_array(cast(:persons as text), ',') as uuid[])) and not exists
                (select 1 from now n where n.person_id = h.person_id and n.criterion = h.criterion and n.version = h.version))
            insert into queue_hint (person_id, criterion, version, level, explanation, updated_at)
            select person_id, criterion, version, level, explanation, :at from now
            on conflict (person_id, criterion, version) do update set
              level = excluded.level, explanation = excluded.explanation, updated_at = excluded.updated_at
            where (queue_hint.level, queue_hint.explanation) is distinct from (excluded.level, excluded.explanation)
            """;

    private static final String HINTS =
            """
            select criterion, version, level, explanation from queue_hint
            where person_id = (select person_id from filer where id = :filer)
              and version = cast(cast(cast(:versions as text) as jsonb) ->> criterion as int)
            order by criterion
            """;

    private static final String HINTED =
            """
            select person_id, criterion, version, level from queue_hint where person_id > :after and person_id <= :upTo
            """;

    private static final String HELD =
            """
            select submission_id, bool_and(mixed and kind = 'COMPLAINT')
            from queue_item where filer_id = :filer and holder = :holder
            group by submission_id
            """;

    private static final String FILED =
            """
            select filing_id, kind, registration_no, holder from queue_item
            where filer_id = any(cast(string_to_array(cast(:filers as text), ',') as uuid[]))
            """;

    private static final String FILER =
            """
            select filer_id from queue_item where filing_id = :filing and filer_id is not null
              and (:city or holder = :organisation)
            """;

    private final ObjectMapper json;
    private final HintVersions versions;
    private final Clock clock;

    Worklist(ObjectMapper json, HintVersions versions, Clock clock) {
        this.json = json;
        this.versions = versions;
        this.clock = clock;
    }

    /** Shows where a filing stands now; part of the transaction that moved it. */
    public Uni<Void> put(Caller caller, QueueEntry entry) {
        return putAll(caller, List.of(entry));
    }

    /** The same for many filings at once; each may be named once. */
    public Uni<Void> putAll(Caller caller, List<QueueEntry> entries) {
        QueueRows rows = QueueRows.of(entries, LegalDay.today(clock), clock.instant());
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PUT)
                                        .setParameter("items", text(rows.items()))
                                        .setParameter("watches", text(rows.watches()))
                                        .setParameter("by", caller.name())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Puts these remarks on all filings of persons, and takes all others away.
     *
     * @param hints by person; one with an empty list has none any more
     */
    public Uni<Void> hint(Caller caller, Map<UUID, List<Hint>> hints) {
        List<HintRow> rows =
                hints.entrySet().stream()
                        .flatMap(
                                each ->
                                        each.getValue().stream()
                                                .map(hint -> HintRow.of(each.getKey(), hint)))
                        .toList();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HINT)
                                        .setParameter("hints", text(rows))
                                        .setParameter("persons", Ids.joined(hints.keySet()))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record HintRow(
            UUID personId, String criterion, int version, String level, String explanation) {
        static HintRow of(UUID personId, Hint hint) {
            return new HintRow(
                    personId, hint.criterion(), hint.version(), hint.level(), hint.explanation());
        }
    }

    /** That a criterion speaks of a person, without its words. */
    public record Hinted(UUID personId, String criterion, int version, String level) {}

    /** Who among the persons after one and up to another has remarks; for sweeps over all. */
    public Uni<List<Hinted>> hinted(Caller machine, UUID after, UUID upTo) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HINTED, Object[].class)
                                        .setParameter("after", after)
                                        .setParameter("upTo", upTo)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Hinted(
                                                                (UUID) row[0],
                                                                (String) row[1],
                                                                (Integer) row[2],
                                                                (String) row[3]))
                                        .toList());
    }

    /** The remarks on a filer by the criteria in force today; for the filing page. */
    public Uni<List<Hint>> hintsOn(Caller caller, @Nullable UUID filerId) {
        if (filerId == null) {
            return Uni.createFrom().item(List.of());
        }
        return versions.versionsOn(caller, LegalDay.today(clock))
                .chain(
                        inForce ->
                                Sessions.current()
                                        .chain(
                                                session ->
                                                        session.createNativeQuery(
                                                                        HINTS, Object[].class)
                                                                .setParameter("filer", filerId)
                                                                .setParameter(
                                                                        "versions", text(inForce))
                                                                .getResultList()))
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Hint(
                                                                (String) row[0],
                                                                (Integer) row[1],
                                                                (String) row[2],
                                                                (String) row[3]))
                                        .toList());
    }

    /**
     * A filer's submission of which a bureau has a part.
     *
     * @param forMediation whether that part is only the complaint of a mixed filing
     */
    public record Held(UUID submissionId, boolean forMediation) {}

    /** What of this filer's submissions lies with the caller's bureau, open or closed. */
    public Uni<List<Held>> heldOf(Caller caller, UUID filerId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HELD, Object[].class)
                                        .setParameter("filer", filerId)
                                        .setParameter("holder", caller.organisation())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> new Held((UUID) row[0], (Boolean) row[1]))
                                        .toList());
    }

    /**
     * The filer of a filing that the caller's bureau has; the city may name any. Null if there is
     * none.
     */
    public Uni<@Nullable UUID> filerOf(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FILER, UUID.class)
                                        .setParameter("filing", filingId)
                                        .setParameter("city", caller.isCity())
                                        .setParameter("organisation", caller.organisation())
                                        .getSingleResultOrNull());
    }

    /** A filing of a filer and the bureau that has it now. */
    public record Filed(UUID filingId, FilingKind kind, String registrationNo, String holder) {}

    /** All filings of these filers, open or closed. The caller must be allowed to know them. */
    public Uni<List<Filed>> filedBy(Caller caller, List<UUID> filerIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FILED, Object[].class)
                                        .setParameter("filers", Ids.joined(filerIds))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Filed(
                                                                (UUID) row[0],
                                                                FilingKind.valueOf((String) row[1]),
                                                                (String) row[2],
                                                                (String) row[3]))
                                        .toList());
    }

    /** The bureau that has a filing now. */
    public Uni<Optional<String>> holderOf(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select holder from queue_item where filing_id = :filing",
                                                String.class)
                                        .setParameter("filing", filingId)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of the queue are always writable", impossible);
        }
    }
}
