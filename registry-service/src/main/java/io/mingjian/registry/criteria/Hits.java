package io.mingjian.registry.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.criteria.Criterion.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
