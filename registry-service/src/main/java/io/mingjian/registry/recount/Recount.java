package io.mingjian.registry.recount;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counting anew and how far it has come.
 *
 * @param afterId the filing up to which all is done
 * @param total filings with running clocks when it began
 * @param seen filings looked at so far
 * @param corrected clocks that were counted otherwise before
 * @param moved clocks whose last day has changed
 * @param settled clocks whose last day was provisional and is not any more
 * @param failed clocks that could not be counted; the log says why
 */
record Recount(
        UUID id,
        Cause cause,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        UUID afterId,
        long total,
        long seen,
        long corrected,
        long moved,
        long settled,
        long failed) {

    int percent() {
        if (finishedAt != null) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, seen * 100 / total);
    }
}
