package io.mingjian.registry.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Criterion.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When criteria were reached, with all that explains it; the only SQL for hits. Rows are only
 * added.
 */
@ApplicationScoped
class Hits {
    private static final String HIT =
            """
            insert into criterion_hit
              (id, code, version, person_id, occasion, filing_id, level, inputs, explanation, evaluated_at)
            select id, code, version, person_id, occasion, filing_id, level, inputs, explanation, :at
            from jsonb_to_recordset(cast(cast(:hits as text) as jsonb)) as x (id uuid, code text, version int,
              person_id uuid, occasion uuid, filing_id uuid, level text, inputs jsonb, explanation text)
            on conflict (code, version, person_id, occasion) do nothing
            """;

    private static final String PAGE =
            """
            select h.id, h.code, h.version, h.level, h.filing_id, cast(h.inputs as text) as inputs, h.explanation,
              h.evaluated_at, v.status
            from criterion_hit h join criterion_version v on v.code = h.code and v.version = h.version
            where h.person_id in (:filers) and (:before = '' or h.id < cast(nullif(:before, '') as uuid))
            order by h.id desc limit :limit
            """;

    private final ObjectMapper json;
    private final Clock clock;

    Hits(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * A hit of a person.
     *
     * @param occasion the submission or fact that brought it about
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Hit(
            UUID id,
            String code,
            int version,
            UUID personId,
            UUID occasion,
            @Nullable UUID filingId,
            Level level,
            JsonNode inputs,
            String explanation) {}

    Hit hit(UUID personId, UUID occasion, @Nullable UUID filingId, Finding finding) {
        return new Hit(
                Ids.next(),
                finding.criterion().code(),
                finding.criterion().version(),
                personId,
                occasion,
                filingId,
                finding.level(),
                tree(finding.inputs()),
                finding.explanation());
    }

    /**
     * Keeps hits.
     *
     * @return whether any is new; a person has one of each version for one occasion
     */
    Uni<Boolean> keep(Caller caller, List<Hit> hits) {
        if (hits.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HIT)
                                        .setParameter("hits", text(hits))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .map(rows -> rows > 0);
    }

    /**
     * A hit as officers see it.
     *
     * @param inputs the values that were seen
     * @param explanation in words that one could show the filer
     */
    @Schema(name = "CriterionHit", description = "达到判定标准的记录 / When a criterion was reached")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HitView(
            UUID id,
            String code,
            int version,
            Level level,
            @Nullable UUID filingId,
            @Schema(type = SchemaType.OBJECT) JsonNode inputs,
            String explanation,
            OffsetDateTime evaluatedAt,
            Criterion.Status status) {}

    /** Hits of these filers, also of persons that they were taken for before; newest first. */
    Uni<List<HitView>> page(Caller caller, List<UUID> filers, @Nullable UUID before, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PAGE, Tuple.class)
                                        .setParameter("filers", filers)
                                        .setParameter(
                                                "before", before == null ? "" : before.toString())
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(this::view).toList());
    }

    private HitView view(Tuple row) {
        return new HitView(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("version", Integer.class),
                Level.valueOf(row.get("level", String.class)),
                row.get("filing_id", UUID.class),
                read(row.get("inputs", String.class)),
                row.get("explanation", String.class),
                Rows.instant(row, "evaluated_at").atZone(LegalDay.ZONE).toOffsetDateTime(),
                Criterion.Status.valueOf(row.get("status", String.class)));
    }

    private JsonNode read(String inputs) {
        try {
            return json.readTree(inputs);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored inputs are not readable", broken);
        }
    }

    JsonNode tree(Finding.Inputs inputs) {
        return json.valueToTree(inputs);
    }

    private String text(List<Hit> hits) {
        try {
            return json.writeValueAsString(hits);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("hits are always writable", impossible);
        }
    }
}
