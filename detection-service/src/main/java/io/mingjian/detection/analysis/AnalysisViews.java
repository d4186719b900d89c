package io.mingjian.detection.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.reuse.Fit;
import io.mingjian.detection.reuse.Turn;
import io.mingjian.kit.time.LegalDay;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
     * @param analysisExpectedAt when it will be there, as far as can be said now; only while it is
     *     not
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
            @Nullable OffsetDateTime analysisExpectedAt,
            String notice) {

        static AnalysisView pending(UUID evidenceId, EvidenceState state, Instant expectedAt) {
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
                    outside(expectedAt),
                    NOTICE);
        }

        static AnalysisView of(Revision revision, EvidenceState state, @Nullable ReuseView reuse) {
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
                    null,
                    NOTICE);
        }

        private static OffsetDateTime outside(Instant instant) {
            return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
        }
    }

    /**
     * The same picture elsewhere, as far as the reader may know it.
     *
     * @param total pieces of evidence with the same picture
     * @param atLeast whether there are more than {@code total}, which were not counted
     * @param visible those that the reader may see
     * @param hidden how many belong to others and stay without a name
     * @param hiddenNote the same in words; absent when nothing is hidden
     * @param note that there is none, and what was not looked for; absent when neither is to be
     *     said
     */
    record ReuseView(
            int total,
            boolean atLeast,
            List<MatchView> visible,
            int hidden,
            @Nullable String hiddenNote,
            @Nullable
                    @Schema(
                            description =
                                    "未见其他证据的说明，以及未查重、未查对之处 / That there is none, and what was"
                                            + " not looked for; absent where neither is to be said")
                    String note) {
        /**
         * Of what was found.
         *
         * @param seen those pieces that the reader may see; nothing is told of any other
         * @param searched how much of this piece was looked for
         * @param scope among what
         */
        static ReuseView of(
                PictureMatches.Found found, List<Piece> seen, Searched searched, Scope scope) {
            List<Sighting> sightings = found.sightings();
            Map<UUID, Piece> visible =
                    seen.stream().collect(Collectors.toMap(Piece::id, Function.identity()));
            List<MatchView> shown =
                    sightings.stream()
                            .flatMap(
                                    each ->
                                            Optional.ofNullable(visible.get(each.evidenceId()))
                                                    .map(piece -> MatchView.of(each, piece))
                                                    .stream())
                            .toList();
            int hidden = sightings.size() - shown.size();
            return new ReuseView(
                    sightings.size(),
                    found.more(),
                    shown,
                    hidden,
                    hidden == 0
                            ? null
                            : "另有"
                                    + (found.more() ? "至少 " : " ")
                                    + hidden
                                    + " 份属于其他方的证据显示同一画面，编号不予显示。",
                    note(sightings.isEmpty(), searched, scope));
        }

        private static @Nullable String note(boolean none, Searched searched, Scope scope) {
            String note =
                    none
                            ? BandWords.nowhereElse(searched, scope)
                            : BandWords.limits(searched, scope);
            return note.isEmpty() ? null : note;
        }
    }

    /**
     * A revision in the list of all of them.
     *
     * @param fusionVersion version of the rules that it was decided by
     * @param analyzers names with versions
     * @param href where it is read
     */
    record RevisionView(
            int revision,
            IndicationBand band,
            String bandName,
            int fusionVersion,
            List<String> analyzers,
            int reuseCount,
            OffsetDateTime decidedAt,
            String href) {
        static RevisionView of(UUID evidenceId, Indications.Entry entry) {
            return new RevisionView(
                    entry.revision(),
                    entry.band(),
                    BandWords.name(entry.band()),
                    entry.fusionVersion(),
                    List.of(entry.panel().split(" ")),
                    entry.reuseCount(),
                    AnalysisView.outside(entry.decidedAt()),
                    "/v1/evidence/" + evidenceId + "/indications/" + entry.revision());
        }
    }

    /** All revisions of an indication, the latest first; none is ever changed. */
    record RevisionsView(UUID evidenceId, List<RevisionView> items) {}

    /**
     * Why the file is to be looked at again.
     *
     * @param reasons in own words; they go into the audit
     */
    record ReanalysisRequest(
            @NotBlank(message = "请说明重新分析的理由。") @Size(max = 500, message = "理由不超过 500 个字。")
                    String reasons) {}

    /**
     * A new analysis was asked for.
     *
     * @param revision the latest one now; the new one has a higher number
     */
    record ReanalysisView(
            UUID evidenceId, int revision, int fusionVersion, List<String> analyzers) {}

    /**
     * One piece of evidence with the same picture, and on what the match stands.
     *
     * @param organisation who took the other one in or handed it in
     * @param receivedAt when the other one came in
     * @param distance differing bits of the two hashes, of 256
     * @param agreement of the fine structure of what both show, 0 to 1
     * @param fit how this picture lies on the other one; absent for equal files and where it was
     *     not kept
     * @param second about which second of this film shows it; absent for pictures
     * @param otherSecond about which second of the other film shows it; absent for pictures
     * @param place which picture of this document it is, in words; absent for pictures and films
     * @param otherPlace the same of the other document
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatchView(
            UUID evidenceId,
            String organisation,
            OffsetDateTime receivedAt,
            Sighting.Kind kind,
            String kindName,
            int distance,
            double agreement,
            @Nullable FitView fit,
            @Nullable Double second,
            @Nullable Double otherSecond,
            @Nullable String place,
            @Nullable String otherPlace) {
        static MatchView of(Sighting sighting, Piece other) {
            return new MatchView(
                    sighting.evidenceId(),
                    other.organisation(),
                    AnalysisView.outside(other.receivedAt()),
                    sighting.kind(),
                    sighting.kind().zhName(),
                    sighting.distance(),
                    sighting.agreement(),
                    sighting.fit().map(FitView::of).orElse(null),
                    sighting.spots().second(),
                    sighting.spots().otherSecond(),
                    sighting.spots().place(),
                    sighting.spots().otherPlace());
        }
    }

    /**
     * How one picture lies on the other.
     *
     * @param inliers key points that one mapping carries onto their like; 0 for a plain overlay
     * @param turn how this picture must be laid to fit the other, to the nearest quarter
     * @param transform nine numbers, row by row: from fractions of this picture's sides to
     *     fractions of the other's
     * @param here the common part in this picture
     * @param there the common part in the other one
     */
    record FitView(
            int inliers,
            Turn turn,
            String turnName,
            List<Double> transform,
            Region here,
            Region there) {
        static FitView of(Fit fit) {
            return new FitView(
                    fit.inliers(),
                    fit.turn(),
                    fit.turn().zhName(),
                    fit.transform(),
                    fit.here(),
                    fit.there());
        }

        Fit fit() {
            return new Fit(inliers, turn, transform, here, there);
        }
    }
}
