package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.evidence.Remains;
import io.mingjian.detection.reuse.PictureGist;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the runs of the panel saw. Only ever added, but for heat-maps, which end with the picture.
 */
@ApplicationScoped
class AnalyzerRuns implements Remains {
    private final AnalyzerScores scores;
    private final ObjectMapper json;

    AnalyzerRuns(AnalyzerScores scores, ObjectMapper json) {
        this.scores = scores;
        this.json = json;
    }

    /**
     * One run, with the prints and the index of today.
     *
     * @param panel the analyzers with their versions
     * @param heatMap transparent PNG, if an analyzer drew one
     * @param scores how the analyzers scored the picture; none for a film or a document
     */
    record Run(
            UUID id,
            UUID evidenceId,
            String panel,
            PanelReport report,
            Optional<byte[]> heatMap,
            List<Score> scores,
            long durationMillis,
            Instant ranAt) {}

    /** A heat-map is left out if the term of the picture ended while it was being looked at. */
    Uni<Void> add(Run run) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into analyzer_run (id, evidence_id, panel, report, heatmap,
                                                  duration_ms, ran_at, print_version, index_version)
                                                select cast(:id as uuid), id, cast(:panel as text),
                                                       cast(:report as text),
                                                       case when content_state = 'KEPT' then
                                                         nullif(cast(:heatmap as bytea), cast('' as bytea))
                                                       end,
                                                       cast(:duration as bigint),
                                                       cast(:at as timestamptz),
                                                       cast(:print as int), cast(:index as int)
                                                  from evidence where id = :evidence
                                                """)
                                        .setParameter("print", ReusePrint.VERSION)
                                        .setParameter("index", PictureGist.VERSION)
                                        .setParameter("id", run.id())
                                        .setParameter("evidence", run.evidenceId())
                                        .setParameter("panel", run.panel())
                                        .setParameter("report", write(run.report()))
                                        .setParameter("heatmap", run.heatMap().orElse(new byte[0]))
                                        .setParameter("duration", run.durationMillis())
                                        .setParameter("at", run.ranAt())
                                        .executeUpdate())
                .chain(() -> scores.keep(run.evidenceId(), run.scores(), run.ranAt()));
    }

    /**
     * A run as it was kept.
     *
     * @param panel the analyzers with their versions
     * @param runs how many runs there were up to this one
     */
    record Kept(UUID id, String panel, PanelReport report, int runs, Instant ranAt) {}

    Uni<Kept> latest(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id, panel, report, ran_at,
                                                       count(*) over () as runs
                                                  from analyzer_run
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
                                        row.get("panel", String.class),
                                        read(row.get("report", String.class)),
                                        row.get("runs", Long.class).intValue(),
                                        Rows.instant(row, "ran_at")));
    }

    /** How many runs there were of these, all together. */
    Uni<Integer> count(List<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select cast(count(*) as int) from analyzer_run
                                                 where evidence_id in (:ids)
                                                """,
                                                Integer.class)
                                        .setParameter("ids", evidenceIds)
                                        .getSingleResult());
    }

    /** What the latest run of each of these saw; those that were never analyzed are left out. */
    Uni<Map<UUID, PanelReport>> latest(List<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select distinct on (evidence_id) evidence_id, report
                                                  from analyzer_run
                                                 where evidence_id in (:ids)
                                                 order by evidence_id, ran_at desc, id desc
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", evidenceIds)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.get("evidence_id", UUID.class),
                                                        row ->
                                                                read(
                                                                        row.get(
                                                                                "report",
                                                                                String.class)))));
    }

    /**
     * What a run used and drew.
     *
     * @param print version of its prints; empty for a run from before this was kept
     * @param index version of its entries in the index; empty likewise
     */
    record Trace(
            String panel,
            Optional<Integer> print,
            Optional<Integer> index,
            Optional<byte[]> heatMap) {}

    Uni<Trace> trace(UUID runId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select panel, print_version, index_version, heatmap
                                                  from analyzer_run where id = :id
                                                """,
                                                Tuple.class)
                                        .setParameter("id", runId)
                                        .getSingleResult())
                .map(
                        row ->
                                new Trace(
                                        row.get("panel", String.class),
                                        Optional.ofNullable(
                                                row.get("print_version", Integer.class)),
                                        Optional.ofNullable(
                                                row.get("index_version", Integer.class)),
                                        Optional.ofNullable(row.get("heatmap", byte[].class))));
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

    @Override
    public Uni<Void> destroy(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update analyzer_run set heatmap = null
                                                 where evidence_id = :evidence
                                                """)
                                        .setParameter("evidence", evidenceId)
                                        .executeUpdate())
                .replaceWithVoid();
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
