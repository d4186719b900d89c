package io.mingjian.registry.criteria;

import static java.util.stream.Collectors.toSet;

import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.MarkKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what is known of a person with criteria. The same for an event, the nightly roll-over, a
 * shadow run and a back-test.
 */
public final class Evaluator {
    private Evaluator() {}

    /**
     * What is found on a day.
     *
     * @param history reaches back at least to {@link #from}
     * @param inForce at most one version of each criterion
     */
    public static List<Finding> evaluate(
            History history, Neighbours neighbours, List<Criterion> inForce, LocalDate day) {
        Set<MarkKind> conducts = conducts(inForce);
        return inForce.stream()
                .map(
                        criterion ->
                                criterion.judge(
                                        criterion
                                                .metric()
                                                .observe(
                                                        new Counting(
                                                                history,
                                                                neighbours,
                                                                conducts,
                                                                criterion.windowStart(day),
                                                                day)),
                                        day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The first day that matters to any of these criteria on a day. */
    public static LocalDate from(List<Criterion> inForce, LocalDate day) {
        return inForce.stream()
                .map(criterion -> criterion.windowStart(day))
                .min(LocalDate::compareTo)
                .orElse(day);
    }

    private static Set<MarkKind> conducts(List<Criterion> inForce) {
        return inForce.stream()
                .filter(criterion -> criterion.metric() == Metric.CONDUCT_DEFINITION)
                .map(criterion -> MarkKind.valueOf(criterion.code()))
                .collect(toSet());
    }
}
