package io.mingjian.detection.reuse;

import java.util.Arrays;

/**
 * Points of two pictures that look alike: each point of the query with its nearest of the stored
 * picture, where that one is clearly nearer than any other at another place. The order is that of
 * the query.
 */
final class PointPairs {
    private static final int MOST_DISTANCE = 72;
    private static final double CLEARLY = 0.82;
    private static final float SAME_PLACE = 4;

    private final KeyPoints query;
    private final KeyPoints stored;
    private final int storedWidth;
    private final int storedHeight;
    private final int[] inQuery;
    private final int[] inStored;
    private final int count;

    private PointPairs(
            KeyPoints query, ReusePrint stored, int[] inQuery, int[] inStored, int count) {
        this.query = query;
        this.stored = stored.points();
        this.storedWidth = stored.width();
        this.storedHeight = stored.height();
        this.inQuery = inQuery;
        this.inStored = inStored;
        this.count = count;
    }

    /** The query's points may be those of its mirrored picture. */
    static PointPairs of(KeyPoints query, ReusePrint stored) {
        int[] inQuery = new int[query.count()];
        int[] inStored = new int[query.count()];
        int count = 0;
        for (int i = 0; i < query.count(); i++) {
            int nearest = nearest(query, i, stored.points());
            if (nearest >= 0) {
                inQuery[count] = i;
                inStored[count++] = nearest;
            }
        }
        return new PointPairs(
                query,
                stored,
                Arrays.copyOf(inQuery, count),
                Arrays.copyOf(inStored, count),
                count);
    }

    /** -1 when none is clearly the nearest. */
    private static int nearest(KeyPoints query, int point, KeyPoints stored) {
        long[] one = query.signs();
        long[] others = stored.signs();
        int from = point * PointSigns.WORDS;
        int best = Integer.MAX_VALUE;
        int second = Integer.MAX_VALUE;
        int nearest = -1;
        for (int k = 0; k < stored.count(); k++) {
            int distance = PointSigns.distance(one, from, others, k * PointSigns.WORDS);
            if (distance < best) {
                if (nearest < 0 || !samePlace(stored, nearest, k)) {
                    second = best;
                }
                best = distance;
                nearest = k;
            } else if (distance < second && !samePlace(stored, nearest, k)) {
                second = distance;
            }
        }
        return best <= MOST_DISTANCE && best < CLEARLY * second ? nearest : -1;
    }

    private static boolean samePlace(KeyPoints points, int one, int other) {
        return Math.abs(points.x(one) - points.x(other)) < SAME_PLACE
                && Math.abs(points.y(one) - points.y(other)) < SAME_PLACE;
    }

    int count() {
        return count;
    }

    int storedWidth() {
        return storedWidth;
    }

    int storedHeight() {
        return storedHeight;
    }

    float queryX(int pair) {
        return query.x(inQuery[pair]);
    }

    float queryY(int pair) {
        return query.y(inQuery[pair]);
    }

    float storedX(int pair) {
        return stored.x(inStored[pair]);
    }

    float storedY(int pair) {
        return stored.y(inStored[pair]);
    }

    int storedPoint(int pair) {
        return inStored[pair];
    }

    /** How much larger the stored point is. */
    double scale(int pair) {
        return stored.scale(inStored[pair]) / query.scale(inQuery[pair]);
    }

    /** How far the stored point is turned, in radians. */
    double angle(int pair) {
        return stored.angle(inStored[pair]) - query.angle(inQuery[pair]);
    }
}
