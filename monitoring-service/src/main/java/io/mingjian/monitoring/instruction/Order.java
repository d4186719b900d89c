package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.Demands;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.OutputField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency that hands in a finding must keep to.
 *
 * @param deadline last day for findings, in Asia/Shanghai
 * @param categories kinds of violations; empty means any
 * @param issuedOn legal day of the issue
 * @param periodFrom first day of the period that is to be watched
 * @param periodTo last day of it
 */
public record Order(
        UUID instructionId,
        String instructionNo,
        String bureau,
        Set<OutputField> requiredFields,
        List<String> platforms,
        List<String> categories,
        LocalDate deadline,
        LocalDate issuedOn,
        LocalDate periodFrom,
        LocalDate periodTo) {

    /** What is demanded of a finding of that kind. */
    public Demands demandsOf(@Nullable String violationType) {
        return new Demands(
                requiredFields,
                Map.of(),
                issuedOn.isBefore(periodFrom) ? issuedOn : periodFrom,
                periodFrom,
                periodTo,
                platforms,
                categories);
    }

    /** Whether findings of that day come after the last day. */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(deadline);
    }

    /** Whether a finding lies on an ordered platform and is of an ordered kind. */
    public boolean covers(Finding finding) {
        return platforms.stream().anyMatch(platform -> same(platform, finding.platform()))
                && (categories.isEmpty()
                        || categories.contains(String.valueOf(finding.violationType())));
    }

    private static boolean same(String ordered, @Nullable String found) {
        return found != null
                && ordered.strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(found.strip().toLowerCase(Locale.ROOT));
    }
}
