package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The indications, revision by revision. Only ever added. */
@ApplicationScoped
class Indications {
    private final ObjectMapper json;

    Indications(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One revision.
     *
     * @param revision from 1; grows when later uploads change what is known
     * @param runId the run of the panel that it cites
     * @param reuseCount pieces of evidence of other matters with the same picture
     */
    record Revision(
            UUID evidenceId,
            int revision,
            UUID runId,
            int fusionVersion,
            int reuseCount,
            Indication indication,
            Instant decidedAt) {}

    /** Fails if another worker was faster with the same revision. */
    Uni<Void> add(Revision revision) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into indication (evidence_id, revision, run_id,
                                                  fusion_version, band, label_verdict, reuse_count, body,
                                                  decided_at)
                                                values (:evidence, :revision, :run, :fusion, :band, :verdict,
                                                  :reuse, :body, :at)
                                                """)
                                        .setParameter("evidence", revision.evidenceId())
                                        .setParameter("revision", revision.revision())
                                        .setParameter("run", revision.runId())
                                        .setParameter("fusion", revision.fusionVersion())
                                        .setParameter("band", revision.indication().band().name())
                                        .setParameter(
                                                "verdict",
                                                revision.indication().labelVerdict().name())
                                        .setParameter("reuse", revision.reuseCount())
                                        .setParameter("body", write(revision.indication()))
                                        .setParameter("at", revision.decidedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<Revision>> latest(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id, revision, run_id, fusion_version,
                                                       reuse_count, body, decided_at
                                                  from indication where evidence_id = :evidence
                                                 order by revision desc limit 1
                                                """,
                                                Tuple.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(this::revision));
    }

    private Revision revision(Tuple row) {
        return new Revision(
                row.get("evidence_id", UUID.class),
                row.get("revision", Integer.class),
                row.get("run_id", UUID.class),
                row.get("fusion_version", Integer.class),
                row.get("reuse_count", Integer.class),
                read(row.get("body", String.class)),
                Rows.instant(row, "decided_at"));
    }

    private String write(Indication indication) {
        try {
            return json.writeValueAsString(indication);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an indication is plain data", e);
        }
    }

    private Indication read(String body) {
        try {
            return json.readValue(body, Indication.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored indication is readable", e);
        }
    }
}
