package io.mingjian.monitoring.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction demands of a finding of one category.
 *
 * @param fields what must be filled beyond what every finding has
 * @param leastEvidence the least number of files of a kind
 * @param notBefore evidence of an earlier day is no result of the instruction; absent: any day
 * @param from first day of the period that is to be watched
 * @param to last day of it
 * @param platforms the platforms to watch, by the names that findings use; empty: any
 * @param categories kinds of violations to watch; empty: any
 */
public record Demands(
        Set<OutputField> fields,
        Map<EvidenceKind, Integer> leastEvidence,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> platforms,
        List<String> categories) {
    public Demands {
        fields = Set.copyOf(fields);
        leastEvidence = Map.copyOf(leastEvidence);
        platforms = List.copyOf(platforms);
        categories = List.copyOf(categories);
    }

    /** Only that these fields are filled. */
    public static Demands ofFields(Set<OutputField> fields) {
        return new Demands(fields, Map.of(), null, null, null, List.of(), List.of());
    }
}
