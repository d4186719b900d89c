package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.OutputField;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an instruction asks for.
 *
 * @param categories kinds of violations; empty means any
 * @param requiredFields what a finding must fill beyond what every finding has
 */
record Terms(
        List<String> platforms,
        List<String> keywords,
        List<String> categories,
        Set<OutputField> requiredFields) {
    Terms {
        platforms = List.copyOf(platforms);
        keywords = List.copyOf(keywords);
        categories = List.copyOf(categories);
        // In one order always, so that two looks at the same terms are the same text.
        requiredFields = Collections.unmodifiableSortedSet(new TreeSet<>(requiredFields));
    }
}
