package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of an entry of the abnormal-filer list, after the person was told: {@code
 * listing.noticed.v1}, {@code listing.listed.v1} and so on; {@code listing.advanced.v1} for a step
 * that has no event of its own.
 *
 * @param from first day of the term, and {@code until}, the last one; absent before it is listed
 */
public record ListingChanged(
        UUID entryId,
        UUID filerId,
        String step,
        String fromState,
        String toState,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        LocalDate on)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return entryId;
    }
}
