package io.mingjian.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.filer.FilerSecrets;
import io.mingjian.registry.filer.PersonSearch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The only SQL for entries of other lists. Who they are about is sealed. */
@ApplicationScoped
class ForeignEntries {
    private static final String KNOWN =
            """
            select a.source, a.number, cast(cast(e.entered_at at time zone 'Asia/Shanghai' as date) as text)
            from jsonb_to_recordset(cast(cast(:asked as text) as jsonb)) as a (source text, number text)
              join imported_entry e on e.document = decode(split_part(a.number, '|', 1), 'base64')
                and e.source_agency = a.source and e.document_no = substr(a.number, strpos(a.number, '|') + 1)
            """;
    private static final String ADD =
            """
            insert into imported_entry (id, filer_id, document, source_agency, document_no, listed_on, listed_until, reason,
              name_sealed, id_type, id_number_sealed, entered_by, organisation, entered_at)
            values (:id, :filer, :document, :agency, :documentNo, :listedOn, cast(nullif(:listedUntil, '') as date), :reason,
              :name, :idType, :idNumber, :by, :organisation, :at)
            """;

    private final ObjectMapper json;
    private final FilerSecrets secrets;
    private final PersonSearch persons;
    private final Clock clock;

    ForeignEntries(ObjectMapper json, FilerSecrets secrets, PersonSearch persons, Clock clock) {
        this.json = json;
        this.secrets = secrets;
        this.persons = persons;
        this.clock = clock;
    }

    /** One person under one paper of one agency. */
    Origin origin(ForeignEntry entry) {
        String document =
                Base64.getEncoder().encodeToString(persons.trace(entry.idType(), entry.idNumber()));
        return new Origin(entry.agency(), document + "|" + entry.documentNo());
    }

    /** Which of these came before, and on which day. */
    Uni<Map<Origin, String>> known(Caller caller, Collection<Origin> asked) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KNOWN, Object[].class)
                                        .setParameter("asked", text(asked))
                                        .getResultList())
                .map(ForeignEntries::byOrigin);
    }

    private static Map<Origin, String> byOrigin(List<Object[]> rows) {
        Map<Origin, String> known = new HashMap<>();
        rows.forEach(row -> known.put(new Origin((String) row[0], (String) row[1]), row[2] + "导入"));
        return known;
    }

    /** Keeps an entry that was not there. */
    Uni<UUID> add(Caller caller, UUID filerId, ForeignEntry entry) {
        UUID id = Ids.next();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", id)
                                        .setParameter("filer", filerId)
                                        .setParameter(
                                                "document",
                                                persons.trace(entry.idType(), entry.idNumber()))
                                        .setParameter("agency", entry.agency())
                                        .setParameter("documentNo", entry.documentNo())
                                        .setParameter("listedOn", entry.listedOn())
                                        .setParameter(
                                                "listedUntil",
                                                entry.listedUntil() == null
                                                        ? ""
                                                        : entry.listedUntil().toString())
                                        .setParameter("reason", entry.reason())
                                        .setParameter(
                                                "name", secrets.seal(entry.name(), id, "name"))
                                        .setParameter("idType", entry.idType().name())
                                        .setParameter(
                                                "idNumber",
                                                secrets.seal(entry.idNumber(), id, "idNumber"))
                                        .setParameter("by", caller.subject())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWith(id);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers are always writable", impossible);
        }
    }
}
