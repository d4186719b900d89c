package io.mingjian.detection.thumbnail;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Brings the thumbnail's brightness to the picture's, as far as contrast and level go. */
record Line(double slope, double level) {
    private static final double KEPT = 0.75;

    /** Fitted twice, the second time without the quarter that lies farthest from the first. */
    static Line through(double[] picture, double[] thumbnail) {
        Line first = fitted(picture, thumbnail);
        double[] distance =
                IntStream.range(0, picture.length)
                        .mapToDouble(i -> Math.abs(picture[i] - first.at(thumbnail[i])))
                        .toArray();
        double[] sorted = distance.clone();
        Arrays.sort(sorted);
        double most = sorted[(int) (KEPT * (sorted.length - 1))];
        int[] kept = IntStream.range(0, picture.length).filter(i -> distance[i] <= most).toArray();
        return fitted(
                Arrays.stream(kept).mapToDouble(i -> picture[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> thumbnail[i]).toArray());
    }

    private static Line fitted(double[] picture, double[] thumbnail) {
        double deviation = Statistics.deviation(thumbnail);
        double slope =
                deviation < 1e-6
                        ? 1
                        : Statistics.correlation(picture, thumbnail)
                                * Statistics.deviation(picture)
                                / deviation;
        return new Line(slope, Statistics.mean(picture) - slope * Statistics.mean(thumbnail));
    }

    double at(double value) {
        return slope * value + level;
    }
}
