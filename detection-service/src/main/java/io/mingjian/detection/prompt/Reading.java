package io.mingjian.detection.prompt;

import java.util.List;
import java.util.Set;

/**
 * What a request was read as.
 *
 * @param risk the highest of its categories
 * @param reasons in the order of the texts; none where no category applies
 */
public record Reading(
        Risk risk, List<CategoryRisk> categories, Set<Evasion> evasions, List<Reason> reasons) {
    public Reading {
        categories = List.copyOf(categories);
        evasions = Set.copyOf(evasions);
        reasons = List.copyOf(reasons);
    }

    /** A category that applies, with its own risk. */
    public record CategoryRisk(PromptCategory category, Risk risk) {}
}
