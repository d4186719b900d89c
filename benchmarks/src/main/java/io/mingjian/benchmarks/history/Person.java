package io.mingjian.benchmarks.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of the history.
 *
 * @param contact number of the telephone, which template writers share among a few
 * @param decided what people decided about it; null for nearly everybody
 */
public record Person(
        UUID id,
        Habit habit,
        long contact,
        List<Filing> filings,
        List<Mark> marks,
        @Nullable Decided decided) {

    /**
     * A filing.
     *
     * @param family number of its text; others with the same number read nearly the same
     * @param useRatio units bought in multiples of plausible use; null where nothing is known
     */
    public record Filing(
            UUID submissionId,
            LocalDate day,
            long operator,
            String goods,
            long family,
            @Nullable Double useRatio,
            @Nullable String setAside) {}

    /** A dated fact; the kind is a code of the registry's ledger. */
    public record Mark(UUID id, String kind, LocalDate day, UUID submissionId) {}

    /** A human decision that ended a candidate: LISTED, NOT_LISTED or REVOKED. */
    public record Decided(UUID id, LocalDate proposedOn, LocalDate day, String outcome) {}
}
