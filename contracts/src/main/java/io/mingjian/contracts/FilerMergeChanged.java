package io.mingjian.contracts;

import java.util.UUID;

/**
 * Two filers were found to be one person, or that was taken back: {@code filer.merged.v1}, {@code
 * filer.unmerged.v1}.
 *
 * @param mergeId the finding
 * @param filerId one of the two filers
 * @param otherFilerId the other one
 * @param personId the person that was there before and after
 * @param otherPersonId the person that became part of it, or that came out of it again
 */
public record FilerMergeChanged(
        UUID mergeId, UUID filerId, UUID otherFilerId, UUID personId, UUID otherPersonId)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return personId;
    }
}
