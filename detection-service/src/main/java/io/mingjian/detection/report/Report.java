package io.mingjian.detection.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.CountedIn;
import io.mingjian.detection.analysis.RuleStatus;
import io.mingjian.detection.analysis.SignalGroup;
import io.mingjian.detection.finding.Region;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is written. What a reader may not know is not in it.
 *
 * @param format name and version of this shape; names may be added within it
 * @param decidedAt when the revision was decided
 * @param sameness the same picture elsewhere; absent for an earlier revision
 * @param custody what was done with the file until the revision was decided
 * @param limits what the report does not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        String format,
        UUID evidenceId,
        int revision,
        OffsetDateTime decidedAt,
        Conclusion conclusion,
        FileFacts file,
        List<Line> signals,
        List<Note> notes,
        @Nullable Sameness sameness,
        Weighing weighing,
        Versions versions,
        List<CustodyLine> custody,
        List<String> limits) {
    static final String FORMAT = "mingjian-report/1";

    /** What a person reads first. */
    @Schema(name = "ReportConclusion")
    record Conclusion(
            IndicationBand band,
            String bandName,
            String summary,
            LabelVerdict labelVerdict,
            boolean labelTamperingSuspected,
            List<String> contradictions,
            List<String> askNext) {}

    /**
     * The file as it was taken in.
     *
     * @param organisation who took it in or handed it in
     * @param width of the upright picture in pixels; 0 where there is none, as of a document, or
     *     where the head of a film does not tell it
     * @param height likewise
     */
    @Schema(name = "ReportFile")
    record FileFacts(
            String organisation,
            String mediaType,
            long sizeBytes,
            int width,
            int height,
            String sha256,
            String sm3,
            OffsetDateTime receivedAt) {
        boolean hasSize() {
            return width > 0 && height > 0;
        }
    }

    /**
     * One signal.
     *
     * @param number place in the report, from 1; regions are marked with it
     * @param weight likelihood ratio; 1 is shown and not counted
     * @param counted whether it was added; of a group only the weightiest is
     * @param innocent ordinary causes
     * @param basis where the weight comes from
     * @param errors false alarms, where somebody has counted
     */
    @Schema(name = "ReportSignal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int number,
            String code,
            String analyzer,
            int version,
            String strengthName,
            @Nullable SignalGroup group,
            @Nullable String groupName,
            double weight,
            @Nullable Boolean counted,
            String supports,
            String doesNotProve,
            @Nullable String innocent,
            @Nullable RuleStatus status,
            @Nullable String statusName,
            @Nullable String basis,
            @Nullable Errors errors,
            List<Region> regions,
            Map<String, Object> facts) {}

    /**
     * How often a signal was seen without its cause.
     *
     * @param unit what both numbers count; absent where the rules of then did not say
     * @param unitName as it stands behind the number; absent likewise
     * @param unitNote what has to be said with a rate of this unit; absent where nothing has
     * @param low of the true rate, with 95 % confidence (Wilson); not rounded
     * @param high likewise
     * @param source where it is printed, and by which command
     */
    @Schema(name = "ReportErrors")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Errors(
            long falseAlarms,
            long among,
            @Nullable CountedIn unit,
            @Nullable String unitName,
            @Nullable String unitNote,
            double low,
            double high,
            String source) {}

    /** What was looked for without a finding, or could not be read. */
    @Schema(name = "ReportNote")
    record Note(String analyzer, int version, String kindName, String code, String text) {}

    /**
     * The same picture elsewhere.
     *
     * @param atLeast whether there are more than {@code total}, which were not counted
     * @param note that there is none, and what was not looked for, in sentences; absent where
     *     neither is to be said
     */
    @Schema(name = "ReportReuse")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sameness(
            int total, boolean atLeast, List<Match> visible, int hidden, @Nullable String note) {}

    /**
     * One piece of evidence with the same picture, that the reader may see.
     *
     * @param organisation who took it in or handed it in
     * @param distance differing bits of 256
     * @param agreement of the fine structure of what both show, 0 to 1
     * @param fit how this picture lies on the other one; absent for equal files and where it was
     *     not kept
     * @param second about which second of this film shows it; absent for pictures
     * @param otherSecond about which second of the other film shows it; absent for pictures
     * @param place which picture of this document it is; absent unless this is one
     * @param otherPlace which picture of the other document it is; absent unless that is one
     */
    @Schema(name = "ReportMatch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Match(
            UUID evidenceId,
            String organisation,
            OffsetDateTime receivedAt,
            String kind,
            String kindName,
            int distance,
            double agreement,
            @Nullable Overlap fit,
            @Nullable Double second,
            @Nullable Double otherSecond,
            @Nullable String place,
            @Nullable String otherPlace) {}

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
    @Schema(name = "ReportFit")
    record Overlap(
            int inliers,
            String turn,
            String turnName,
            List<Double> transform,
            Region here,
            Region there) {}

    /**
     * The rules by which the signals were weighed.
     *
     * @param since first day of this version; absent where it was not kept
     * @param logOdds sum of the natural logarithms of the ratios that were counted; absent likewise
     */
    @Schema(name = "ReportWeighing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Weighing(
            int version,
            @Nullable LocalDate since,
            @Nullable Double logOdds,
            @Nullable Double someFrom,
            @Nullable Double strongFrom,
            @Nullable Double declaresFrom) {}

    /**
     * What the indication was made with.
     *
     * @param print version of the prints; absent for a run from before this was kept
     * @param index version of the index's entries; absent likewise
     */
    @Schema(name = "ReportVersions")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Versions(List<String> analyzers, @Nullable Integer print, @Nullable Integer index) {}

    /**
     * A line of the chain of custody, without the person.
     *
     * @param organisation absent where the reader may not know it
     */
    @Schema(name = "ReportCustodyLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CustodyLine(
            int seq,
            String act,
            String actName,
            @Nullable String organisation,
            OffsetDateTime at,
            String seal) {}
}
