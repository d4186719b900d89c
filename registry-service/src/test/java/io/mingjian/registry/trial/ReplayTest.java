package io.mingjian.registry.trial;

import static io.mingjian.registry.trial.Examples.MAY;
import static io.mingjian.registry.trial.Examples.history;
import static io.mingjian.registry.trial.Examples.mark;
import static io.mingjian.registry.trial.Examples.version;
import static io.mingjian.registry.trial.RuleSet.IN_FORCE;
import static io.mingjian.registry.trial.RuleSet.TRIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.criteria.Criterion;
import io.mingjian.registry.criteria.Metric;
import io.mingjian.registry.criteria.Neighbours;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.MarkKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each rule set would have done, day by day, with what was known on that day. */
class ReplayTest {
    private static final UUID PERSON = new UUID(1, 1);
    private static final Criterion FREQUENT =
            version("FREQ_12M", 1, Metric.SUBMISSIONS_OF_FILER, 365, 2, 3);
    private static final Criterion OPERATOR =
            version("SAME_OP_90D", 1, Metric.SAME_OPERATOR, 90, 2, 9);
    private static final Criterion LATER =
            version("FREQ_12M", 2, Metric.SUBMISSIONS_OF_FILER, 365, 3, 4);
    private static final Rules RULES = Rules.of(List.of(FREQUENT, OPERATOR), LATER);

    private final History fourInMay =
            history(PERSON, List.of(MAY, MAY.plusDays(1), MAY.plusDays(2), MAY.plusDays(3)));

    private static List<Proposed> replayed(History history, LocalDate from, LocalDate to) {
        return new Replay(RULES, from, to).proposals(history, day -> Neighbours.NONE);
    }

    @Test
    void eachRuleSetProposesOnTheFirstDayOnWhichItsLinesAreReached() {
        assertThat(replayed(fourInMay, MAY, MAY.plusMonths(1)))
                .containsExactly(
                        new Proposed(PERSON, IN_FORCE, MAY.plusDays(2), "FREQ_12M+SAME_OP_90D", 0),
                        new Proposed(PERSON, TRIED, MAY.plusDays(3), "FREQ_12M+SAME_OP_90D", 0));
    }

    @Test
    void whatCameBeforeThePeriodCountsButIsNoOccasion() {
        assertThat(replayed(fourInMay, MAY.plusDays(3), MAY.plusMonths(1)))
                .extracting(Proposed::on)
                .containsExactly(MAY.plusDays(3), MAY.plusDays(3));
        assertThat(replayed(fourInMay, MAY.plusDays(4), MAY.plusMonths(1))).isEmpty();
    }

    @Test
    void whatCameAfterADayIsNotKnownOnIt() {
        assertThat(replayed(fourInMay, MAY, MAY.plusDays(1))).isEmpty();
    }

    @Test
    void aFilingUpheldLaterIsCountedUntilThen() {
        History upheldLater =
                history(
                        PERSON,
                        List.of(MAY, MAY.plusDays(1), MAY.plusDays(2)),
                        mark(MarkKind.UPHELD, MAY.plusDays(9), 0));
        assertThat(replayed(upheldLater, MAY, MAY.plusMonths(1)))
                .containsExactly(
                        new Proposed(PERSON, IN_FORCE, MAY.plusDays(2), "FREQ_12M+SAME_OP_90D", 1));
        History upheldAtOnce =
                history(
                        PERSON,
                        List.of(MAY, MAY.plusDays(1), MAY.plusDays(2)),
                        mark(MarkKind.UPHELD, MAY.plusDays(2), 0));
        assertThat(replayed(upheldAtOnce, MAY, MAY.plusMonths(1))).isEmpty();
    }

    @Test
    void aFactIsAnOccasionLikeAFiling() {
        Rules refusals =
                Rules.of(
                        List.of(),
                        version("NONACCEPT_16_3_12M", 2, Metric.REFUSED_GROUND_3, 365, 1, 1));
        History refused =
                history(PERSON, List.of(MAY), mark(MarkKind.REFUSED_GROUND_3, MAY.plusDays(5), 0));
        assertThat(
                        new Replay(refusals, MAY, MAY.plusMonths(1))
                                .proposals(refused, day -> Neighbours.NONE))
                .containsExactly(
                        new Proposed(PERSON, TRIED, MAY.plusDays(5), "NONACCEPT_16_3_12M", 0));
    }

    @Test
    void theTriedVersionTakesThePlaceOfItsOwnCriterionOnly() {
        assertThat(RULES.tried()).containsExactlyInAnyOrder(OPERATOR, LATER);
        assertThat(RULES.inForce()).containsExactlyInAnyOrder(OPERATOR, FREQUENT);
        assertThat(RULES.replaced("FREQ_12M")).contains(FREQUENT);
        assertThat(RULES.replaced("OTHER")).isEmpty();
        assertThat(RULES.reachesBackTo(MAY)).isEqualTo(MAY.minusDays(364));
    }
}
