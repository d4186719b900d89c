package io.mingjian.monitoring.finding;

import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction demands of a finding of one category.
 *
 * @param fields what must be filled beyond what every finding has
 * @param leastEvidence the least number of files of a kind
 * @param issuedAt when the instruction was issued; absent: evidence may be of any age
 * @param from first day of the period that is to be watched
 * @param to last day of it
 * @param platforms the platforms to watch, by the names that findings use; empty: any
 * @param categories kinds of violations to watch; empty: any
 */
public record Demands(
        Set<OutputField> fields,
        Map<EvidenceKind, Integer> leastEvidence,
        @Nullable Instant issuedAt,
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

    /** Whether something of that moment is older than the instruction; records count seconds. */
    boolean isOlder(Instant at) {
        return issuedAt != null && at.isBefore(issuedAt.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether a day lies before the period. */
    boolean isBeforePeriod(LocalDate day) {
        return from != null && day.isBefore(from);
    }

    /** Whether the period says that what was there before the day of issue is wanted too. */
    boolean reachesBack() {
        return issuedAt != null && from != null && from.isBefore(LegalDay.of(issuedAt));
    }

    /** Only that these fields are filled. */
    public static Demands ofFields(Set<OutputField> fields) {
        return new Demands(fields, Map.of(), null, null, null, List.of(), List.of());
    }
}
