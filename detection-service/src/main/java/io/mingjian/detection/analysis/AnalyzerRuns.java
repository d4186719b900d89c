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

/** What the runs of the panel saw. Only ever added. */
@ApplicationScoped
class AnalyzerRuns {
    private final ObjectMapper json;

    AnalyzerRuns(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One run.
     *
     * @param panel the analyzers with their versions
     * @param heatMap transparent PNG, if an analyzer drew one
     */
    record Run(
            UUID id,
            UUID evidenceId,
            String panel,
            PanelReport report,
            Optional<byte[]> heatMap,
            long durationMillis,
            Instant ranAt) {}

    Uni<Void> add(Run run) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into analyzer_run (id, evidence_id, panel, report, heatmap,
                                                  duration_ms, ran_at)
                                                values (:id, :evidence, :panel, :report,
                                                  nullif(:heatmap, cast('' as bytea)), :duration, :at)
                                                """)
                                        .setParameter("id", run.id())
                                        .setParameter("evidence", run.evidenceId())
                                        .setParameter("panel", run.panel())
                                        .setParameter("report", write(run.report()))
                                        .setParameter("heatmap", run.heatMap().orElse(new byte[0]))
                                        .setParameter("duration", run.durationMillis())
                                        .setParameter("at", run.ranAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A run as the revisit needs it. */
    record Kept(UUID id, PanelReport report, Instant ranAt) {}

    Uni<Kept> latest(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id, report, ran_at from analyzer_run
                                                 where evidence_id = :evidence
                                                 order by ran_at desc, id desc limit 1
                                                """,
                                                Tuple.class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResult())
                .map(
                        row ->
                                new Kept(
                                        row.get("id", UUID.class),
                                        read(row.get("report", String.class)),
                                        Rows.instant(row, "ran_at")));
    }

    Uni<Optional<byte[]>> heatMap(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select heatmap from analyzer_run
                                                 where evidence_id = :evidence and heatmap is not null
                                                 order by ran_at desc, id desc limit 1
                                                """,
                                                byte[].class)
                                        .setParameter("evidence", evidenceId)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private String write(PanelReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is plain data", e);
        }
    }

    private PanelReport read(String report) {
        try {
            return json.readValue(report, PanelReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report is readable", e);
        }
    }
}
