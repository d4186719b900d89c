package io.mingjian.detection.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Votes of like points. Points of one picture count together only as far as they tell the same turn
 * and the same change of size; chance likenesses tell any.
 */
final class PointVotes {
    private static final int BINS = 16;
    private static final int ANGLES_A_BIN = 256 / BINS;

    /** Three quarters of a doubling. */
    private static final int SCALES_A_BIN = 6;

    private static final int SCALE_BINS = 256 / SCALES_A_BIN + 1;
    private static final double UNIT = 256;

    /** Two already: of a small screen on a large desk, an index knows hardly more. */
    private static final int LEAST = 2;

    private final float[] bins = new float[BINS * SCALE_BINS];
    private long[] hits = new long[1024];
    private int count;

    /** What a picture got. */
    record Tally(int picture, float weight) {}

    /**
     * One like point.
     *
     * @param picture number of the stored picture
     * @param angle by how much the stored point is turned, in 256 parts of a full turn
     * @param scale by how much it is larger, in eighths of a doubling
     */
    void add(int picture, byte angle, byte scale, double weight) {
        if (count == hits.length) {
            hits = Arrays.copyOf(hits, count * 2);
        }
        long part = Math.min(0x7FFF, Math.round(weight * UNIT));
        hits[count++] =
                (long) picture << 32
                        | (long) (angle & 0xFF) << 24
                        | (long) (scale & 0xFF) << 16
                        | part;
    }

    /** The pictures with most weight, heaviest first. */
    List<Tally> best(int most) {
        Arrays.sort(hits, 0, count);
        List<Tally> tallies = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && hits[to] >>> 32 == hits[from] >>> 32) {
                to++;
            }
            if (to - from >= LEAST) {
                tallies.add(new Tally((int) (hits[from] >>> 32), weight(from, to)));
            }
            from = to;
        }
        tallies.sort(
                Comparator.comparingDouble((Tally tally) -> -tally.weight())
                        .thenComparing(Tally::picture));
        return tallies.subList(0, Math.min(most, tallies.size()));
    }

    /** The heaviest four bins that touch: a group that lies over a border is not cut in two. */
    private float weight(int from, int to) {
        for (int i = from; i < to; i++) {
            bins[bin(hits[i], 0, 0)] += (float) ((hits[i] & 0x7FFF) / UNIT);
        }
        float best = 0;
        for (int i = from; i < to; i++) {
            for (int turn = -1; turn <= 0; turn++) {
                for (int growth = -1; growth <= 0; growth++) {
                    float sum =
                            bins[bin(hits[i], turn, growth)]
                                    + bins[bin(hits[i], turn + 1, growth)]
                                    + bins[bin(hits[i], turn, growth + 1)]
                                    + bins[bin(hits[i], turn + 1, growth + 1)];
                    best = Math.max(best, sum);
                }
            }
        }
        for (int i = from; i < to; i++) {
            bins[bin(hits[i], 0, 0)] = 0;
        }
        return best;
    }

    private static int bin(long hit, int turn, int growth) {
        int angle = (int) (hit >> 24 & 0xFF) / ANGLES_A_BIN + turn & BINS - 1;
        int scale = ((byte) (hit >> 16) + 128) / SCALES_A_BIN + growth;
        return angle * SCALE_BINS + Math.max(0, Math.min(SCALE_BINS - 1, scale));
    }
}
