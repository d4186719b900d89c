package io.mingjian.registry.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial of one version over a period.
 *
 * @param afterPerson the last person that was looked at
 * @param total persons there are to look at, about
 * @param persons persons looked at who filed in the period
 * @param filings their submissions in the period
 * @param result once it is finished
 */
record Trial(
        UUID id,
        TrialKind kind,
        String code,
        int version,
        LocalDate from,
        LocalDate to,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        UUID afterPerson,
        long total,
        long persons,
        long filings,
        @Nullable TrialResult result) {

    /** How far it has come, by the number of persons. */
    int percent() {
        if (finishedAt != null) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, persons * 100 / total);
    }
}
