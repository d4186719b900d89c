package io.mingjian.detection.analysis;

import io.mingjian.detection.reuse.ReusePrint;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a picture, or of a picture of a film or of a document, to find it again.
 *
 * @param second about where in the film; null for a picture that is none of a film
 * @param place where in the document, in words; null for a picture that is none of a document
 */
public record Shown(@Nullable Double second, @Nullable String place, ReusePrint print) {
    static Shown picture(ReusePrint print) {
        return new Shown(null, null, print);
    }

    static Shown ofFilm(double second, ReusePrint print) {
        return new Shown(second, null, print);
    }

    static Shown ofDocument(String place, ReusePrint print) {
        return new Shown(null, place, print);
    }

    boolean isOfDocument() {
        return place != null;
    }

    double secondOr(double other) {
        return second == null ? other : second;
    }

    String placeOr(String other) {
        return place == null ? other : place;
    }
}
