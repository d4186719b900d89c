package io.mingjian.registry.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.PowerOfAttorney;
import io.mingjian.registry.form.ReporterCapacity;
import io.mingjian.registry.form.Respondent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report says (official report form of April 2026).
 *
 * @param advertising present if the clue is an advertisement (Arts 29–32)
 * @param powerOfAttorney present if an agent reports
 * @param capacity in which capacity the reporter speaks, if that is special
 * @param safetyHarm whether the clue is about harm to health or public safety
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportContent(
        Respondent reportedParty,
        String clueDescription,
        String factualBasis,
        List<UUID> evidenceIds,
        @Nullable Advertising advertising,
        @Nullable PowerOfAttorney powerOfAttorney,
        @Nullable ReporterCapacity capacity,
        @Nullable Boolean safetyHarm) {

    public ReportContent(
            Respondent reportedParty,
            String clueDescription,
            String factualBasis,
            List<UUID> evidenceIds) {
        this(reportedParty, clueDescription, factualBasis, evidenceIds, null, null, null, null);
    }
}
