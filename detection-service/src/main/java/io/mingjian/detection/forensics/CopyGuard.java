package io.mingjian.detection.forensics;

import io.mingjian.detection.forensics.CopySearch.Candidate;
import io.mingjian.detection.forensics.CopySearch.Guard;
import java.util.Optional;

/**
 * Turns down what repeats by its nature: text, tiles, cloth, goods in rows. The bounds were chosen
 * on the pictures of the samples whose split is {@code train}; {@code benchmarks/run copy-move}
 * prints what they let through on {@code dev}.
 */
final class CopyGuard {
    /** Of the inliers, so many agree at most in another mapping. */
    static final double MOST_NEXT = 0.6;

    static final double LEAST_STEADINESS = 0.5;
    static final double MOST_PATTERNED = 0.5;

    /** Grey values a pixel. */
    static final double LEAST_TEXTURE = 1.2;

    /** Pixels of 900. */
    static final double LEAST_THICKNESS = 7;

    static final double LEAST_AREA = 0.003;
    static final double MOST_OVERLAP = 0.2;
    static final double LEAST_LIKENESS = 0.75;

    private CopyGuard() {}

    /** The first guard that objects. */
    static Optional<Guard> against(Candidate c) {
        if (c.next() > MOST_NEXT * c.inliers() || c.steadiness() < LEAST_STEADINESS) {
            return Optional.of(Guard.SEVERAL_SHIFTS);
        }
        if (c.patterned() > MOST_PATTERNED) {
            return Optional.of(Guard.MANY_LIKENESSES);
        }
        if (c.texture() < LEAST_TEXTURE) {
            return Optional.of(Guard.PLAIN);
        }
        if (c.thickness() < LEAST_THICKNESS) {
            return Optional.of(Guard.ALONG_A_LINE);
        }
        if (c.area() < LEAST_AREA) {
            return Optional.of(Guard.SMALL);
        }
        if (c.overlap() > MOST_OVERLAP) {
            return Optional.of(Guard.OVERLAPPING);
        }
        return c.likeness() < LEAST_LIKENESS ? Optional.of(Guard.PIXELS_DIFFER) : Optional.empty();
    }
}
