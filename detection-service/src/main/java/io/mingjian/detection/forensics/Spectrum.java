package io.mingjian.detection.forensics;

import java.util.Arrays;

/**
 * Power of a square tile at every frequency. The tile's mean is taken away and its edges fade, so
 * that they make no frequencies of their own.
 */
final class Spectrum {
    /** Pixels of a tile, and frequencies. */
    static final int SIDE = 128;

    private static final int HALF = SIDE / 2;
    private static final double[] FADE = fade();
    private static final double[] COSINE = new double[HALF];
    private static final double[] SINE = new double[HALF];

    /** Height of each frequency of the half plane that is looked at, row by row. */
    private static final float[] HEIGHT = new float[SIDE * HALF];

    /** Frequencies that stand along an axis, where the edges of things and of blocks lie. */
    private static final int AXIS = 2;

    private static final int LOWEST = 6;
    private static final int HIGHEST = 58;

    private final double[] power;

    static {
        for (int i = 0; i < HALF; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / SIDE);
            SINE[i] = Math.sin(2 * Math.PI * i / SIDE);
        }
        for (int i = 0; i < HEIGHT.length; i++) {
            HEIGHT[i] = (float) Math.hypot(i % HALF, signed(i / HALF));
        }
    }

    private Spectrum(double[] power) {
        this.power = power;
    }

    static Spectrum of(float[] plane, int width, int left, int top) {
        double mean = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                mean += plane[(top + y) * width + left + x];
            }
        }
        mean /= SIDE * SIDE;
        double[] re = new double[SIDE * SIDE];
        double[] im = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double value = plane[(top + y) * width + left + x] - mean;
                re[y * SIDE + x] = value * FADE[x] * FADE[y];
            }
        }
        for (int row = 0; row < SIDE; row++) {
            transform(re, im, row * SIDE, 1);
        }
        for (int column = 0; column < SIDE; column++) {
            transform(re, im, column, SIDE);
        }
        double[] power = new double[SIDE * SIDE];
        for (int i = 0; i < power.length; i++) {
            power[i] = re[i] * re[i] + im[i] * im[i];
        }
        return new Spectrum(power);
    }

    private static double[] fade() {
        double[] fade = new double[SIDE];
        for (int i = 0; i < SIDE; i++) {
            fade[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / SIDE);
        }
        return fade;
    }

    /** Fast Fourier transform of one row or column, in place. */
    private static void transform(double[] re, double[] im, int from, int step) {
        for (int i = 1, j = 0; i < SIDE; i++) {
            int bit = HALF;
            while ((j & bit) != 0) {
                j ^= bit;
                bit >>= 1;
            }
            j |= bit;
            if (i < j) {
                swap(re, from + i * step, from + j * step);
                swap(im, from + i * step, from + j * step);
            }
        }
        for (int length = 2; length <= SIDE; length <<= 1) {
            int half = length / 2;
            int turn = SIDE / length;
            for (int start = 0; start < SIDE; start += length) {
                for (int k = 0; k < half; k++) {
                    int a = from + (start + k) * step;
                    int b = from + (start + k + half) * step;
                    double c = COSINE[k * turn];
                    double s = -SINE[k * turn];
                    double real = re[b] * c - im[b] * s;
                    double imaginary = re[b] * s + im[b] * c;
                    re[b] = re[a] - real;
                    im[b] = im[a] - imaginary;
                    re[a] += real;
                    im[a] += imaginary;
                }
            }
        }
    }

    private static void swap(double[] values, int one, int other) {
        double keep = values[one];
        values[one] = values[other];
        values[other] = keep;
    }

    private static int signed(int frequency) {
        return frequency < HALF ? frequency : frequency - SIDE;
    }

    private interface Frequencies {
        boolean holds(int across, int down);
    }

    /**
     * How far one frequency stands out among all of about the same height: logarithm to the base of
     * ten of the largest power over the middle one of its ring. Frequencies along the axes are left
     * out, because edges of shelves and screens and blocks of compression lie there.
     */
    double peak() {
        return standout((across, down) -> Math.abs(across) > AXIS && Math.abs(down) > AXIS);
    }

    /** The same for the frequencies along the axes alone. */
    double axisPeak() {
        return standout((across, down) -> Math.abs(across) <= AXIS ^ Math.abs(down) <= AXIS);
    }

    private double standout(Frequencies wanted) {
        double[][] rings = new double[HIGHEST + 1][];
        int[] counts = new int[HIGHEST + 1];
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(counts, 0);
            for (int v = 0; v < SIDE; v++) {
                for (int u = 0; u < HALF; u++) {
                    int down = signed(v);
                    int radius = Math.round(HEIGHT[v * HALF + u]);
                    if (radius < LOWEST || radius > HIGHEST || !wanted.holds(u, down)) {
                        continue;
                    }
                    if (pass == 1) {
                        rings[radius][counts[radius]] = power[v * SIDE + u];
                    }
                    counts[radius]++;
                }
            }
            if (pass == 0) {
                for (int radius = 0; radius <= HIGHEST; radius++) {
                    rings[radius] = new double[counts[radius]];
                }
            }
        }
        double most = 0;
        for (int radius = LOWEST; radius <= HIGHEST; radius++) {
            double[] ring = rings[radius];
            if (ring.length >= 5) {
                Arrays.sort(ring);
                double middle = ring[ring.length / 2] + 1;
                most = Math.max(most, ring[ring.length - 1] / middle);
            }
        }
        return Math.log10(Math.max(1, most));
    }

    /** Logarithm of the mean power of a ring of frequencies. */
    double level(int from, int to) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < HALF; u++) {
                float radius = HEIGHT[v * HALF + u];
                if (radius >= from && radius < to) {
                    sum += power[v * SIDE + u];
                    count++;
                }
            }
        }
        return Math.log10(1 + sum / Math.max(1, count));
    }
}
