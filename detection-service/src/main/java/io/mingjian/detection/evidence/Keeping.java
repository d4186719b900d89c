package io.mingjian.detection.evidence;

import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LegalLimits;
import io.mingjian.kit.time.PeriodUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why a piece of evidence is kept, since when, and until which day at least. A matter that is open
 * has no such day.
 *
 * @param until last day on which it must not be destroyed
 */
public record Keeping(KeepingGround ground, LocalDate from, Optional<LocalDate> until) {
    static final LegalLimits<RetentionLimit> LIMITS = load();

    /** Nobody has named it. */
    static Keeping unnamed(LocalDate receivedOn) {
        return counted(KeepingGround.UNNAMED, RetentionLimit.UNNAMED, receivedOn);
    }

    static Keeping open(LocalDate since) {
        return new Keeping(KeepingGround.OPEN_MATTER, since, Optional.empty());
    }

    /**
     * All that named it are closed.
     *
     * @param on day on which the last of them was
     */
    static Keeping closed(LocalDate on) {
        return counted(KeepingGround.MATTERS_CLOSED, RetentionLimit.MATTERS_CLOSED, on);
    }

    /**
     * It belongs to a claim at a platform, of which no end is told.
     *
     * @param on day on which it was last put into a set of one
     */
    static Keeping claimed(LocalDate on) {
        return counted(KeepingGround.CLAIM_SET, RetentionLimit.CLAIM_SET, on);
    }

    /** Whether this keeps it longer than another term does; what is open has no end. */
    boolean outlasts(Keeping other) {
        return other.until().isPresent()
                && until().map(day -> day.isAfter(other.until().get())).orElse(true);
    }

    /** The rule that the term stands on, in the version with which it was begun. */
    public Optional<LegalLimit> limit() {
        return switch (ground) {
            case UNNAMED -> Optional.of(LIMITS.at(RetentionLimit.UNNAMED, from));
            case OPEN_MATTER -> Optional.empty();
            case MATTERS_CLOSED -> Optional.of(LIMITS.at(RetentionLimit.MATTERS_CLOSED, from));
            case CLAIM_SET -> Optional.of(LIMITS.at(RetentionLimit.CLAIM_SET, from));
        };
    }

    private static Keeping counted(KeepingGround ground, RetentionLimit limit, LocalDate from) {
        int days = LIMITS.at(limit, from).amount();
        return new Keeping(ground, from, Optional.of(from.plusDays(days)));
    }

    private static LegalLimits<RetentionLimit> load() {
        LegalLimits<RetentionLimit> limits =
                LegalLimits.load(RetentionLimit.class, "limits/evidence.yaml");
        List<LegalLimit> inWorkingDays =
                limits.all().stream()
                        .filter(limit -> limit.unit() != PeriodUnit.NATURAL_DAY)
                        .toList();
        if (!inWorkingDays.isEmpty()) {
            throw new IllegalStateException("terms of keeping are natural days: " + inWorkingDays);
        }
        return limits;
    }
}
