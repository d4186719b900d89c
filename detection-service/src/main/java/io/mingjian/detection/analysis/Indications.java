package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
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

    /** One revision, if there is one of this number. */
    Uni<Optional<Revision>> find(UUID evidenceId, int revision) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id, revision, run_id, fusion_version,
                                                       reuse_count, body, decided_at
                                                  from indication
                                                 where evidence_id = :evidence
                                                   and revision = :revision
                                                """,
                                                Tuple.class)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("revision", revision)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(this::revision));
    }

    /**
     * A revision without its explanation.
     *
     * @param panel the analyzers of the run that it cites, with their versions
     */
    record Entry(
            int revision,
            IndicationBand band,
            int fusionVersion,
            String panel,
            int reuseCount,
            Instant decidedAt) {}

    /** All revisions of a piece of evidence, the latest first. */
    Uni<List<Entry>> of(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select i.revision, i.band, i.fusion_version, r.panel,
                                                       i.reuse_count, i.decided_at
                                                  from indication i
                                                  join analyzer_run r on r.id = i.run_id
                                                 where i.evidence_id = :evidence
                                                 order by i.revision desc
                                                """,
                                                Tuple.class)
                                        .setParameter("evidence", evidenceId)
                                        .getResultList())
                .map(rows -> rows.stream().map(Indications::entry).toList());
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                row.get("revision", Integer.class),
                IndicationBand.valueOf(row.get("band", String.class)),
                row.get("fusion_version", Integer.class),
                row.get("panel", String.class),
                row.get("reuse_count", Integer.class),
                Rows.instant(row, "decided_at"));
    }

    /** What the latest revisions of these say of their own files and pictures. */
    Uni<Company> company(List<UUID> mates) {
        if (mates.isEmpty()) {
            return Uni.createFrom().item(Company.NONE);
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select count(*) filter (
                                                         where label_verdict = 'CONFIRMED_BY_METADATA')
                                                         as declared,
                                                       count(*) filter (where reuse_count > 0) as reused
                                                  from (select distinct on (evidence_id)
                                                               label_verdict, reuse_count
                                                          from indication
                                                         where evidence_id in (:mates)
                                                         order by evidence_id, revision desc) latest
                                                """,
                                                Tuple.class)
                                        .setParameter("mates", mates)
                                        .getSingleResult())
                .map(
                        row ->
                                new Company(
                                        mates.size(),
                                        row.get("declared", Long.class).intValue(),
                                        row.get("reused", Long.class).intValue()));
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
