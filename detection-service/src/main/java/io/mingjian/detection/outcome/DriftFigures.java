package io.mingjian.detection.outcome;

import io.mingjian.detection.finding.Wilson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/**
 * How scores of some pictures lie.
 *
 * @param scores the lowest first
 * @param points each the score of a picture; those that too few pictures tell are missing
 */
record DriftFigures(List<Double> scores, Map<DriftPoint, Double> points) {

    /**
     * How far a point has moved.
     *
     * @param by up, or down with a minus
     * @param byChance whether so many pictures may lie beyond the other point by chance
     */
    record Move(double by, boolean byChance) {
        boolean reaches(double limit) {
            return Math.abs(by) >= limit;
        }

        boolean isAlarm(double limit) {
            return reaches(limit) && !byChance;
        }
    }

    DriftFigures {
        scores = List.copyOf(scores);
        points = Map.copyOf(points);
    }

    static DriftFigures of(List<Double> scores, DriftLimits limits) {
        List<Double> sorted = scores.stream().map(DriftFigures::rounded).sorted().toList();
        Map<DriftPoint, Double> points = new EnumMap<>(DriftPoint.class);
        for (DriftPoint point : DriftPoint.values()) {
            if (sorted.size() >= limits.least(point)) {
                points.put(point, sorted.get(point.rank(sorted.size()) - 1));
            }
        }
        return new DriftFigures(sorted, points);
    }

    int pictures() {
        return scores.size();
    }

    /** How far these lie from the reference; points that one of both does not tell are missing. */
    Map<DriftPoint, Move> movedFrom(DriftFigures reference) {
        Map<DriftPoint, Move> moved = new EnumMap<>(DriftPoint.class);
        points.forEach(
                (point, here) -> {
                    Double there = reference.points.get(point);
                    if (there != null) {
                        moved.put(point, move(here, there, reference));
                    }
                });
        return moved;
    }

    private Move move(double here, double there, DriftFigures reference) {
        DoublePredicate beyond = here > there ? score -> score > there : score -> score < there;
        return new Move(
                rounded(here - there), share(beyond).low() <= reference.share(beyond).high());
    }

    private Wilson share(DoublePredicate beyond) {
        return Wilson.of(scores.stream().filter(beyond::test).count(), scores.size());
    }

    /** So that .35 is .05 above .3. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
