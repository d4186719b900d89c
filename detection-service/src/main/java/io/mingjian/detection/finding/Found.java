package io.mingjian.detection.finding;

import io.mingjian.contracts.SignalStrength;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Something was seen.
 *
 * @param by analyzer and version
 * @param code stable upper-snake code of what was seen
 * @param strength how far it carries
 * @param zhSummary what it supports, one or two sentences; never says fraud or genuine
 * @param zhDoesNotProve what it leaves open, and innocent causes of the same sign
 * @param regions where in the picture, as fractions of its sides; empty when it concerns the file
 * @param facts what was read, in a fixed order: texts, numbers, booleans, lists and maps of these;
 *     {@code score} is where the picture lies on the analyzer's scale from 0 to 1
 */
public record Found(
        AnalyzerId by,
        String code,
        SignalStrength strength,
        String zhSummary,
        String zhDoesNotProve,
        List<Region> regions,
        Map<String, Object> facts)
        implements Finding {
    public Found {
        if (!code.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("finding code is not upper snake: " + code);
        }
        if (zhSummary.isBlank() || zhDoesNotProve.isBlank()) {
            throw new IllegalArgumentException(code + " lacks its wording");
        }
        zhSummary = Facts.text(zhSummary);
        zhDoesNotProve = Facts.text(zhDoesNotProve);
        regions = List.copyOf(regions);
        facts = Facts.copy(facts);
    }

    @Override
    public OptionalDouble score() {
        return facts.get("score") instanceof Number score
                ? OptionalDouble.of(score.doubleValue())
                : OptionalDouble.empty();
    }
}
