package io.mingjian.detection.outcome;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.outcome.DriftFigures.Move;
import io.mingjian.kit.time.LegalDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the scores of one version of an analyzer move on undisputed photographs that came the
 * same way. The first whole weeks that together hold enough of them are the reference; later ones
 * are compared with it. A week is that in which the pictures were taken in, whenever they were
 * scored, so a new analysis moves none; the present one is left out until it has ended.
 *
 * @param reference empty while there are too few photographs
 * @param weeks all weeks with photographs, the first one first
 */
record Drift(Series series, Optional<Reference> reference, List<Week> weeks) {

    /** What is compared with itself only. */
    record Series(AnalyzerId by, String channel) {
        private static final Comparator<Series> ORDER =
                Comparator.comparing((Series series) -> series.by().name())
                        .thenComparing(series -> series.by().version())
                        .thenComparing(Series::channel);
    }

    /** A score of an undisputed photograph. */
    record Scored(Series series, Instant receivedAt, double score) {
        private LocalDate monday() {
            return Drift.monday(LegalDay.of(receivedAt));
        }
    }

    /**
     * With what weeks are compared.
     *
     * @param from Monday of its first week
     * @param last Monday of its last week
     */
    record Reference(LocalDate from, LocalDate last, DriftFigures figures) {}

    /**
     * One week.
     *
     * @param moved empty for a week of the reference and where there is none
     */
    record Week(LocalDate monday, DriftFigures figures, Map<DriftPoint, Move> moved) {
        Week {
            moved = Map.copyOf(moved);
        }

        boolean isAlarm(DriftLimits limits) {
            return moved.values().stream().anyMatch(move -> move.isAlarm(limits.moved()));
        }
    }

    Drift {
        weeks = List.copyOf(weeks);
    }

    /** All series, each by itself. */
    static List<Drift> of(List<Scored> scores, LocalDate today, DriftLimits limits) {
        Map<Series, List<Scored>> ended =
                scores.stream()
                        .filter(scored -> scored.monday().isBefore(monday(today)))
                        .collect(
                                Collectors.groupingBy(
                                        Scored::series,
                                        () -> new TreeMap<>(Series.ORDER),
                                        Collectors.toList()));
        return ended.entrySet().stream()
                .map(series -> of(series.getKey(), series.getValue(), limits))
                .toList();
    }

    private static Drift of(Series series, List<Scored> scores, DriftLimits limits) {
        TreeMap<LocalDate, List<Double>> weeks =
                scores.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Scored::monday,
                                        TreeMap::new,
                                        Collectors.mapping(Scored::score, Collectors.toList())));
        Optional<Reference> reference = reference(weeks, limits);
        return new Drift(
                series,
                reference,
                weeks.entrySet().stream()
                        .map(week -> week(week.getKey(), week.getValue(), reference, limits))
                        .toList());
    }

    private static Optional<Reference> reference(
            TreeMap<LocalDate, List<Double>> weeks, DriftLimits limits) {
        List<Double> together = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Double>> week : weeks.entrySet()) {
            together.addAll(week.getValue());
            if (together.size() >= limits.reference()) {
                return Optional.of(
                        new Reference(
                                weeks.firstKey(),
                                week.getKey(),
                                DriftFigures.of(together, limits)));
            }
        }
        return Optional.empty();
    }

    private static Week week(
            LocalDate monday,
            List<Double> scores,
            Optional<Reference> reference,
            DriftLimits limits) {
        DriftFigures figures = DriftFigures.of(scores, limits);
        return new Week(
                monday,
                figures,
                reference
                        .filter(first -> monday.isAfter(first.last()))
                        .map(first -> figures.movedFrom(first.figures()))
                        .orElse(Map.of()));
    }

    /** Weeks of so many before today, the first one first. */
    List<Week> since(LocalDate today, int number) {
        LocalDate first = monday(today).minusWeeks(number);
        return weeks.stream().filter(week -> !week.monday().isBefore(first)).toList();
    }

    /** Monday of the week of a day, by ISO 8601. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
