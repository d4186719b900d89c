package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A legal clock of a filing has used up half or most of its period ({@code
 * filing.clock-warned.v1}), or its last day has passed ({@code filing.clock-breached.v1}).
 *
 * @param limit name of the limit in the limits table of its kind
 * @param holder bureau that has the filing
 * @param percent 50 or 80 for a warning, 100 for a breach
 */
public record FilingClock(
        UUID filingId, FilingKind kind, String limit, String holder, LocalDate dueOn, int percent)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
