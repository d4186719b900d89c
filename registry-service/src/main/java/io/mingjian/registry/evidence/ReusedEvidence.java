package io.mingjian.registry.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which pictures among many came in before. */
@ApplicationScoped
public class ReusedEvidence {
    /** Evidence is believed to belong to a filing only if who registered that owns it. */
    private static final String REUSED =
            """
            select i.evidence_id, i.reuse_count
            from jsonb_to_recordset(cast(cast(:named as text) as jsonb)) as n (id uuid, owner text)
            join evidence_indication i on i.evidence_id = n.id and i.organisation = n.owner
            where i.reuse_count > 0
            order by i.reuse_count desc, i.evidence_id
            """;

    private final ObjectMapper json;

    ReusedEvidence(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param times how often the same picture came in elsewhere
     */
    public record Reused(UUID evidenceId, int times) {}

    private record Named(UUID id, String owner) {}

    /**
     * Those that were used elsewhere too, most often used first.
     *
     * @param owners of each the organisation that registered the filing that names it
     */
    public Uni<List<Reused>> among(Caller caller, Map<UUID, String> owners) {
        if (owners.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Named> named =
                owners.entrySet().stream()
                        .map(each -> new Named(each.getKey(), each.getValue()))
                        .toList();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REUSED, Object[].class)
                                        .setParameter("named", text(named))
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> new Reused((UUID) row[0], (Integer) row[1]))
                                        .toList());
    }

    private String text(List<Named> named) {
        try {
            return json.writeValueAsString(named);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of ids are always writable", impossible);
        }
    }
}
