package io.mingjian.detection.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.detection.evidence.EvidenceRelation;
import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the door of this room answers. */
final class AnalysisViews {
    private static final String NOTICE = "本结果由系统自动生成，仅供承办人参考，不构成对事实的认定，也不替代人工判断。";

    private AnalysisViews() {}

    /**
     * The explained indication for a person; while the analysis is under way only id and state are
     * there.
     *
     * @param revision grows when later uploads change what is known
     * @param notice what the result is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnalysisView(
            UUID evidenceId,
            EvidenceState state,
            int revision,
            @Nullable IndicationBand band,
            @Nullable String bandName,
            @Nullable String summary,
            @Nullable LabelVerdict labelVerdict,
            @Nullable Boolean labelTamperingSuspected,
            @Nullable List<Indication.Line> signals,
            @Nullable List<String> contradictions,
            @Nullable List<String> askNext,
            @Nullable List<PanelReport.Note> notes,
            @Nullable ReuseView reuse,
            @Nullable Integer fusionVersion,
            @Nullable OffsetDateTime analyzedAt,
            String notice) {

        static AnalysisView pending(UUID evidenceId, EvidenceState state) {
            return new AnalysisView(
                    evidenceId,
                    state,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    NOTICE);
        }

        static AnalysisView of(Revision revision, EvidenceState state, ReuseView reuse) {
            Indication indication = revision.indication();
            return new AnalysisView(
                    revision.evidenceId(),
                    state,
                    revision.revision(),
                    indication.band(),
                    indication.bandName(),
                    indication.summary(),
                    indication.labelVerdict(),
                    indication.labelTamperingSuspected(),
                    indication.lines(),
                    indication.contradictions(),
                    indication.askNext(),
                    indication.notes(),
                    reuse,
                    revision.fusionVersion(),
                    outside(revision.decidedAt()),
                    NOTICE);
        }

        /**
         * For a reader who is no bureau. The revision counts the reader's own matches and the time
         * is that of the run, because the stored ones also move with the evidence of others.
         */
        static AnalysisView own(
                UUID evidenceId,
                EvidenceState state,
                AnalyzerRuns.Kept kept,
                List<Sighting> own,
                List<EvidenceRelation> relations) {
            Indication indication = Fusion.fuse(kept.report(), Reuse.amongOwn(own, relations));
            Revision seen =
                    new Revision(
                            evidenceId,
                            1 + own.size(),
                            kept.id(),
                            FusionRules.VERSION,
                            own.size(),
                            indication,
                            kept.ranAt());
            return of(seen, state, ReuseView.of(own, ids(own)));
        }

        private static Set<UUID> ids(List<Sighting> sightings) {
            return sightings.stream()
                    .map(Sighting::evidenceId)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static OffsetDateTime outside(Instant instant) {
            return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
        }
    }

    /**
     * The same picture elsewhere, as far as the reader may know it.
     *
     * @param total pieces of evidence with the same picture
     * @param visible those that the reader may see
     * @param hidden how many belong to others and stay without a name
     * @param hiddenNote the same in words; absent when nothing is hidden
     */
    record ReuseView(int total, List<MatchView> visible, int hidden, @Nullable String hiddenNote) {
        static ReuseView of(List<Sighting> sightings, Set<UUID> visible) {
            List<MatchView> shown =
                    sightings.stream()
                            .filter(sighting -> visible.contains(sighting.evidenceId()))
                            .map(MatchView::of)
                            .toList();
            int hidden = sightings.size() - shown.size();
            return new ReuseView(
                    sightings.size(),
                    shown,
                    hidden,
                    hidden == 0 ? null : "另有 " + hidden + " 份属于其他方的证据显示同一画面，编号不予显示。");
        }
    }

    /** One piece of evidence with the same picture. */
    record MatchView(UUID evidenceId, Sighting.Kind kind, String kindName, int distance) {
        static MatchView of(Sighting sighting) {
            return new MatchView(
                    sighting.evidenceId(),
                    sighting.kind(),
                    sighting.kind().zhName(),
                    sighting.distance());
        }
    }
}
