package io.mingjian.registry.criteria;

import io.mingjian.registry.criteria.Criterion.Level;
import java.util.List;

/**
 * Whether findings make a person a candidate. Nobody is proposed by a single weak signal: what only
 * counts needs a second criterion that points the same way; what rests on findings of people does
 * not.
 */
public final class Proposing {
    private Proposing() {}

    /**
     * @return all findings if they propose, else none
     */
    public static List<Finding> decide(List<Finding> findings) {
        List<Finding> atReview =
                findings.stream().filter(each -> each.level() == Level.REVIEW).toList();
        boolean proposes =
                atReview.stream().anyMatch(each -> each.criterion().alone())
                        || (!atReview.isEmpty() && findings.size() > 1);
        return proposes ? findings : List.of();
    }
}
