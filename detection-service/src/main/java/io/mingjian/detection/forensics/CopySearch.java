package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.forensics.CopyPairs.Like;
import io.mingjian.detection.forensics.Similarity.Pair;
import io.mingjian.detection.reuse.PicturePoints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for one part of a picture lying at a second place: points that look alike must agree in one
 * turn, one change of size and one shift, and then the pixels must agree too. Whatever lies at
 * several shifts, without texture or along one line is a pattern and no copy.
 */
final class CopySearch {
    static final int LONG_SIDE = 900;
    static final int MOST_POINTS = 2_500;

    /** Least distance of the two places, as a share of the long side. */
    private static final double APART = 0.045;

    static final int LEAST_INLIERS = 20;

    /** Agreeing points from which a pattern is worth a note. */
    static final int WORTH_A_NOTE = 12;

    private static final double ROUGH = 14;
    private static final double FINE = 3;
    private static final double MOST_SCALE = 2;

    private final PicturePoints points;
    private final CopyPairs found;

    private CopySearch(PicturePoints points) {
        this.points = points;
        this.found = CopyPairs.of(points, APART * Math.max(points.width(), points.height()));
    }

    /** What came of it, with the numbers by which it was decided. */
    sealed interface Outcome {
        /** Nothing that agrees. */
        record None(int points) implements Outcome {}

        /** Agreeing points that a guard turned down. */
        record Pattern(Guard guard, Candidate candidate) implements Outcome {}

        record Copied(Candidate candidate) implements Outcome {}
    }

    /** Why agreeing points are no copy. */
    enum Guard {
        SEVERAL_SHIFTS,
        MANY_LIKENESSES,
        PLAIN,
        ALONG_A_LINE,
        SMALL,
        OVERLAPPING,
        PIXELS_DIFFER
    }

    /**
     * The best mapping of one part of the picture to another.
     *
     * @param inliers agreeing points, each place counted once
     * @param next inliers of the best other mapping
     * @param steadiness share of the paired points in either part that agree
     * @param patterned points with several likenesses in either part, over those and the inliers
     * @param texture mean steepness of the source part, in grey values a pixel
     * @param thickness spread of the points across their longest direction, in pixels
     * @param area of the source part, as a share of the picture
     * @param overlap of the two parts, as a share of the smaller
     * @param likeness correlation of the fine structure, -1 to 1
     */
    record Candidate(
            Similarity mapping,
            int inliers,
            int next,
            double steadiness,
            double patterned,
            double texture,
            double thickness,
            double area,
            double overlap,
            double likeness,
            Region source,
            Region target) {}

    static Outcome in(PicturePoints points) {
        return new CopySearch(points).outcome();
    }

    private Outcome outcome() {
        List<Like> members = agreeing(found.pairs());
        if (distinct(members) < WORTH_A_NOTE) {
            return new Outcome.None(points.count());
        }
        Candidate candidate = candidate(members);
        return CopyGuard.against(candidate)
                .<Outcome>map(guard -> new Outcome.Pattern(guard, candidate))
                .orElseGet(
                        () ->
                                candidate.inliers() < LEAST_INLIERS
                                        ? new Outcome.None(points.count())
                                        : new Outcome.Copied(candidate));
    }

    /** The largest set of pairs, each turned the same way round, that one mapping carries. */
    private static List<Like> agreeing(List<Like> pairs) {
        List<Like> best = List.of();
        for (Like seed : pairs) {
            List<Like> members = near(pairs, seed, ROUGH);
            if (members.size() > best.size()) {
                best = members;
            }
        }
        if (distinct(best) < 3) {
            return List.of();
        }
        for (double within : new double[] {ROUGH, 2 * FINE, FINE, FINE}) {
            Similarity mapping = fit(best);
            best = carried(pairs, mapping, within);
            if (distinct(best) < 3) {
                return List.of();
            }
        }
        double scale = fit(best).scale();
        return scale > MOST_SCALE || scale < 1 / MOST_SCALE ? List.of() : best;
    }

    private static Similarity fit(List<Like> pairs) {
        return Similarity.fitting(pairs.stream().map(Like::places).toList());
    }

    private static List<Like> near(List<Like> pairs, Like seed, double within) {
        Similarity mapping = Similarity.of(seed.places(), seed.scale(), seed.angle());
        List<Like> members = new ArrayList<>();
        for (Like pair : pairs) {
            if (isLike(pair, seed) && mapping.misses(pair.places()) < within) {
                members.add(pair);
            } else if (isLike(pair.back(), seed) && mapping.misses(pair.places().back()) < within) {
                members.add(pair.back());
            }
        }
        return members;
    }

    private static boolean isLike(Like one, Like other) {
        double ratio = one.scale() / other.scale();
        return ratio < 1.5 && ratio > 1 / 1.5 && Math.cos(one.angle() - other.angle()) > 0.9;
    }

    private static List<Like> carried(List<Like> pairs, Similarity mapping, double within) {
        List<Like> carried = new ArrayList<>();
        for (Like pair : pairs) {
            if (mapping.misses(pair.places()) < within) {
                carried.add(pair);
            } else if (mapping.misses(pair.places().back()) < within) {
                carried.add(pair.back());
            }
        }
        return carried;
    }

    /** Places of either end, each counted once; the fewer of the two. */
    private static int distinct(List<Like> pairs) {
        Set<Long> from = new HashSet<>();
        Set<Long> to = new HashSet<>();
        for (Like pair : pairs) {
            from.add(cell(pair.places().x(), pair.places().y()));
            to.add(cell(pair.places().toX(), pair.places().toY()));
        }
        return Math.min(from.size(), to.size());
    }

    private static long cell(double x, double y) {
        return Math.round(x / 3) << 20 | Math.round(y / 3);
    }

    private Candidate candidate(List<Like> members) {
        Similarity mapping = fit(members);
        List<Pair> places = members.stream().map(Like::places).toList();
        CopyPart source = CopyPart.around(places, points.width(), points.height());
        CopyPart target =
                CopyPart.around(
                        places.stream().map(Pair::back).toList(), points.width(), points.height());
        List<Like> others =
                found.pairs().stream()
                        .filter(
                                pair ->
                                        mapping.misses(pair.places()) > ROUGH
                                                && mapping.misses(pair.places().back()) > ROUGH)
                        .toList();
        int inliers = distinct(members);
        long astray =
                others.stream()
                        .map(Like::places)
                        .filter(p -> source.holds(p.x(), p.y()) || target.holds(p.x(), p.y()))
                        .count();
        long repeats =
                found.repeats().stream()
                        .filter(p -> source.holds(p[0], p[1]) || target.holds(p[0], p[1]))
                        .count();
        return new Candidate(
                mapping,
                inliers,
                distinct(agreeing(others)),
                inliers / (double) (inliers + astray),
                repeats / (double) (inliers + repeats),
                source.texture(points),
                CopyPart.thickness(places),
                source.share(points.width(), points.height()),
                source.overlap(target),
                source.likeness(points, mapping),
                source.region(points.width(), points.height()),
                target.region(points.width(), points.height()));
    }
}
