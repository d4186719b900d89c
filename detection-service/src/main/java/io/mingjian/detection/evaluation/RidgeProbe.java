package io.mingjian.detection.evaluation;

import java.util.List;

/**
 * The plainest thing that learns: ridge regression on standardised features, both classes weighing
 * alike. Learns the same from the same pictures.
 */
final class RidgeProbe {
    private static final double STRENGTH = 0.1;

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;
    private final double centre;
    private final double scale;

    private RidgeProbe(double[] mean, double[] spread, double[] weights, double[] known) {
        this.mean = mean;
        this.spread = spread;
        this.weights = weights;
        double sum = 0;
        double squares = 0;
        for (double value : known) {
            sum += value;
            squares += value * value;
        }
        this.centre = sum / known.length;
        this.scale = Math.sqrt(Math.max(1e-12, squares / known.length - centre * centre));
    }

    /** Needs pictures of both classes. */
    static RidgeProbe learn(List<double[]> features, boolean[] generated) {
        int size = features.get(0).length;
        double[] mean = new double[size];
        double[] spread = new double[size];
        for (double[] row : features) {
            for (int i = 0; i < size; i++) {
                mean[i] += row[i] / features.size();
                spread[i] += row[i] * row[i] / features.size();
            }
        }
        for (int i = 0; i < size; i++) {
            spread[i] = Math.sqrt(Math.max(0, spread[i] - mean[i] * mean[i])) + 1e-6;
        }
        double[] weights = solved(features, generated, mean, spread);
        double[] known = new double[features.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = value(features.get(i), mean, spread, weights);
        }
        return new RidgeProbe(mean, spread, weights, known);
    }

    private static double[] solved(
            List<double[]> features, boolean[] generated, double[] mean, double[] spread) {
        int size = mean.length + 1;
        int positives = 0;
        for (boolean one : generated) {
            positives += one ? 1 : 0;
        }
        double[][] left = new double[size][size];
        double[] right = new double[size];
        double[] x = new double[size];
        for (int row = 0; row < generated.length; row++) {
            for (int i = 0; i < size - 1; i++) {
                x[i] = (features.get(row)[i] - mean[i]) / spread[i];
            }
            x[size - 1] = 1;
            double weight =
                    0.5 / Math.max(1, generated[row] ? positives : generated.length - positives);
            for (int i = 0; i < size; i++) {
                double own = weight * x[i];
                right[i] += generated[row] ? own : -own;
                for (int j = 0; j <= i; j++) {
                    left[i][j] += own * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            left[i][i] += STRENGTH;
        }
        return cholesky(left, right);
    }

    /** Solves for a symmetric positive matrix of which the lower half is given. */
    private static double[] cholesky(double[][] a, double[] b) {
        int size = b.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    private static double value(double[] row, double[] mean, double[] spread, double[] weights) {
        double value = weights[weights.length - 1];
        for (int i = 0; i < row.length; i++) {
            value += (row[i] - mean[i]) / spread[i] * weights[i];
        }
        return value;
    }

    /** In spreads of what it learned from, so that answers of several probes can be compared. */
    double score(double[] features) {
        return (value(features, mean, spread, weights) - centre) / scale;
    }
}
