package io.mingjian.registry.criteria;

import static io.mingjian.registry.criteria.Examples.TUESDAY;
import static io.mingjian.registry.criteria.Examples.criterion;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.criteria.Examples.Past;
import io.mingjian.registry.ledger.MarkKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposingTest {
    private final Criterion counted = criterion(Metric.SUBMISSIONS_OF_FILER, "1", "2");
    private final Criterion sameOperator = criterion(Metric.SAME_OPERATOR, "2", "9");
    private final Criterion found = criterion(Metric.REFUSED_GROUND_3, "1", "2");

    @Test
    void nothingProposesNobody() {
        assertThat(Proposing.decide(List.of())).isEmpty();
    }

    @Test
    void whatOnlyCountsProposesNobodyByItself() {
        List<Finding> findings =
                findings(Past.empty().files(TUESDAY, 1).files(TUESDAY, 2), counted, sameOperator);
        assertThat(findings).hasSize(1);
        assertThat(Proposing.decide(findings)).isEmpty();
    }

    @Test
    void aSecondCriterionThatPointsTheSameWayProposesWithAllThatWasFound() {
        List<Finding> findings =
                findings(Past.empty().files(TUESDAY, 1).files(TUESDAY, 1), counted, sameOperator);
        assertThat(Proposing.decide(findings))
                .extracting(each -> each.criterion().metric())
                .containsExactly(Metric.SUBMISSIONS_OF_FILER, Metric.SAME_OPERATOR);
    }

    @Test
    void twoToWatchProposeNobody() {
        List<Finding> findings =
                findings(
                        Past.empty().files(TUESDAY).marked(MarkKind.REFUSED_GROUND_3, TUESDAY),
                        counted,
                        found);
        assertThat(findings).hasSize(2);
        assertThat(Proposing.decide(findings)).isEmpty();
    }

    @Test
    void whatPeopleFoundProposesByItselfAtReview() {
        Past past = Past.empty().marked(MarkKind.REFUSED_GROUND_3, TUESDAY);
        assertThat(Proposing.decide(findings(past, found))).isEmpty();
        past.marked(MarkKind.REFUSED_GROUND_3, TUESDAY);
        assertThat(Proposing.decide(findings(past, found))).hasSize(1);
    }

    private static List<Finding> findings(Past past, Criterion... inForce) {
        return Evaluator.evaluate(past.history(), Neighbours.NONE, List.of(inForce), TUESDAY);
    }
}
