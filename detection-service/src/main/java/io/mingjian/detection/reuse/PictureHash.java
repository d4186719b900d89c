package io.mingjian.detection.reuse;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * 256 bits of a picture's coarse structure, the same bits as PDQ gives: luma, two passes of a box
 * filter, 64×64 samples, 16×16 terms of the cosine transform without the constant one, a bit for
 * each term above the median. Source: "The TMK+PDQF Video-Hashing Algorithm and the PDQ
 * Image-Hashing Algorithm", Facebook, 2019. {@code PdqReferenceTest} compares with what the
 * reference gives.
 *
 * <p>The bits lie sorted by whether the number of their term is even or odd downwards and across,
 * because mirroring a picture changes the sign of all odd terms of that direction and of no other:
 * whole words turn over, and a search sees four ways to lay a picture in one pass.
 *
 * @param ee terms even downwards and across
 * @param eo terms even downwards and odd across: turn over in the mirror
 * @param oe terms odd downwards and even across: turn over upside down
 * @param oo terms odd both ways: turn over in either
 * @param quality 0 to 100 by the sum of steps between neighbours; below {@link #LEAST_QUALITY} the
 *     picture is too plain for its hash to mean anything
 */
record PictureHash(long ee, long eo, long oe, long oo, int quality) {
    static final int LEAST_QUALITY = 50;
    private static final int TERMS = 16;
    private static final double[][] COSINES = cosines();

    static PictureHash of(Samples samples) {
        float[] cells = samples.cells();
        double[] terms = transform(cells);
        double[] sorted = terms.clone();
        Arrays.sort(sorted);
        double median = sorted[127];
        long[] words = new long[4];
        for (int down = 0; down < TERMS; down++) {
            for (int across = 0; across < TERMS; across++) {
                if (terms[down * TERMS + across] > median) {
                    words[word(down, across)] |= 1L << bit(down, across);
                }
            }
        }
        return new PictureHash(words[0], words[1], words[2], words[3], quality(cells));
    }

    /** Term numbers begin at 1, places at 0. */
    private static int word(int down, int across) {
        return (down + 1 & 1) << 1 | across + 1 & 1;
    }

    private static int bit(int down, int across) {
        return (down >> 1) << 3 | across >> 1;
    }

    boolean isTelling() {
        return quality >= LEAST_QUALITY;
    }

    int distance(PictureHash other) {
        return Long.bitCount(ee ^ other.ee)
                + Long.bitCount(eo ^ other.eo)
                + Long.bitCount(oe ^ other.oe)
                + Long.bitCount(oo ^ other.oo);
    }

    /** The hash of the picture laid down another way; a few bits near the median may differ. */
    PictureHash turned(Turn turn) {
        PictureHash laid =
                turn.swapsSides()
                        ? new PictureHash(
                                transposed(ee),
                                transposed(oe),
                                transposed(eo),
                                transposed(oo),
                                quality)
                        : this;
        long across = turn.fromRight() ? -1 : 0;
        long down = turn.fromBottom() ? -1 : 0;
        return new PictureHash(
                laid.ee, laid.eo ^ across, laid.oe ^ down, laid.oo ^ across ^ down, quality);
    }

    void write(ByteBuffer buffer) {
        buffer.putLong(ee).putLong(eo).putLong(oe).putLong(oo).put((byte) quality);
    }

    static PictureHash read(ByteBuffer buffer) {
        return new PictureHash(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.get() & 0xFF);
    }

    /** Rows and columns of 8×8 bits change places. */
    private static long transposed(long bits) {
        long result = 0;
        for (int i = 0; i < 64; i++) {
            result |= (bits >>> i & 1) << ((i & 7) << 3 | i >> 3);
        }
        return result;
    }

    /** 64 digits as the reference prints them: the last term first. */
    String hex() {
        long[] words = {ee, eo, oe, oo};
        StringBuilder digits = new StringBuilder();
        for (int nibble = 63; nibble >= 0; nibble--) {
            int digit = 0;
            for (int i = 3; i >= 0; i--) {
                int term = nibble * 4 + i;
                int down = term / TERMS;
                int across = term % TERMS;
                digit = digit << 1 | (int) (words[word(down, across)] >>> bit(down, across) & 1);
            }
            digits.append(Character.forDigit(digit, 16));
        }
        return digits.toString();
    }

    private static double[] transform(float[] cells) {
        int side = Samples.SIDE;
        double[] half = new double[TERMS * side];
        for (int term = 0; term < TERMS; term++) {
            for (int row = 0; row < side; row++) {
                double cosine = COSINES[term][row];
                for (int column = 0; column < side; column++) {
                    half[term * side + column] += cosine * cells[row * side + column];
                }
            }
        }
        double[] terms = new double[TERMS * TERMS];
        for (int down = 0; down < TERMS; down++) {
            for (int across = 0; across < TERMS; across++) {
                double sum = 0;
                for (int column = 0; column < side; column++) {
                    sum += half[down * side + column] * COSINES[across][column];
                }
                terms[down * TERMS + across] = sum;
            }
        }
        return terms;
    }

    private static int quality(float[] cells) {
        int side = Samples.SIDE;
        int steps = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                float here = cells[row * side + column];
                if (row + 1 < side) {
                    steps += step(here, cells[(row + 1) * side + column]);
                }
                if (column + 1 < side) {
                    steps += step(here, cells[row * side + column + 1]);
                }
            }
        }
        return Math.min(100, steps / 90);
    }

    private static int step(float one, float other) {
        return Math.abs((int) ((one - other) * 100 / 255));
    }

    private static double[][] cosines() {
        double[][] table = new double[TERMS][Samples.SIDE];
        for (int term = 0; term < TERMS; term++) {
            for (int i = 0; i < Samples.SIDE; i++) {
                table[term][i] =
                        Math.sqrt(2.0 / Samples.SIDE)
                                * Math.cos(Math.PI / 2 / Samples.SIDE * (term + 1) * (2 * i + 1));
            }
        }
        return table;
    }
}
