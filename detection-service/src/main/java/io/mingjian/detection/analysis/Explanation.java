package io.mingjian.detection.analysis;

import io.mingjian.detection.reuse.Fit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an indication with everything that is needed to explain it, as a reader may know
 * it: for other rooms that write it down for people.
 *
 * @param revision number of the revision, for this reader
 * @param indication as it was decided
 * @param rules the version that it was decided by; empty for one from before rules were kept
 * @param rulesVersion number of that version
 * @param sameness the same picture elsewhere; empty for a revision that is not the latest
 * @param versions what it was made with
 * @param heatMap transparent PNG, if an analyzer drew one and the content is still there
 */
public record Explanation(
        UUID evidenceId,
        int revision,
        Indication indication,
        Optional<FusionRules> rules,
        int rulesVersion,
        Optional<Sameness> sameness,
        Versions versions,
        Optional<byte[]> heatMap,
        Instant decidedAt) {

    /**
     * The same picture elsewhere, as far as the reader may know it.
     *
     * @param atLeast whether there are more than {@code total}, which were not counted
     * @param hidden how many belong to others and stay without a name
     * @param note that there is none, and what was not looked for, in sentences; empty where
     *     neither is to be said
     */
    public record Sameness(
            int total, boolean atLeast, List<Match> visible, int hidden, String note) {}

    /**
     * One piece of evidence with the same picture.
     *
     * @param organisation who took it in or handed it in
     * @param distance differing bits of 256
     * @param agreement of the fine structure of what both show, 0 to 1
     * @param fit how the explained picture lies on this one; empty for equal files and where it was
     *     not kept
     * @param second about which second of the explained film shows it; null for pictures
     * @param otherSecond about which second of the other film shows it; null for pictures
     * @param place which picture of the explained document it is; null unless that is one
     * @param otherPlace which picture of the other document it is; null unless that is one
     */
    public record Match(
            UUID evidenceId,
            String organisation,
            OffsetDateTime receivedAt,
            String kind,
            String kindName,
            int distance,
            double agreement,
            Optional<Fit> fit,
            @Nullable Double second,
            @Nullable Double otherSecond,
            @Nullable String place,
            @Nullable String otherPlace) {}

    /**
     * What an indication was made with.
     *
     * @param analyzers names with versions, as {@code implicit-label/2}
     * @param print version of the prints by which pictures are found again; empty for a run from
     *     before this was kept
     * @param index version of the index's entries; it also names the vocabulary. Empty likewise
     */
    public record Versions(
            List<String> analyzers, Optional<Integer> print, Optional<Integer> index) {}

    /** The row by which a line was weighed, if that version has one. */
    public Optional<RuleRow> row(Indication.Line line) {
        return rules.flatMap(each -> each.find(line.code()));
    }
}
