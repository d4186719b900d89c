package io.mingjian.detection.analysis;

import io.mingjian.detection.sets.EvidenceTraces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives the latest run and the stored prints to whoever compares pieces with each other. */
@ApplicationScoped
class LatestTraces implements EvidenceTraces {
    private final AnalyzerRuns runs;
    private final PicturePrints prints;

    LatestTraces(AnalyzerRuns runs, PicturePrints prints) {
        this.runs = runs;
        this.prints = prints;
    }

    @Override
    public Uni<Map<UUID, Trace>> of(List<UUID> evidenceIds) {
        return runs.latest(evidenceIds)
                .chain(reports -> prints.of(evidenceIds).map(stored -> joined(reports, stored)));
    }

    private static Map<UUID, Trace> joined(
            Map<UUID, PanelReport> reports, List<PicturePrints.Stored> stored) {
        Map<UUID, List<Look>> shown = new LinkedHashMap<>();
        stored.forEach(
                print ->
                        shown.computeIfAbsent(print.evidenceId(), id -> new ArrayList<>())
                                .add(new Look(print.print(), print.second(), print.place())));
        Map<UUID, Trace> traces = new LinkedHashMap<>();
        reports.forEach(
                (id, report) ->
                        traces.put(
                                id,
                                new Trace(report.signals(), shown.getOrDefault(id, List.of()))));
        return traces;
    }
}
