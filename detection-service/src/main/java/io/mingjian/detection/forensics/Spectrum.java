package io.mingjian.detection.forensics;

import java.util.stream.IntStream;

/**
 * Power of a square tile at every frequency. The tile's mean is taken away and its edges fade, so
 * that they make no frequencies of their own.
 */
final class Spectrum {
    /** Pixels of a tile, and frequencies. */
    static final int SIDE = 128;

    private static final int HALF = SIDE / 2;
    private static final double[] FADE = fade();

    /** Height of each frequency of the half plane that is looked at, row by row. */
    private static final float[] HEIGHT = new float[SIDE * HALF];

    /** Frequencies that stand along an axis, where the edges of things and of blocks lie. */
    private static final int AXIS = 2;

    private static final int LOWEST = 6;
    private static final int HIGHEST = 58;

    /** Of so few frequencies none is the middle one. */
    private static final int LEAST_OF_RING = 5;

    /** A ring is a circle's half; this is a quarter more than that of the highest. */
    private static final int MOST_OF_RING = 4 * HIGHEST;

    private static final int[][] SLANTED;
    private static final int[][] ALONG_AXES;

    /** Of the half plane; the other half mirrors it. */
    private final double[] power;

    static {
        for (int i = 0; i < HEIGHT.length; i++) {
            HEIGHT[i] = (float) Math.hypot(i % HALF, signed(i / HALF));
        }
        SLANTED = rings((across, down) -> Math.abs(across) > AXIS && Math.abs(down) > AXIS);
        ALONG_AXES = rings((across, down) -> Math.abs(across) <= AXIS ^ Math.abs(down) <= AXIS);
    }

    private Spectrum(double[] power) {
        this.power = power;
    }

    /** Spectra of two planes at the same place. */
    record Two(Spectrum first, Spectrum second) {}

    /**
     * Transforms both planes at once, the one as real and the other as imaginary numbers: the
     * spectrum of real numbers is its own mirror image, so that the two can be told apart again.
     */
    static Two of(float[] first, float[] second, int width, int left, int top) {
        double[] re = faded(first, width, left, top);
        double[] im = faded(second, width, left, top);
        SquareTransform.of(re, im, SIDE);
        double[] ofFirst = new double[SIDE * HALF];
        double[] ofSecond = new double[SIDE * HALF];
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < HALF; u++) {
                int at = u * SIDE + v;
                int mirrored = (SIDE - u) % SIDE * SIDE + (SIDE - v) % SIDE;
                ofFirst[v * HALF + u] = power(re[at] + re[mirrored], im[at] - im[mirrored]);
                ofSecond[v * HALF + u] = power(im[at] + im[mirrored], re[at] - re[mirrored]);
            }
        }
        return new Two(new Spectrum(ofFirst), new Spectrum(ofSecond));
    }

    private static double power(double twiceReal, double twiceImaginary) {
        return (twiceReal * twiceReal + twiceImaginary * twiceImaginary) / 4;
    }

    private static double[] faded(float[] plane, int width, int left, int top) {
        double mean = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                mean += plane[(top + y) * width + left + x];
            }
        }
        mean /= SIDE * SIDE;
        double[] faded = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double value = plane[(top + y) * width + left + x] - mean;
                faded[y * SIDE + x] = value * FADE[x] * FADE[y];
            }
        }
        return faded;
    }

    private static double[] fade() {
        double[] fade = new double[SIDE];
        for (int i = 0; i < SIDE; i++) {
            fade[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / SIDE);
        }
        return fade;
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
        return standout(SLANTED);
    }

    /** The same for the frequencies along the axes alone. */
    double axisPeak() {
        return standout(ALONG_AXES);
    }

    private double standout(int[][] rings) {
        double[] ring = new double[MOST_OF_RING];
        double most = 0;
        for (int[] places : rings) {
            double highest = 0;
            for (int i = 0; i < places.length; i++) {
                ring[i] = power[places[i]];
                highest = Math.max(highest, ring[i]);
            }
            double middle = Ranks.value(ring, places.length, places.length / 2) + 1;
            most = Math.max(most, highest / middle);
        }
        return Math.log10(Math.max(1, most));
    }

    /** Places of the wanted frequencies, those of about the same height together. */
    private static int[][] rings(Frequencies wanted) {
        return IntStream.rangeClosed(LOWEST, HIGHEST)
                .mapToObj(radius -> ring(radius, wanted))
                .filter(places -> places.length >= LEAST_OF_RING)
                .toArray(int[][]::new);
    }

    private static int[] ring(int radius, Frequencies wanted) {
        return IntStream.range(0, SIDE * HALF)
                .filter(place -> Math.round(HEIGHT[place]) == radius)
                .filter(place -> wanted.holds(place % HALF, signed(place / HALF)))
                .toArray();
    }

    /** Logarithm of the mean power of a ring of frequencies. */
    double level(int from, int to) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < SIDE; v++) {
            for (int u = 0; u < HALF; u++) {
                float radius = HEIGHT[v * HALF + u];
                if (radius >= from && radius < to) {
                    sum += power[v * HALF + u];
                    count++;
                }
            }
        }
        return Math.log10(1 + sum / Math.max(1, count));
    }
}
