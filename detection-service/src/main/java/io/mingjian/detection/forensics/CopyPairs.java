package io.mingjian.detection.forensics;

import io.mingjian.detection.forensics.Similarity.Pair;
import io.mingjian.detection.reuse.PicturePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points of one picture that look alike at two places and at no third: what a copy within a picture
 * leaves. Points that look alike at three places or more are a pattern and are only counted.
 *
 * @param pairs with how the second point is larger and turned
 * @param repeats places of points that have several likenesses
 */
record CopyPairs(List<Like> pairs, List<double[]> repeats) {
    /** Of 256 bits; points of one place saved twice differ mostly in 10 to 45. */
    private static final int MOST_DIFFERENCE = 66;

    /** So near are the likenesses of a pattern; among 3,000 points chance reaches 50. */
    private static final int MOST_OF_PATTERN = 44;

    /** How much nearer the first likeness must be than the second. */
    private static final double CLEARLY = 0.8;

    /** Within so many pixels points look alike because they see the same things. */
    private static final double SAME_PLACE = 14;

    private static final int MOST_PAIRS = 1_200;

    /** A pair of points and what it tells about the mapping. */
    record Like(Pair places, double scale, double angle) {
        Like back() {
            return new Like(places.back(), 1 / scale, -angle);
        }
    }

    /**
     * Compares every point with every other that is not near.
     *
     * @param apart least distance in pixels
     */
    static CopyPairs of(PicturePoints points, double apart) {
        Nearest nearest = Nearest.of(points, apart);
        List<Like> pairs = new ArrayList<>();
        List<double[]> repeats = new ArrayList<>();
        for (int i = 0; i < points.count(); i++) {
            int best = nearest.best[i];
            int second = nearest.second[i];
            if (best > MOST_DIFFERENCE) {
                continue;
            }
            if (best < CLEARLY * second && pairs.size() < MOST_PAIRS) {
                pairs.add(like(points, i, nearest.point[i]));
            } else if (second <= MOST_OF_PATTERN) {
                repeats.add(new double[] {points.x(i), points.y(i)});
            }
        }
        return new CopyPairs(pairs, repeats);
    }

    /**
     * Of each point the one that looks most like it, and how much that one and the next at another
     * place differ from it. A difference is worked out once for both points.
     */
    private static final class Nearest {
        private final PicturePoints points;
        private final int[] best;
        private final int[] second;
        private final int[] point;

        private Nearest(PicturePoints points) {
            this.points = points;
            this.best = new int[points.count()];
            this.second = new int[points.count()];
            this.point = new int[points.count()];
            Arrays.fill(best, Integer.MAX_VALUE);
            Arrays.fill(second, Integer.MAX_VALUE);
            Arrays.fill(point, -1);
        }

        static Nearest of(PicturePoints points, double apart) {
            Nearest nearest = new Nearest(points);
            for (int k = 1; k < points.count(); k++) {
                for (int i = 0; i < k; i++) {
                    int difference = points.difference(i, k);
                    if ((difference < nearest.second[i] || difference < nearest.second[k])
                            && !isWithin(points, i, k, apart)) {
                        nearest.compare(i, k, difference);
                        nearest.compare(k, i, difference);
                    }
                }
            }
            return nearest;
        }

        private void compare(int one, int other, int difference) {
            if (difference >= second[one]) {
                return;
            }
            boolean beside = point[one] >= 0 && isWithin(points, point[one], other, SAME_PLACE);
            if (difference < best[one]) {
                second[one] = beside ? second[one] : best[one];
                best[one] = difference;
                point[one] = other;
            } else if (!beside) {
                second[one] = difference;
            }
        }
    }

    private static Like like(PicturePoints points, int one, int other) {
        return new Like(
                new Pair(points.x(one), points.y(one), points.x(other), points.y(other)),
                points.scale(other) / points.scale(one),
                points.angle(other) - points.angle(one));
    }

    private static boolean isWithin(PicturePoints points, int one, int other, double distance) {
        double x = points.x(one) - points.x(other);
        double y = points.y(one) - points.y(other);
        return x * x + y * y < distance * distance;
    }
}
