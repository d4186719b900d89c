package io.mingjian.contracts;

import java.util.List;
import java.util.UUID;

/**
 * A letter that asks a platform for assistance moved: {@code letter.issued.v1}, {@code
 * .answered.v1}, {@code .withdrawn.v1}; or went with its lead to another bureau: {@code
 * .handed-over.v1}.
 *
 * @param bureau who works on the matter now; it may see the evidence of the answer
 * @param platform who was asked; it must own the evidence that its answer names
 * @param evidenceIds what the answer names; empty before
 */
public record LetterChanged(
        UUID letterId,
        String letterNo,
        String bureau,
        String platform,
        String state,
        List<UUID> evidenceIds)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return letterId;
    }
}
