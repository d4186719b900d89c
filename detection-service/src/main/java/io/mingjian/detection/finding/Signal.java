package io.mingjian.detection.finding;

import io.mingjian.contracts.SignalStrength;
import java.util.List;
import java.util.Map;

/**
 * A finding as people see it: one line of the explained indication. Fusion keeps every signal and
 * shows contradictions side by side; it never averages them away.
 *
 * @param analyzer name of the analyzer
 * @param version version of the analyzer
 * @param code what was seen
 * @param strength how far it carries
 * @param supports wording: what it supports
 * @param doesNotProve wording: what it leaves open
 * @param regions where in the picture
 * @param facts what was read
 */
public record Signal(
        String analyzer,
        int version,
        String code,
        SignalStrength strength,
        String supports,
        String doesNotProve,
        List<Region> regions,
        Map<String, Object> facts) {

    public static Signal of(Found found) {
        return new Signal(
                found.by().name(),
                found.by().version(),
                found.code(),
                found.strength(),
                found.zhSummary(),
                found.zhDoesNotProve(),
                found.regions(),
                found.facts());
    }
}
