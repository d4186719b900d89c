package io.mingjian.contracts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filing was entered: {@code filing.registered.v1}.
 *
 * @param filerId pseudonym of the filer inside the registry; absent for anonymous reports
 * @param submissionId common to the parts of a mixed filing (Order 121 Art 9)
 * @param registeringOrganisation who took the filing in; it must own the evidence that it names
 */
public record FilingRegistered(
        UUID filingId,
        String registrationNo,
        FilingKind kind,
        UUID submissionId,
        @Nullable UUID linkedFilingId,
        @Nullable UUID filerId,
        String registeringOrganisation,
        List<UUID> evidenceIds,
        OffsetDateTime receivedAt)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
