package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A filing took a step that has no event of its own ({@code filing.advanced.v1}), or was filed away
 * ({@code filing.closed.v1}).
 *
 * @param step the step's code in the lifecycle table of its kind
 * @param from state before
 * @param to state after
 * @param on legal day of the step
 */
public record FilingAdvanced(
        UUID filingId, FilingKind kind, String step, String from, String to, LocalDate on)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
