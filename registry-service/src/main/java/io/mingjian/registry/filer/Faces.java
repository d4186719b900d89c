package io.mingjian.registry.filer;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.code.IdType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How filers are shown where many of them stand side by side. */
@ApplicationScoped
public class Faces {
    /** What was said last, alone or together with others. */
    private static final String OF =
            """
            select f.id, f.person_id, (select count(*) from filer_key k where k.filer_id = f.id and k.kind = 'ID') > 0,
              s.name_masked, s.phone_masked, s.id_type, s.id_number_masked
            from filer f
            left join lateral (
              (select received_at, name_masked, phone_masked, id_type, id_number_masked from filer_statement
               where filer_id = f.id order by received_at desc limit 1)
              union all
              (select received_at, name_masked, phone_masked, id_type, id_number_masked from filer_party
               where filer_id = f.id order by received_at desc limit 1)
              order by received_at desc limit 1) s on true
            where f.id in (select cast(id as uuid) from jsonb_array_elements_text(cast(cast(:filers as text) as jsonb)) i (id))
            """;

    private final ObjectMapper json;

    Faces(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A filer as it is shown.
     *
     * @param personId whom it is taken for today
     * @param hasDocument whether it is known by the number of a document
     * @param masked as it named itself last
     */
    public record Face(
            UUID filerId, UUID personId, boolean hasDocument, @Nullable MaskedIdentity masked) {}

    /** These filers; none for callers outside the bureaus. */
    public Uni<Map<UUID, Face>> of(Caller caller, Collection<UUID> filers) {
        if (!Filers.maySee(caller) || filers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("filers", text(filers))
                                        .getResultList())
                .map(rows -> rows.stream().map(Faces::face).collect(toMap(Face::filerId, f -> f)));
    }

    private static Face face(Object[] row) {
        MaskedIdentity masked =
                row[3] == null
                        ? null
                        : new MaskedIdentity(
                                (String) row[3],
                                (String) row[4],
                                row[5] == null ? null : IdType.valueOf((String) row[5]),
                                (String) row[6]);
        return new Face((UUID) row[0], (UUID) row[1], (Boolean) row[2], masked);
    }

    private String text(Collection<UUID> filers) {
        try {
            return json.writeValueAsString(filers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("ids are always writable", impossible);
        }
    }
}
