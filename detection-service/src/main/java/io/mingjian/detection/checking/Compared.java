package io.mingjian.detection.checking;

import io.mingjian.detection.reuse.ReuseMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file that was looked for among the others.
 *
 * @param sha256 of the whole file; empty when it could not be read
 * @param pdq its PDQ hash; empty when there is none
 * @param trouble why it could be compared only by its bytes, or not at all; empty otherwise
 * @param matches the same picture first, each kind with the nearest hashes first
 */
record Compared(
        Path path, String sha256, String pdq, Optional<Trouble> trouble, List<Match> matches) {

    /** Why a file could not be compared as a picture. */
    record Trouble(String code, String zhReason) {}

    /**
     * A file that was found.
     *
     * @param match empty for a file with the very same bytes
     */
    record Match(Path path, Optional<ReuseMatch> match) {
        boolean isSamePicture() {
            return match.map(m -> m.kind().isSamePicture()).orElse(true);
        }
    }

    boolean isConclusive() {
        return trouble.isEmpty() || !matches.isEmpty();
    }
}
