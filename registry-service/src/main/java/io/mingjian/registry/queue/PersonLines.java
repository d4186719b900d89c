package io.mingjian.registry.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a person filed, wherever it lies. Who asks says what of other bureaus' filings is shown. */
@ApplicationScoped
public class PersonLines {
    private static final String LINES =
            """
            select q.filing_id, q.submission_id, q.kind, q.registration_no, q.state, q.holder, q.registering_organisation,
              q.respondent_name, q.received_on, cast(q.evidence_ids as text) as evidence_ids
            from queue_item q
            where q.submission_id in (
              select a.submission_id from filer m join queue_item a on a.filer_id = m.id where m.person_id = :person
              union
              select p.submission_id from filer m join filer_party p on p.filer_id = m.id where m.person_id = :person)
            order by q.received_on desc, q.filing_id desc
            """;

    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private final ObjectMapper json;

    PersonLines(ObjectMapper json) {
        this.json = json;
    }

    /** A filing that a person made, alone or with others. */
    public record PersonLine(
            UUID filingId,
            UUID submissionId,
            FilingKind kind,
            String registrationNo,
            String state,
            String holder,
            String registeringOrganisation,
            String respondent,
            LocalDate receivedOn,
            List<UUID> evidenceIds) {

        /** Whether the caller may open it. */
        public boolean isOpenTo(Caller caller) {
            return caller.isCity()
                    || caller.organisation().equals(holder)
                    || caller.organisation().equals(registeringOrganisation);
        }
    }

    /** The filings of a person, the newest first. */
    public Uni<List<PersonLine>> of(Caller caller, UUID personId, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LINES, Tuple.class)
                                        .setParameter("person", personId)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(this::line).toList());
    }

    private PersonLine line(Tuple row) {
        return new PersonLine(
                row.get("filing_id", UUID.class),
                row.get("submission_id", UUID.class),
                FilingKind.valueOf(row.get("kind", String.class)),
                row.get("registration_no", String.class),
                row.get("state", String.class),
                row.get("holder", String.class),
                row.get("registering_organisation", String.class),
                row.get("respondent_name", String.class),
                row.get("received_on", LocalDate.class),
                ids(row.get("evidence_ids", String.class)));
    }

    private List<UUID> ids(String text) {
        try {
            return json.readValue(text, IDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a line keeps a list of ids", impossible);
        }
    }
}
