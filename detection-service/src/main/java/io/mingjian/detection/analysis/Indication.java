package io.mingjian.detection.analysis;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.finding.Signal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The explained indication of one piece of evidence. It tells a person how closely to look and what
 * to ask; it decides nothing.
 *
 * @param bandName the band in words
 * @param summary one sentence for the band
 * @param labelTamperingSuspected traces say that a label may have been removed; a clue of its own
 * @param lines every signal, the weightiest first; none is left out and none averaged away
 * @param contradictions signals that point different ways, named side by side
 * @param askNext what a person may ask for next
 * @param notes what was looked for without a finding
 */
public record Indication(
        IndicationBand band,
        String bandName,
        String summary,
        LabelVerdict labelVerdict,
        boolean labelTamperingSuspected,
        List<Line> lines,
        List<String> contradictions,
        List<String> askNext,
        List<PanelReport.Note> notes) {

    /**
     * One signal with its part in the whole.
     *
     * @param weight likelihood ratio that fusion gives to it, its cap applied; 1 means that it is
     *     shown and not counted
     * @param group of signals with one cause; absent in what was kept before version 5
     * @param counted whether it was added; of a group only the weightiest is. Absent likewise
     * @param strengthName the strength in words
     */
    public record Line(
            String analyzer,
            int version,
            String code,
            SignalStrength strength,
            String strengthName,
            double weight,
            @Nullable SignalGroup group,
            @Nullable Boolean counted,
            String supports,
            String doesNotProve,
            List<Region> regions,
            Map<String, Object> facts) {

        static Line of(Signal signal, RuleRow row, boolean counted) {
            return new Line(
                    signal.analyzer(),
                    signal.version(),
                    signal.code(),
                    signal.strength(),
                    inWords(signal.strength()),
                    row.weight(),
                    row.group(),
                    counted,
                    signal.supports(),
                    signal.doesNotProve(),
                    signal.regions(),
                    signal.facts());
        }
    }

    public Indication {
        lines = List.copyOf(lines);
        contradictions = List.copyOf(contradictions);
        askNext = List.copyOf(askNext);
        notes = List.copyOf(notes);
    }

    static String inWords(SignalStrength strength) {
        return switch (strength) {
            case VERY_STRONG -> "很强";
            case STRONG -> "强";
            case MEDIUM -> "中";
            case WEAK -> "弱";
            case NEUTRAL -> "中性";
            case COUNTER_SIGN -> "反向";
            case MEASUREMENT -> "仅为测量值";
        };
    }
}
