package io.mingjian.detection.reuse;

import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the one mapping that carries most points of the query to their like in the stored picture.
 * Each pair of points alone tells a similarity by place, size and direction; all of them are tried
 * in order, so the same pictures give the same answer. The best is refined by least squares to an
 * affine and, where enough points agree, to a projective mapping.
 *
 * @param mapping from the query's pixels to those of the stored picture
 * @param inliers pairs that it carries together, each stored point counted once
 * @param steadiness of all pairs that it carries into the stored picture, the share that it carries
 *     together closely: near 1 for copies of one picture; another picture of the same scene has
 *     pairs that went elsewhere, because things were moved or lie at another depth
 */
record Alignment(Mapping mapping, int inliers, double steadiness) {
    private static final int LEAST_INLIERS = 6;
    private static final int FOR_PERSPECTIVE = 14;

    /** In pixels of the stored picture, whose longer side has at most 480. */
    private static final double ROUGH = 14;

    private static final double FINE = 5;
    private static final double CLOSE = 3;
    private static final double MOST_ENLARGED = 2;
    private static final double MOST_STRETCH = 2.2;

    static Optional<Alignment> of(PointPairs pairs) {
        Mapping best = Mapping.IDENTITY;
        int most = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            Mapping mapping = similarity(pairs, pair);
            int score = score(pairs, mapping, pair);
            if (score > most) {
                most = score;
                best = mapping;
            }
        }
        return most < LEAST_INLIERS ? Optional.empty() : refined(pairs, best);
    }

    private static Mapping similarity(PointPairs pairs, int pair) {
        return Mapping.similarity(
                pairs.scale(pair),
                pairs.angle(pair),
                pairs.queryX(pair),
                pairs.queryY(pair),
                pairs.storedX(pair),
                pairs.storedY(pair));
    }

    private static int score(PointPairs pairs, Mapping mapping, int like) {
        int score = 0;
        double scale = pairs.scale(like);
        double angle = pairs.angle(like);
        for (int pair = 0; pair < pairs.count(); pair++) {
            double ratio = pairs.scale(pair) / scale;
            if (ratio < 1.7
                    && ratio > 1 / 1.7
                    && Math.cos(pairs.angle(pair) - angle) > 0.85
                    && isNear(pairs, mapping, pair, 2 * ROUGH)) {
                score++;
            }
        }
        return score;
    }

    private static boolean isNear(PointPairs pairs, Mapping mapping, int pair, double within) {
        double x = mapping.x(pairs.queryX(pair), pairs.queryY(pair)) - pairs.storedX(pair);
        double y = mapping.y(pairs.queryX(pair), pairs.queryY(pair)) - pairs.storedY(pair);
        return x * x + y * y <= within * within;
    }

    private static boolean[] near(PointPairs pairs, Mapping mapping, double within) {
        boolean[] near = new boolean[pairs.count()];
        for (int pair = 0; pair < near.length; pair++) {
            near[pair] = isNear(pairs, mapping, pair, within);
        }
        return near;
    }

    private static int inliers(PointPairs pairs, boolean[] near) {
        BitSet stored = new BitSet();
        for (int pair = 0; pair < near.length; pair++) {
            if (near[pair]) {
                stored.set(pairs.storedPoint(pair));
            }
        }
        return stored.cardinality();
    }

    private static Optional<Alignment> refined(PointPairs pairs, Mapping rough) {
        Alignment best = null;
        Mapping mapping = rough;
        for (double within : new double[] {2 * ROUGH, ROUGH, ROUGH, FINE * 1.5, FINE, FINE}) {
            Optional<Mapping> next =
                    LeastSquares.affine(pairs, near(pairs, mapping, within))
                            .filter(Alignment::isSane);
            if (next.isEmpty()) {
                break;
            }
            mapping = next.get();
            best = counted(pairs, mapping);
        }
        if (best == null || best.inliers < LEAST_INLIERS) {
            return Optional.empty();
        }
        return Optional.of(perspective(pairs, best));
    }

    /** The same pairs by another mapping. */
    static Alignment counted(PointPairs pairs, Mapping mapping) {
        return new Alignment(
                mapping, inliers(pairs, near(pairs, mapping, FINE)), steadiness(pairs, mapping));
    }

    /** Where the query is enlarged, so is the uncertainty of its points. */
    private static double steadiness(PointPairs pairs, Mapping mapping) {
        int inside = 0;
        int close = 0;
        for (int pair = 0; pair < pairs.count(); pair++) {
            double x = mapping.x(pairs.queryX(pair), pairs.queryY(pair));
            double y = mapping.y(pairs.queryX(pair), pairs.queryY(pair));
            if (x >= 0 && y >= 0 && x <= pairs.storedWidth() && y <= pairs.storedHeight()) {
                inside++;
                double growth = Math.abs(mapping.growth(pairs.queryX(pair), pairs.queryY(pair)));
                double within = CLOSE * Math.max(1, Math.min(MOST_ENLARGED, Math.sqrt(growth)));
                close += isNear(pairs, mapping, pair, within) ? 1 : 0;
            }
        }
        return inside == 0 ? 0 : (double) close / inside;
    }

    /** A projective mapping only where it gathers more points than the affine one. */
    private static Alignment perspective(PointPairs pairs, Alignment affine) {
        if (affine.inliers < FOR_PERSPECTIVE) {
            return affine;
        }
        Alignment best = affine;
        for (double within : new double[] {2 * ROUGH, ROUGH, FINE * 1.5, FINE, FINE}) {
            Optional<Alignment> next =
                    LeastSquares.projective(pairs, near(pairs, best.mapping, within))
                            .filter(Alignment::isSane)
                            .map(mapping -> counted(pairs, mapping));
            if (next.isPresent() && next.get().inliers >= best.inliers) {
                best = next.get();
            }
        }
        return best.inliers > affine.inliers + 2 ? best : affine;
    }

    /** Refuses mappings that squeeze a picture to a line or turn it inside out. */
    private static boolean isSane(Mapping mapping) {
        double[] m = mapping.numbers();
        double across = Math.hypot(m[0], m[3]);
        double down = Math.hypot(m[1], m[4]);
        double area = m[0] * m[4] - m[1] * m[3];
        return area > 0.001
                && area < 1000
                && across < MOST_STRETCH * down
                && down < MOST_STRETCH * across
                && area > 0.5 * across * down
                && Math.abs(m[6]) + Math.abs(m[7]) < 0.0025;
    }
}
