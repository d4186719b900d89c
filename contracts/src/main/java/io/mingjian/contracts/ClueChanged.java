package io.mingjian.contracts;

import java.util.UUID;

/**
 * A clue that monitoring referred moved in the registry: {@code clue.opened.v1}, {@code
 * .taken-up.v1}, {@code .dismissed.v1}. It says nothing of whom it was linked to.
 *
 * @param referralId the referral that it stems from
 */
public record ClueChanged(UUID clueId, String clueNo, UUID referralId, String state)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return clueId;
    }
}
