package io.mingjian.detection.reuse;

import java.util.Arrays;

/**
 * One octave of a picture blurred step by step: six levels, each 2^(1/3) times as much as the one
 * before, and the five differences between neighbours.
 */
final class ScaleSpace {
    /** Levels that make a doubling. */
    static final int STEPS = 3;

    /** Blur of the first level of each octave, in its pixels. */
    static final double FIRST_BLUR = 1.6;

    /** Blur that a camera or a shrinking has left in a picture. */
    private static final double BLUR_BEFORE = 0.5;

    private static final int LEVELS = STEPS + 3;

    private final int width;
    private final int height;
    private final float[][] levels;
    private final float[][] differences;

    private ScaleSpace(int width, int height, float[] first) {
        this.width = width;
        this.height = height;
        this.levels = new float[LEVELS][];
        this.differences = new float[LEVELS - 1][width * height];
        levels[0] = first;
        for (int level = 1; level < LEVELS; level++) {
            double before = blur(level - 1);
            double more = Math.sqrt(blur(level) * blur(level) - before * before);
            levels[level] = blurred(levels[level - 1], width, height, more);
            float[] difference = differences[level - 1];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = levels[level][i] - levels[level - 1][i];
            }
        }
    }

    static ScaleSpace of(Plane plane) {
        byte[] grey = plane.bytes();
        float[] values = new float[grey.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = grey[i] & 0xFF;
        }
        double more = Math.sqrt(FIRST_BLUR * FIRST_BLUR - BLUR_BEFORE * BLUR_BEFORE);
        return new ScaleSpace(
                plane.width(),
                plane.height(),
                blurred(values, plane.width(), plane.height(), more));
    }

    /** Every second pixel of the level that is blurred twice as much as the first. */
    ScaleSpace next() {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        float[] half = new float[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                half[y * halfWidth + x] = levels[STEPS][2 * y * width + 2 * x];
            }
        }
        return new ScaleSpace(halfWidth, halfHeight, half);
    }

    /** Blur of a level, also between two levels, in pixels of the octave. */
    static double blur(double level) {
        return FIRST_BLUR * Math.pow(2, level / STEPS);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float[] level(int level) {
        return levels[level];
    }

    float[] difference(int level) {
        return differences[level];
    }

    /** Rows first, then columns; the edge is repeated outside. */
    private static float[] blurred(float[] values, int width, int height, double blur) {
        int reach = (int) Math.ceil(3 * blur);
        float[] kernel = kernel(blur, reach);
        float[] across = new float[values.length];
        float[] padded = new float[width + 2 * reach];
        float[] sums = new float[width];
        int[] from = new int[kernel.length];
        for (int k = 0; k < from.length; k++) {
            from[k] = k;
        }
        for (int y = 0; y < height; y++) {
            Arrays.fill(padded, 0, reach, values[y * width]);
            System.arraycopy(values, y * width, padded, reach, width);
            Arrays.fill(padded, reach + width, padded.length, values[y * width + width - 1]);
            weigh(sums, padded, from, kernel);
            System.arraycopy(sums, 0, across, y * width, width);
        }
        float[] result = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < from.length; k++) {
                from[k] = Math.max(0, Math.min(height - 1, y + k - reach)) * width;
            }
            weigh(sums, across, from, kernel);
            System.arraycopy(sums, 0, result, y * width, width);
        }
        return result;
    }

    /** Sums of what begins at these places, added up in their order. */
    private static void weigh(float[] sums, float[] values, int[] from, float[] weights) {
        Arrays.fill(sums, 0);
        int k = 0;
        for (; k + 4 <= weights.length; k += 4) {
            addFour(sums, values, from, weights, k);
        }
        for (; k < weights.length; k++) {
            add(sums, values, from[k], weights[k]);
        }
    }

    /** Four at a time, because sums are written less often so: twice as fast as one at a time. */
    private static void addFour(float[] sums, float[] values, int[] from, float[] weights, int k) {
        int first = from[k];
        int second = from[k + 1];
        int third = from[k + 2];
        int fourth = from[k + 3];
        float ofFirst = weights[k];
        float ofSecond = weights[k + 1];
        float ofThird = weights[k + 2];
        float ofFourth = weights[k + 3];
        for (int x = 0; x < sums.length; x++) {
            sums[x] =
                    sums[x]
                            + ofFirst * values[first + x]
                            + ofSecond * values[second + x]
                            + ofThird * values[third + x]
                            + ofFourth * values[fourth + x];
        }
    }

    private static void add(float[] sums, float[] values, int from, float weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * values[from + x];
        }
    }

    private static float[] kernel(double blur, int reach) {
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - reach;
            weights[i] = Math.exp(-distance * distance / (2 * blur * blur));
            sum += weights[i];
        }
        float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }
}
