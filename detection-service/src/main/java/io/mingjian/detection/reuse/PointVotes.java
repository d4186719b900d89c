package io.mingjian.detection.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Votes of like points. A point of the query that is like one of a stored picture tells how that
 * picture would lie in the query: how far turned, how large, and where its middle comes. Votes
 * count together only as far as they tell the same; chance likenesses tell anything.
 */
final class PointVotes {
    /** Two already: of a small screen on a large desk, an index knows hardly more. */
    private static final int LEAST = 2;

    /** In 256 parts of a full turn. */
    private static final int TURNS_APART = 12;

    /** In eighths of a doubling. */
    private static final int SIZES_APART = 4;

    /** Of the stored picture's longer side, as it would lie in the query. */
    private static final float MIDDLES_APART = 0.15f;

    /** The heaviest of a point; of tiles or letters it may be like all that a picture has. */
    private static final int MOST_OF_A_POINT = 3;

    /** Of one picture; what comes later is of weaker points. */
    private static final int MOST_COMPARED = 192;

    /** Across and down in pixels of a print: near the middle, however it lies. */
    private static final float MIDDLE = 210;

    private static final float LONGER_SIDE = 480;
    private static final float[] COSINES = new float[256];
    private static final float[] SINES = new float[256];

    /** By eighths of a doubling, from 16 doublings down to 16 up. */
    private static final float[] SIZES = new float[256];

    static {
        for (int i = 0; i < 256; i++) {
            COSINES[i] = (float) Math.cos(i * Math.PI / 128);
            SINES[i] = (float) Math.sin(i * Math.PI / 128);
            SIZES[i] = (float) Math.pow(2, (i - 128) / 8.0);
        }
    }

    private float queryX;
    private float queryY;
    private int queryPoint;

    /** Of each vote the picture, and below it the place in the other arrays. */
    private long[] votes = new long[1024];

    private int[] queryPoints = new int[1024];
    private byte[] turns = new byte[1024];
    private byte[] sizes = new byte[1024];
    private float[] weights = new float[1024];
    private float[] middlesX = new float[1024];
    private float[] middlesY = new float[1024];
    private int count;

    /** What a picture got. */
    record Tally(int picture, float weight) {}

    /** The votes that follow are of this point of the query; of two directions, it is one point. */
    void from(float x, float y) {
        if (x != queryX || y != queryY) {
            queryX = x;
            queryY = y;
            queryPoint++;
        }
    }

    /**
     * One like point.
     *
     * @param picture number of the stored picture
     * @param turn by how much the stored point is turned, in 256 parts of a full turn
     * @param size by how much it is larger, in eighths of a doubling
     * @param place of the stored point, as {@link PictureGist#place} tells it
     */
    void add(int picture, byte turn, byte size, short place, double weight) {
        if (count == votes.length) {
            grow();
        }
        float shrunk = 1 / SIZES[size + 128];
        float across = shrunk * (MIDDLE - PictureGist.PLACE * (place >> 8 & 0xFF));
        float down = shrunk * (MIDDLE - PictureGist.PLACE * (place & 0xFF));
        int back = -turn & 0xFF;
        votes[count] = (long) picture << 32 | count;
        queryPoints[count] = queryPoint;
        turns[count] = turn;
        sizes[count] = size;
        weights[count] = (float) weight;
        middlesX[count] = queryX + COSINES[back] * across - SINES[back] * down;
        middlesY[count] = queryY + SINES[back] * across + COSINES[back] * down;
        count++;
    }

    private void grow() {
        int length = count * 2;
        votes = Arrays.copyOf(votes, length);
        queryPoints = Arrays.copyOf(queryPoints, length);
        turns = Arrays.copyOf(turns, length);
        sizes = Arrays.copyOf(sizes, length);
        weights = Arrays.copyOf(weights, length);
        middlesX = Arrays.copyOf(middlesX, length);
        middlesY = Arrays.copyOf(middlesY, length);
    }

    /** The pictures with most weight, heaviest first. */
    List<Tally> best(int most) {
        Arrays.sort(votes, 0, count);
        List<Tally> tallies = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && votes[to] >>> 32 == votes[from] >>> 32) {
                to++;
            }
            float weight = to - from < LEAST ? 0 : weight(heaviest(from, to));
            if (weight > 0) {
                tallies.add(new Tally((int) (votes[from] >>> 32), weight));
            }
            from = to;
        }
        tallies.sort(
                Comparator.comparingDouble((Tally tally) -> -tally.weight())
                        .thenComparing(Tally::picture));
        return tallies.subList(0, Math.min(most, tallies.size()));
    }

    /** Of the votes of one picture those that are compared with each other. */
    private int[] heaviest(int from, int to) {
        int[] kept = new int[Math.min(MOST_COMPARED, to - from)];
        int keeping = 0;
        int first = 0;
        for (int i = from; i < to; i++) {
            int vote = (int) votes[i];
            if (keeping > 0 && queryPoints[kept[keeping - 1]] != queryPoints[vote]) {
                first = keeping;
            }
            if (keeping - first < MOST_OF_A_POINT) {
                if (keeping == kept.length) {
                    break;
                }
                kept[keeping++] = vote;
            } else {
                takeThePlaceOfTheLightest(vote, kept, first);
            }
        }
        return Arrays.copyOf(kept, keeping);
    }

    private void takeThePlaceOfTheLightest(int vote, int[] kept, int first) {
        int lightest = first;
        for (int i = first + 1; i < first + MOST_OF_A_POINT; i++) {
            if (weights[kept[i]] < weights[kept[lightest]]) {
                lightest = i;
            }
        }
        if (weights[vote] > weights[kept[lightest]]) {
            kept[lightest] = vote;
        }
    }

    private float weight(int[] compared) {
        float best = 0;
        for (int one : compared) {
            best = Math.max(best, agreeing(one, compared));
        }
        return best;
    }

    /** Together with those that tell the same as one; a point of the query counts once. */
    private float agreeing(int one, int[] compared) {
        float apart = MIDDLES_APART * LONGER_SIDE / SIZES[sizes[one] + 128];
        float sum = 0;
        int points = 0;
        int last = -1;
        for (int other : compared) {
            if (Math.abs((byte) (turns[one] - turns[other])) > TURNS_APART
                    || Math.abs(sizes[one] - sizes[other]) > SIZES_APART
                    || Math.abs(middlesX[one] - middlesX[other]) > apart
                    || Math.abs(middlesY[one] - middlesY[other]) > apart) {
                continue;
            }
            if (last < 0 || queryPoints[last] != queryPoints[other]) {
                sum += weights[other];
                points++;
                last = other;
            } else if (weights[other] > weights[last]) {
                sum += weights[other] - weights[last];
                last = other;
            }
        }
        return points >= LEAST ? sum : 0;
    }
}
