package io.mingjian.detection.thumbnail;

import java.util.Arrays;

/** Sums over cells. */
final class Statistics {
    private static final double NOTHING = 1e-9;

    private Statistics() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Zero-normalised correlation, -1 to 1; 0 when one of the two is uniform. */
    static double correlation(double[] one, double[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double products = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i] - meanOne;
            double b = other[i] - meanOther;
            products += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        double spread = squaresOne * squaresOther;
        return spread <= NOTHING ? 0 : products / Math.sqrt(spread);
    }
}
