package io.mingjian.detection.analysis;

import io.mingjian.detection.analysis.AnalysisReading.Told;
import io.mingjian.detection.analysis.AnalysisViews.FitView;
import io.mingjian.detection.analysis.AnalysisViews.MatchView;
import io.mingjian.detection.analysis.AnalysisViews.ReuseView;
import io.mingjian.detection.analysis.Explanation.Match;
import io.mingjian.detection.analysis.Explanation.Sameness;
import io.mingjian.detection.analysis.Explanation.Versions;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The face that this room shows to those who write an indication down for people: a revision with
 * all that explains it, by the same sight as {@link AnalysisReading}. Whether the caller may see
 * the evidence at all is decided before.
 */
@ApplicationScoped
public class Explanations {
    private final AnalysisReading reading;
    private final Indications indications;
    private final AnalyzerRuns runs;

    Explanations(AnalysisReading reading, Indications indications, AnalyzerRuns runs) {
        this.reading = reading;
        this.indications = indications;
        this.runs = runs;
    }

    /** The latest revision as the caller may read it. */
    public Uni<Explanation> latest(UUID evidenceId, Caller caller) {
        return reading.seen(evidenceId, caller)
                .map(seen -> seen.orElseThrow(Explanations::notYet))
                .chain(seen -> explained(seen.revision(), Optional.of(sameness(seen))));
    }

    /**
     * A revision by its number, for a bureau.
     *
     * @throws Forbidden for others: revisions are also made by the evidence of others
     */
    public Uni<Explanation> revision(UUID evidenceId, int number, Caller caller) {
        requireBureau(caller);
        return indications
                .find(evidenceId, number)
                .map(found -> found.orElseThrow(Explanations::noSuchRevision))
                .chain(
                        found ->
                                indications
                                        .latest(evidenceId)
                                        .chain(
                                                latest ->
                                                        latest.filter(
                                                                                each ->
                                                                                        each
                                                                                                        .revision()
                                                                                                == number)
                                                                        .isPresent()
                                                                ? latest(evidenceId, caller)
                                                                : explained(
                                                                        found, Optional.empty())));
    }

    static void requireBureau(Caller caller) {
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new Forbidden(
                    "各次修订也因其他方的证据产生，仅供市场监督管理部门查阅。",
                    "Revisions also come from the evidence of others; they are for bureaus.");
        }
    }

    static NotFound noSuchRevision() {
        return new NotFound("分析提示的修订", "revision of the indication");
    }

    private static Conflict notYet() {
        return new Conflict("not-analyzed", "该证据尚未完成分析，请稍后再试。", "The analysis is still under way.");
    }

    private Uni<Explanation> explained(Revision revision, Optional<Sameness> sameness) {
        return runs.trace(revision.runId()).map(trace -> of(revision, sameness, trace));
    }

    private static Sameness sameness(Told told) {
        ReuseView reuse = told.reuse();
        return new Sameness(
                reuse.total(),
                reuse.atLeast(),
                reuse.visible().stream().map(Explanations::match).toList(),
                reuse.hidden(),
                Objects.requireNonNullElse(reuse.note(), ""));
    }

    private static Match match(MatchView view) {
        return new Match(
                view.evidenceId(),
                view.organisation(),
                view.receivedAt(),
                view.kind().name(),
                view.kindName(),
                view.distance(),
                view.agreement(),
                Optional.ofNullable(view.fit()).map(FitView::fit),
                view.second(),
                view.otherSecond(),
                view.place(),
                view.otherPlace());
    }

    private static Explanation of(
            Revision revision, Optional<Sameness> sameness, AnalyzerRuns.Trace trace) {
        return new Explanation(
                revision.evidenceId(),
                revision.revision(),
                revision.indication(),
                FusionRules.of(revision.fusionVersion()),
                revision.fusionVersion(),
                sameness,
                new Versions(List.of(trace.panel().split(" ")), trace.print(), trace.index()),
                trace.heatMap(),
                revision.decidedAt());
    }
}
