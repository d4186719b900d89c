package io.mingjian.contracts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A monitoring lead moved: {@code lead.submitted.v1}, {@code .qualified.v1}, {@code
 * .unqualified.v1}, {@code .assigned.v1}, {@code .received.v1}, {@code .disposed.v1}, {@code
 * .fed-back.v1}, {@code .closed.v1} and the steps between them.
 *
 * @param agency who found it; it must own the evidence that it names
 * @param districtOrganisation the bureau that handles it, once assigned; it may then see the
 *     evidence
 * @param disposalCode what the district did, once it did
 */
public record LeadChanged(
        UUID leadId,
        String leadNo,
        UUID instructionId,
        String agency,
        String state,
        @Nullable String districtOrganisation,
        @Nullable String disposalCode,
        List<UUID> evidenceIds)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return leadId;
    }
}
