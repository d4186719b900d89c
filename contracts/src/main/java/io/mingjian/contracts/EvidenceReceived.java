package io.mingjian.contracts;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file came in and is kept: {@code evidence.received.v1}.
 *
 * @param sm3 GB/T 32905 over the file; absent in events of earlier releases
 */
public record EvidenceReceived(
        UUID evidenceId,
        String organisation,
        String sha256,
        String mediaType,
        OffsetDateTime receivedAt,
        @Nullable String sm3)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return evidenceId;
    }
}
