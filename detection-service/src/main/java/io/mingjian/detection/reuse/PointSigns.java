package io.mingjian.detection.reuse;

/**
 * 256 bits of a description: which of its values lie above its own middle, and which in its upper
 * quarter. Differing bits follow the distance of the descriptions closely and cost four machine
 * steps, so they choose the neighbours.
 */
final class PointSigns {
    static final int WORDS = 4;

    private PointSigns() {}

    static void of(byte[] descriptions, int from, long[] signs, int to) {
        int[] counts = new int[256];
        for (int i = 0; i < KeyPoints.LENGTH; i++) {
            counts[descriptions[from + i] & 0xFF]++;
        }
        int middle = level(counts, KeyPoints.LENGTH / 2);
        int upper = level(counts, KeyPoints.LENGTH * 3 / 4);
        for (int i = 0; i < KeyPoints.LENGTH; i++) {
            int value = descriptions[from + i] & 0xFF;
            if (value > middle) {
                signs[to + (i >> 6)] |= 1L << i;
            }
            if (value > upper) {
                signs[to + 2 + (i >> 6)] |= 1L << i;
            }
        }
    }

    /** The least value that so many do not exceed. */
    private static int level(int[] counts, int many) {
        int seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen >= many) {
                return value;
            }
        }
        return counts.length - 1;
    }

    static int distance(long[] one, int i, long[] other, int k) {
        return Long.bitCount(one[i] ^ other[k])
                + Long.bitCount(one[i + 1] ^ other[k + 1])
                + Long.bitCount(one[i + 2] ^ other[k + 2])
                + Long.bitCount(one[i + 3] ^ other[k + 3]);
    }
}
