package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Mediation of a complaint was ended without agreement (Order 121 Art 23): {@code
 * filing.terminated.v1}.
 *
 * @param ground number of the ground in Art 23, 1 to 8
 */
public record FilingTerminated(UUID filingId, int ground, LocalDate terminatedOn)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
