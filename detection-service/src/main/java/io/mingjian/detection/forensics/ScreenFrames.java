package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The pictures of a film that are measured, evenly spread over those that were decoded. What counts
 * is the middle one of their scores: a single picture of a blind or a net tells nothing of a film.
 */
record ScreenFrames(List<Pixels> pictures) {
    /** More of one film say the same again and take as long. */
    static final int MOST = 5;

    ScreenFrames {
        pictures = List.copyOf(pictures);
    }

    /** Of those shown the ones that can be measured; none where all are too small. */
    static ScreenFrames of(List<Pixels> shown) {
        List<Pixels> large =
                shown.stream()
                        .filter(p -> ScreenFigures.canMeasure(p.width(), p.height()))
                        .toList();
        if (large.size() <= MOST) {
            return new ScreenFrames(large);
        }
        return new ScreenFrames(
                IntStream.range(0, MOST)
                        .mapToObj(i -> large.get(i * (large.size() - 1) / (MOST - 1)))
                        .toList());
    }

    boolean isEmpty() {
        return pictures.isEmpty();
    }

    /**
     * Scores in the order of the film, no more of them than it takes to know that the middle one
     * lies below a bound.
     *
     * @param from the bound
     */
    List<Double> scores(ToDoubleFunction<Pixels> score, double from) {
        List<Double> scores = new ArrayList<>();
        int below = 0;
        for (Pixels picture : pictures) {
            double next = score.applyAsDouble(picture);
            scores.add(next);
            below += next < from ? 1 : 0;
            if (below >= (pictures.size() + 1) / 2) {
                break;
            }
        }
        return List.copyOf(scores);
    }

    /** The middle one; of two the lower one. */
    static double middle(List<Double> scores) {
        return scores.stream().sorted().toList().get((scores.size() - 1) / 2);
    }
}
