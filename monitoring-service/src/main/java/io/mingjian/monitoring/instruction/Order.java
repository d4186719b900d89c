package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.Demands;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.PlatformType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency that hands in a finding must keep to, by one version of an instruction.
 *
 * @param version number of the version
 * @param demands what every finding must have
 * @param ofCategories what findings of those kinds must have for which the instruction says more
 * @param platformTypes kinds of platforms; empty means any
 * @param categories kinds of violations; empty means any
 * @param deadline last day for findings, in Asia/Shanghai
 */
public record Order(
        UUID instructionId,
        String instructionNo,
        String bureau,
        int version,
        Demands demands,
        Map<String, Demands> ofCategories,
        List<PlatformType> platformTypes,
        List<String> platforms,
        List<String> categories,
        LocalDate deadline) {

    /** What a finding of this kind must have. */
    public Demands demandsOf(@Nullable String category) {
        return category == null ? demands : ofCategories.getOrDefault(category, demands);
    }

    /** What every finding must fill, whatever its kind. */
    public Set<OutputField> requiredFields() {
        return demands.fields();
    }

    /** Whether findings of that day come after the last day. */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(deadline);
    }

    /** Whether a finding lies on an ordered platform and is of an ordered kind. */
    public boolean covers(Finding finding) {
        return platforms.stream().anyMatch(platform -> same(platform, finding.platform()))
                && (platformTypes.isEmpty() || isOrdered(finding.platformType()))
                && (categories.isEmpty()
                        || categories.contains(String.valueOf(finding.violationType())));
    }

    private boolean isOrdered(@Nullable PlatformType type) {
        return type != null && platformTypes.contains(type);
    }

    private static boolean same(String ordered, @Nullable String found) {
        return found != null
                && ordered.strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(found.strip().toLowerCase(Locale.ROOT));
    }
}
