package io.mingjian.contracts;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A file came in and is kept: {@code evidence.received.v1}. */
public record EvidenceReceived(
        UUID evidenceId,
        String organisation,
        String sha256,
        String mediaType,
        OffsetDateTime receivedAt)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return evidenceId;
    }
}
