package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A filing went to the bureau that is competent for it: {@code filing.routed.v1}.
 *
 * @param registeringOrganisation who took the filing in; it must own the evidence that it names
 * @param districtOrganisation the bureau that may now see the evidence
 */
public record FilingRouted(
        UUID filingId,
        FilingKind kind,
        String registeringOrganisation,
        String districtOrganisation,
        String districtCode,
        List<UUID> evidenceIds,
        LocalDate dueOn)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
