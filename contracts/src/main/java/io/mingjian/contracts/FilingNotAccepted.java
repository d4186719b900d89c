package io.mingjian.contracts;

import java.util.List;
import java.util.UUID;

/**
 * The competent bureau refused a complaint (Order 121 Arts 15, 16): {@code filing.not-accepted.v1}.
 *
 * @param ground number of the ground in Art 16, 1 to 7
 * @param factors letters of the factors in Art 17, only for ground 3
 */
public record FilingNotAccepted(UUID filingId, int ground, List<String> factors)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
