package io.mingjian.registry.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What was seen in a window.
 *
 * @param sample how many filings or facts it was seen over
 * @param evidence the submissions behind it, or facts without one, in the order of the days
 */
record Observation(BigDecimal value, int sample, List<UUID> evidence) {
    static final Observation NOTHING = new Observation(BigDecimal.ZERO, 0, List.of());

    /** As many as there is evidence. */
    static Observation count(List<UUID> evidence) {
        return new Observation(BigDecimal.valueOf(evidence.size()), evidence.size(), evidence);
    }
}
