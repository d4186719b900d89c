package io.mingjian.detection.analysis;

import io.mingjian.detection.reuse.ReusePrint;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a picture, or of a picture of a film, to find it again.
 *
 * @param second about where in the film; null for a picture that is none of a film
 */
record Shown(@Nullable Double second, ReusePrint print) {
    double secondOr(double other) {
        return second == null ? other : second;
    }
}
