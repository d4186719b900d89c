package io.mingjian.detection.visiblelabel;

/** Which pixels of a row or column make one pixel of its scaled copy, and with what weight. */
final class Taps {
    private final int[] from;
    private final float[][] weights;

    private Taps(int[] from, float[][] weights) {
        this.from = from;
        this.weights = weights;
    }

    /**
     * A triangle over each target, as wide as it must be to leave nothing out.
     *
     * @param start where the part begins, in source pixels
     * @param end where it ends
     * @param targets how many pixels it becomes
     * @param sources how many pixels there are
     */
    static Taps of(double start, double end, int targets, int sources) {
        int[] from = new int[targets];
        float[][] weights = new float[targets][];
        double step = (end - start) / targets;
        double reach = Math.max(1, step);
        for (int i = 0; i < targets; i++) {
            double centre = start + (i + 0.5) * step;
            int first = inside((int) Math.floor(centre - reach), sources);
            int last = inside((int) Math.ceil(centre + reach), sources);
            from[i] = first;
            weights[i] = triangle(first, last, centre, reach);
        }
        return new Taps(from, weights);
    }

    private static int inside(int index, int sources) {
        return Math.max(0, Math.min(sources - 1, index));
    }

    private static float[] triangle(int first, int last, double centre, double reach) {
        float[] weights = new float[last - first + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
            weights[i] = (float) weight;
            sum += weight;
        }
        if (sum == 0) {
            weights[0] = 1;
            return weights;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) sum;
        }
        return weights;
    }

    int from(int target) {
        return from[target];
    }

    int count(int target) {
        return weights[target].length;
    }

    float weight(int target, int tap) {
        return weights[target][tap];
    }

    /** The first source pixel that is needed. */
    int begin() {
        return from[0];
    }

    /** The first one after those that are needed. */
    int end() {
        int last = from.length - 1;
        return from[last] + weights[last].length;
    }
}
