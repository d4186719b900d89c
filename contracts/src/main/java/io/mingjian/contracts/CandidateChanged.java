package io.mingjian.contracts;

import java.util.UUID;

/**
 * A criterion pointed at a filer, or an officer decided about such a candidate: {@code
 * candidate.proposed.v1}, {@code candidate.under-review.v1}, {@code candidate.dismissed.v1}.
 */
public record CandidateChanged(
        UUID candidateId, UUID filerId, String criterion, int criterionVersion)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return candidateId;
    }
}
