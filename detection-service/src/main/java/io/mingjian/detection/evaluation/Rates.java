package io.mingjian.detection.evaluation;

import io.mingjian.detection.finding.Wilson;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How well one number tells two classes apart. */
final class Rates {

    private Rates() {}

    /**
     * A share of a count with Wilson's interval of 95 %.
     *
     * @param share hits over count
     */
    record Share(int hits, int count, double share, double low, double high) {
        /** Of nothing nothing can be said: the interval is everything. */
        static Share of(int hits, int count) {
            if (count == 0) {
                return new Share(0, 0, 0, 0, 1);
            }
            Wilson range = Wilson.of(hits, count);
            return new Share(hits, count, (double) hits / count, range.low(), range.high());
        }
    }

    /** Share of pairs in the right order, ties half; null when a side is empty. */
    static @Nullable Double auc(double[] positive, double[] negative) {
        if (positive.length == 0 || negative.length == 0) {
            return null;
        }
        double[] sorted = negative.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : positive) {
            sum += (below(sorted, value) + upTo(sorted, value)) / 2.0;
        }
        return sum / positive.length / negative.length;
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int upTo(double[] sorted, double value) {
        return below(sorted, Math.nextUp(value));
    }

    /** Positives above the score that lets at most this share of the negatives pass. */
    static Share atFalseAlarms(double[] positive, double[] negative, double falseAlarms) {
        if (negative.length == 0) {
            return Share.of(0, 0);
        }
        double[] sorted = negative.clone();
        Arrays.sort(sorted);
        int allowed = (int) (falseAlarms * negative.length);
        return above(positive, sorted[sorted.length - 1 - allowed]);
    }

    static Share above(double[] scores, double threshold) {
        int hits = (int) Arrays.stream(scores).filter(score -> score > threshold).count();
        return Share.of(hits, scores.length);
    }

    /**
     * The score that another picture of the same kind exceeds with at most this probability
     * (split-conformal quantile); null when there are too few to know.
     */
    static @Nullable Double conformal(double[] scores, double falseAlarms) {
        int rank = (int) Math.ceil((scores.length + 1) * (1 - falseAlarms));
        if (rank > scores.length || rank < 1) {
            return null;
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[rank - 1];
    }

    /**
     * The interval of an AUC by drawing pictures anew from each class.
     *
     * @return 2.5 % and 97.5 % point
     */
    static double[] aucInterval(double[] positive, double[] negative, int draws, long seed) {
        Random random = new Random(seed);
        double[] values = new double[draws];
        for (int i = 0; i < draws; i++) {
            Double auc = auc(drawn(positive, random), drawn(negative, random));
            values[i] = auc == null ? 0.5 : auc;
        }
        Arrays.sort(values);
        return new double[] {values[draws / 40], values[draws - 1 - draws / 40]};
    }

    private static double[] drawn(double[] values, Random random) {
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
        return drawn;
    }

    /**
     * In which share of draws the first score beats the second one in AUC, the same pictures drawn
     * for both.
     */
    static double beats(double[][] first, double[][] second, int draws, long seed) {
        Random random = new Random(seed);
        int better = 0;
        for (int i = 0; i < draws; i++) {
            int[] positive = places(first[0].length, random);
            int[] negative = places(first[1].length, random);
            Double one = auc(at(first[0], positive), at(first[1], negative));
            Double other = auc(at(second[0], positive), at(second[1], negative));
            better += one != null && other != null && one > other ? 1 : 0;
        }
        return (double) better / draws;
    }

    private static int[] places(int count, Random random) {
        return random.ints(count, 0, Math.max(1, count)).toArray();
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
