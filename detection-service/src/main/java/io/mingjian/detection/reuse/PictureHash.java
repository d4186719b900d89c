package io.mingjian.detection.reuse;

import java.util.Arrays;

/**
 * 256 bits of a picture's coarse structure: 64×64 box means, 16×16 cosine transform without the
 * constant term, each bit tells whether its term lies above the median. Same family as PDQ; not
 * interchangeable with it.
 *
 * @param quality 0 to 100 by the sum of steps between neighbours; below {@link #LEAST_QUALITY} the
 *     picture is too plain for its hash to mean anything
 */
record PictureHash(long a, long b, long c, long d, int quality) {
    static final int LEAST_QUALITY = 50;
    private static final int SIDE = 64;
    private static final int TERMS = 16;
    private static final double[][] COSINES = cosines();

    static PictureHash of(Plane plane, Window window) {
        double[] cells = plane.grid(window, SIDE, SIDE);
        double[] terms = transform(cells);
        double[] sorted = terms.clone();
        Arrays.sort(sorted);
        double median = (sorted[127] + sorted[128]) / 2;
        long[] words = new long[4];
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] > median) {
                words[i >> 6] |= 1L << (i & 63);
            }
        }
        return new PictureHash(words[0], words[1], words[2], words[3], quality(cells));
    }

    boolean isTelling() {
        return quality >= LEAST_QUALITY;
    }

    int distance(PictureHash other) {
        return Long.bitCount(a ^ other.a)
                + Long.bitCount(b ^ other.b)
                + Long.bitCount(c ^ other.c)
                + Long.bitCount(d ^ other.d);
    }

    private static double[] transform(double[] cells) {
        double[] half = new double[TERMS * SIDE];
        for (int term = 0; term < TERMS; term++) {
            for (int row = 0; row < SIDE; row++) {
                double cosine = COSINES[term][row];
                for (int column = 0; column < SIDE; column++) {
                    half[term * SIDE + column] += cosine * cells[row * SIDE + column];
                }
            }
        }
        double[] terms = new double[TERMS * TERMS];
        for (int down = 0; down < TERMS; down++) {
            for (int across = 0; across < TERMS; across++) {
                double sum = 0;
                for (int column = 0; column < SIDE; column++) {
                    sum += half[down * SIDE + column] * COSINES[across][column];
                }
                terms[down * TERMS + across] = sum;
            }
        }
        return terms;
    }

    private static int quality(double[] cells) {
        double steps = 0;
        for (int row = 0; row < SIDE - 1; row++) {
            for (int column = 0; column < SIDE - 1; column++) {
                double here = cells[row * SIDE + column];
                steps += Math.abs((int) ((here - cells[row * SIDE + column + 1]) * 100 / 255));
                steps += Math.abs((int) ((here - cells[(row + 1) * SIDE + column]) * 100 / 255));
            }
        }
        return (int) Math.min(100, steps / 90);
    }

    private static double[][] cosines() {
        double[][] table = new double[TERMS][SIDE];
        for (int term = 0; term < TERMS; term++) {
            for (int i = 0; i < SIDE; i++) {
                table[term][i] =
                        Math.sqrt(2.0 / SIDE)
                                * Math.cos(Math.PI / 2 / SIDE * (term + 1) * (2 * i + 1));
            }
        }
        return table;
    }
}
