package io.mingjian.detection.reuse;

import java.util.UUID;

/**
 * A stored picture that a hash proposes. Not to be shown to anybody before {@link Confirmation}.
 *
 * @param picture the stored picture
 * @param distance differing bits of 256
 * @param turn how the query must be laid to look like the stored picture
 * @param queryWindow part of the turned query
 * @param storedWindow part of the stored picture
 */
public record Candidate(UUID picture, int distance, Turn turn, int queryWindow, int storedWindow) {

    /** Two whole upright pictures so near that no further proof is asked for. */
    boolean isSamePicture() {
        return queryWindow == 0
                && storedWindow == 0
                && turn == Turn.NONE
                && distance <= HashIndex.SAME;
    }

    boolean isBetterThan(Candidate other) {
        if (isSamePicture() != other.isSamePicture()) {
            return isSamePicture();
        }
        return distance < other.distance;
    }
}
