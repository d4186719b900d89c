package io.mingjian.registry.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.queue.QueueFilter.Conditions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of the queue: first the page out of an index, then what is shown beside its lines. */
@ApplicationScoped
class QueuePages {
    private static final String PAGE =
            """
            with page as materialized (
              select q.filing_id, q.kind, q.state, q.open, q.holder, q.registering_organisation, q.district_code,
                q.registration_no, q.filer_id, q.filer_name, q.respondent_name, q.received_on, q.due_on,
                q.due_provisional, q.due_basis, q.evidence_ids, q.level, q.claimed_by, q.claimed_name, q.claimed_since
              from queue_item q %s order by q.due_on, q.filing_id limit %d)
            select q.filing_id, q.kind, q.state, q.open, q.holder, q.registering_organisation, q.district_code,
              q.registration_no, q.filer_id, q.filer_name, q.respondent_name, q.received_on, q.due_on, q.due_provisional,
              q.due_basis, cast(q.evidence_ids as text) as evidence, q.level, q.claimed_by, q.claimed_name,
              q.claimed_since, h.criterion, h.version, h.level as hint_level, h.explanation
            from page q left join filer f on f.id = q.filer_id left join lateral
              (select * from queue_hint x where x.person_id = f.person_id
                 and x.version = cast(cast(cast(:versions as text) as jsonb) ->> x.criterion as int)
               order by x.level limit 1) h on true
            order by q.due_on, q.filing_id
            """;

    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final HintVersions versions;
    private final Clock clock;

    QueuePages(ObjectMapper json, HintVersions versions, Clock clock) {
        this.json = json;
        this.versions = versions;
        this.clock = clock;
    }

    /** The place in the list after which the page begins. */
    record After(LocalDate dueOn, UUID filingId) {}

    /**
     * Who works on a line.
     *
     * @param subject user id
     */
    record Claimed(String subject, String name, Instant since) {}

    /**
     * A line of the queue before it is dressed for the screen.
     *
     * @param level how much of its most advanced clock is used up: 0, 50, 80 or 100
     */
    record Row(
            UUID filingId,
            FilingKind kind,
            String state,
            boolean open,
            String holder,
            String owner,
            String districtCode,
            String registrationNo,
            @Nullable UUID filerId,
            @Nullable String filerName,
            String respondentName,
            LocalDate receivedOn,
            LocalDate sortedOn,
            boolean dueProvisional,
            @Nullable String dueBasis,
            int level,
            @Nullable Claimed claimed,
            List<UUID> evidenceIds,
            @Nullable Hint hint) {
        @Nullable LocalDate dueOn() {
            return sortedOn.equals(QueueRows.NEVER) ? null : sortedOn;
        }
    }

    /** One page after a row, most urgent first. */
    Uni<List<Row>> page(Caller caller, QueueFilter filter, @Nullable After after, int limit) {
        LocalDate today = LegalDay.today(clock);
        Conditions narrowed = filter.on(caller, today);
        Map<String, Object> values = new HashMap<>(narrowed.values());
        String where = narrowed.sql();
        if (after != null) {
            where += " and (q.due_on, q.filing_id) > (:afterDue, :afterId)";
            values.put("afterDue", after.dueOn());
            values.put("afterId", after.filingId());
        }
        String sql = PAGE.formatted(where, limit);
        return versions.versionsOn(caller, today)
                .invoke(inForce -> values.put("versions", text(inForce)))
                .chain(Sessions::current)
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Tuple.class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(this::row).toList());
    }

    private Row row(Tuple row) {
        return new Row(
                row.get("filing_id", UUID.class),
                FilingKind.valueOf(row.get("kind", String.class)),
                row.get("state", String.class),
                row.get("open", Boolean.class),
                row.get("holder", String.class),
                row.get("registering_organisation", String.class),
                row.get("district_code", String.class),
                row.get("registration_no", String.class),
                row.get("filer_id", UUID.class),
                row.get("filer_name", String.class),
                row.get("respondent_name", String.class),
                row.get("received_on", LocalDate.class),
                row.get("due_on", LocalDate.class),
                row.get("due_provisional", Boolean.class),
                row.get("due_basis", String.class),
                row.get("level", Number.class).intValue(),
                claimed(row),
                ids(row.get("evidence", String.class)),
                hint(row));
    }

    private static @Nullable Claimed claimed(Tuple row) {
        String subject = row.get("claimed_by", String.class);
        return subject == null
                ? null
                : new Claimed(
                        subject,
                        row.get("claimed_name", String.class),
                        Rows.instant(row, "claimed_since"));
    }

    private static @Nullable Hint hint(Tuple row) {
        String criterion = row.get("criterion", String.class);
        return criterion == null
                ? null
                : new Hint(
                        criterion,
                        row.get("version", Integer.class),
                        row.get("hint_level", String.class),
                        row.get("explanation", String.class));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("versions are always writable", impossible);
        }
    }

    private List<UUID> ids(String text) {
        try {
            return json.readValue(text, IDS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored evidence ids are not readable", broken);
        }
    }
}
