package io.mingjian.detection.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of evidence as retention sees it.
 *
 * @param keeping why it is kept; empty for an old one that was not counted yet
 * @param version as told to its readers
 */
public record Kept(
        UUID id,
        String organisation,
        Optional<Keeping> keeping,
        boolean held,
        ContentState contentState,
        Optional<Instant> destroyedAt,
        int version) {

    /** Where a list in the order of the ends of terms goes on. */
    public record Place(LocalDate until, UUID id) {
        public static final Place BEGINNING = new Place(LocalDate.EPOCH, new UUID(0, 0));
    }

    static Kept of(Evidence evidence) {
        return new Kept(
                evidence.id(),
                evidence.organisation(),
                evidence.keeping(),
                evidence.isHeld(),
                evidence.contentState(),
                evidence.destroyedAt(),
                evidence.told());
    }
}
