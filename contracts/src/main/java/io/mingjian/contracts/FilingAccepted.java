package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/** The competent bureau accepted a complaint (Order 121 Art 15): {@code filing.accepted.v1}. */
public record FilingAccepted(UUID filingId, LocalDate acceptedOn) implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
