package io.mingjian.registry.criteria;

import static io.mingjian.registry.criteria.Examples.TUESDAY;
import static io.mingjian.registry.criteria.Examples.criterion;
import static io.mingjian.registry.criteria.Examples.defined;
import static io.mingjian.registry.criteria.Examples.overAtLeast;
import static io.mingjian.registry.criteria.Examples.strictly;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.criteria.Criterion.Level;
import io.mingjian.registry.criteria.Examples.Past;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.MarkKind;
import io.mingjian.registry.ledger.SetAside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each metric counts, at the borders of its window, and what is not counted. */
class EvaluatorTest {
    /** The first day of a window of 30 days that ends on {@link Examples#TUESDAY}. */
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 26);

    private final Past past = Past.empty();

    @Nested
    class TheWindow {
        private final Criterion two = criterion(Metric.SUBMISSIONS_OF_FILER, "2", "3");

        @Test
        void holdsItsFirstDayAndTheDayItself() {
            past.files(FIRST).files(TUESDAY);
            assertThat(level(two)).contains(Level.WATCH);
            assertThat(finding(two).inputs().from()).isEqualTo(FIRST);
            assertThat(finding(two).inputs().to()).isEqualTo(TUESDAY);
        }

        @Test
        void doesNotHoldTheDayBeforeAndTheDayAfter() {
            past.files(FIRST.minusDays(1)).files(TUESDAY.plusDays(1)).files(TUESDAY);
            assertThat(level(two)).isEmpty();
        }

        @Test
        void holdsFactsAsItHoldsFilings() {
            Criterion refused = criterion(Metric.REFUSED_GROUND_3, "2", "9");
            past.marked(MarkKind.REFUSED_GROUND_3, FIRST)
                    .marked(MarkKind.REFUSED_GROUND_3, TUESDAY)
                    .marked(MarkKind.REFUSED_GROUND_3, FIRST.minusDays(1))
                    .marked(MarkKind.REFUSED_GROUND_3, TUESDAY.plusDays(1));
            assertThat(finding(refused).inputs().observed()).isEqualByComparingTo("2");
        }

        @Test
        void ofSeveralCriteriaReachesBackAsFarAsTheLongest() {
            assertThat(Evaluator.from(List.of(two), TUESDAY)).isEqualTo(FIRST);
            assertThat(Evaluator.from(List.of(), TUESDAY)).isEqualTo(TUESDAY);
        }
    }

    @Nested
    class Lines {
        private final Criterion criterion = criterion(Metric.SUBMISSIONS_OF_FILER, "2", "3");

        @Test
        void areReachedFromTheirNumberOn() {
            past.files(TUESDAY);
            assertThat(level(criterion)).isEmpty();
            past.files(TUESDAY);
            assertThat(level(criterion)).contains(Level.WATCH);
            past.files(TUESDAY);
            assertThat(level(criterion)).contains(Level.REVIEW);
        }

        @Test
        void thatAreStrictAreReachedOnlyAboveTheirNumber() {
            past.files(TUESDAY).files(TUESDAY);
            assertThat(level(strictly(criterion))).isEmpty();
            past.files(TUESDAY);
            assertThat(level(strictly(criterion))).contains(Level.WATCH);
            assertThat(finding(strictly(criterion)).explanation()).contains("超过", "关注线（2次）");
        }

        @Test
        void thatAreAbsentAreNeverReached() {
            past.files(TUESDAY).files(TUESDAY).files(TUESDAY);
            assertThat(level(criterion(Metric.SUBMISSIONS_OF_FILER, null, "4"))).isEmpty();
            assertThat(level(criterion(Metric.SUBMISSIONS_OF_FILER, "2", null)))
                    .contains(Level.WATCH);
        }

        @Test
        void areNotLookedAtBelowTheMinimumSample() {
            past.files(TUESDAY).files(TUESDAY);
            assertThat(level(overAtLeast(3, criterion))).isEmpty();
            assertThat(level(overAtLeast(2, criterion))).contains(Level.WATCH);
        }
    }

    @Nested
    class Safeguards {
        private final Criterion two = criterion(Metric.SUBMISSIONS_OF_FILER, "2", "9");

        @ParameterizedTest
        @EnumSource(SetAside.class)
        void aFilingThatIsSetAsideIsNotCounted(SetAside why) {
            past.files(TUESDAY).files(TUESDAY, 1, null, null, null, why);
            assertThat(level(two)).isEmpty();
            past.files(TUESDAY);
            assertThat(level(two)).contains(Level.WATCH);
        }

        @Test
        void aFilingThatWasUpheldIsNotCountedFromThatDayOn() {
            past.files(FIRST).files(TUESDAY).marked(MarkKind.UPHELD, TUESDAY, 1);
            assertThat(level(two)).isEmpty();
            assertThat(
                            Evaluator.evaluate(
                                    Past.empty()
                                            .files(FIRST)
                                            .files(FIRST)
                                            .marked(MarkKind.UPHELD, TUESDAY, 1)
                                            .history(),
                                    Neighbours.NONE,
                                    List.of(two),
                                    TUESDAY.minusDays(1)))
                    .hasSize(1);
        }

        @Test
        void whatBecameOfSuchAFilingIsNotCountedEither() {
            past.files(TUESDAY)
                    .files(TUESDAY, 1, null, null, null, SetAside.INSIDER)
                    .marked(MarkKind.UPHELD, TUESDAY, 1)
                    .marked(MarkKind.REFUSED_GROUND_3, TUESDAY, 1)
                    .marked(MarkKind.REFUSED_GROUND_3, TUESDAY, 2)
                    .marked(MarkKind.GENERATED_EVIDENCE, TUESDAY, 1)
                    .marked(MarkKind.GENERATED_EVIDENCE, TUESDAY, 2);
            assertThat(level(criterion(Metric.REFUSED_GROUND_3, "1", "1"))).isEmpty();
            assertThat(level(criterion(Metric.GENERATED_EVIDENCE, "1", "1"))).isEmpty();
        }

        @Test
        void confirmedConductCountsAllTheSame() {
            past.files(TUESDAY, 1, null, null, null, SetAside.INSIDER)
                    .marked(MarkKind.FORGING, TUESDAY, 1);
            assertThat(
                            level(
                                    criterion(Metric.CONFIRMED_CONDUCT, null, "1"),
                                    defined(MarkKind.FORGING)))
                    .contains(Level.REVIEW);
        }
    }

    @Nested
    class SameOperator {
        private final Criterion three = criterion(Metric.SAME_OPERATOR, "3", "9");

        @Test
        void countsTheLargestGroupOfOneOperatorAndClassOfGoods() {
            past.files(TUESDAY, 1, "食品", null, null, null)
                    .files(TUESDAY, 1, "食品", null, null, null)
                    .files(TUESDAY, 1, "服装", null, null, null)
                    .files(TUESDAY, 2, "食品", null, null, null);
            assertThat(level(three)).isEmpty();
            past.files(TUESDAY, 1, "食品", null, null, null);
            assertThat(finding(three).inputs().observed()).isEqualByComparingTo("3");
            assertThat(finding(three).inputs().evidence())
                    .containsExactly(Past.submission(1), Past.submission(2), Past.submission(5));
        }

        @Test
        void takesGoodsOfNoClassForOneClass() {
            past.files(TUESDAY, 1).files(TUESDAY, 1).files(TUESDAY, 1);
            assertThat(level(three)).contains(Level.WATCH);
        }
    }

    @Nested
    class SameIssue {
        private final Criterion two = criterion(Metric.SAME_ISSUE, "2", "9");

        @Test
        void countsOperatorsNotFilings() {
            past.files(TUESDAY, 1, null, 7L, null, null).files(TUESDAY, 1, null, 7L, null, null);
            assertThat(level(two)).isEmpty();
            past.files(TUESDAY, 2, null, 8L, null, null);
            assertThat(level(two)).isEmpty();
            past.files(TUESDAY, 2, null, 7L, null, null);
            assertThat(finding(two).inputs().observed()).isEqualByComparingTo("2");
            assertThat(finding(two).inputs().sample()).isEqualTo(3);
        }

        @Test
        void leavesOutTextsTooShortToTell() {
            past.files(TUESDAY, 1).files(TUESDAY, 2);
            assertThat(level(two)).isEmpty();
        }
    }

    @Nested
    class TextOverPersons {
        private final Criterion three = criterion(Metric.TEXT_OVER_PERSONS, "3", "6");

        @Test
        void countsThePersonsOfTheWidestFamily() {
            past.files(TUESDAY, 1, null, 7L, null, null).files(TUESDAY, 1, null, 8L, null, null);
            assertThat(level(Neighbours.known(Map.of(7L, 2, 8L, 2), 1), three)).isEmpty();
            Finding found = evaluate(Neighbours.known(Map.of(7L, 2, 8L, 3), 1), three).get(0);
            assertThat(found.inputs().observed()).isEqualByComparingTo("3");
            assertThat(found.inputs().evidence()).containsExactly(Past.submission(2));
        }

        @Test
        void takesOneOfWhomNobodyElseIsKnownForOne() {
            past.files(TUESDAY, 1, null, 7L, null, null);
            assertThat(level(criterion(Metric.TEXT_OVER_PERSONS, "1", "2"))).contains(Level.WATCH);
        }
    }

    @Nested
    class SharedContact {
        private final Criterion two = criterion(Metric.SHARED_CONTACT, "2", "3");

        @Test
        void countsPersonsThisOneIncluded() {
            past.files(TUESDAY);
            assertThat(level(Neighbours.known(Map.of(), 1), two)).isEmpty();
            assertThat(level(Neighbours.known(Map.of(), 2), two)).contains(Level.WATCH);
            assertThat(level(Neighbours.known(Map.of(), 3), two)).contains(Level.REVIEW);
        }

        @Test
        void saysNothingOfOneWhoHasNotFiled() {
            assertThat(level(Neighbours.known(Map.of(), 3), two)).isEmpty();
        }
    }

    @Nested
    class WithdrawnShare {
        private final Criterion half =
                overAtLeast(5, criterion(Metric.WITHDRAWN_SHARE, "0.5", "0.7"));

        @Test
        void isOfAllFilingsOfTheWindow() {
            for (int i = 0; i < 6; i++) {
                past.files(TUESDAY);
            }
            past.marked(MarkKind.WITHDRAWN_AFTER_PAYMENT, TUESDAY, 1)
                    .marked(MarkKind.WITHDRAWN_AFTER_PAYMENT, TUESDAY, 2);
            assertThat(level(half)).isEmpty();
            past.marked(MarkKind.WITHDRAWN_AFTER_PAYMENT, TUESDAY, 3);
            assertThat(level(half)).contains(Level.WATCH);
            assertThat(finding(half).explanation()).contains("比例为0.5");
        }

        @Test
        void isNeverRoundedUpToALine() {
            Criterion third = criterion(Metric.WITHDRAWN_SHARE, "0.6667", "0.9");
            past.files(TUESDAY).files(TUESDAY).files(TUESDAY);
            past.marked(MarkKind.WITHDRAWN_AFTER_PAYMENT, TUESDAY, 1)
                    .marked(MarkKind.WITHDRAWN_AFTER_PAYMENT, TUESDAY, 2);
            assertThat(level(third)).isEmpty();
        }

        @Test
        void ofFewFilingsSaysNothing() {
            for (int i = 1; i <= 4; i++) {
                past.files(TUESDAY).marked(MarkKind.WITHDRAWN_AFTER_PAYMENT, TUESDAY, i);
            }
            assertThat(level(half)).isEmpty();
            past.files(TUESDAY);
            assertThat(level(half)).contains(Level.REVIEW);
        }
    }

    @Test
    void quantityIsTheLargestMultipleOfPlausibleUse() {
        Criterion above = strictly(criterion(Metric.QUANTITY_OVER_USE, "3", "6"));
        past.files(TUESDAY, 1, "食品", null, "3.00", null).files(TUESDAY);
        assertThat(level(above)).isEmpty();
        past.files(TUESDAY, 1, "食品", null, "3.01", null);
        assertThat(level(above)).contains(Level.WATCH);
        assertThat(finding(above).inputs().evidence()).containsExactly(Past.submission(3));
        past.files(TUESDAY, 1, "食品", null, "6.5", null);
        assertThat(level(above)).contains(Level.REVIEW);
    }

    @Test
    void outsideProceedingsAreCountedTogether() {
        Criterion three = criterion(Metric.OUTSIDE_PROCEEDINGS, "3", "9");
        past.marked(MarkKind.INFO_DISCLOSURE, TUESDAY)
                .marked(MarkKind.RECONSIDERATION, TUESDAY)
                .marked(MarkKind.REFUSED_GROUND_3, TUESDAY);
        assertThat(level(three)).isEmpty();
        past.marked(MarkKind.SUIT, TUESDAY);
        assertThat(level(three)).contains(Level.WATCH);
    }

    @Test
    void aFilingWithSeveralGeneratedPicturesIsOne() {
        Criterion two = criterion(Metric.GENERATED_EVIDENCE, "1", "2");
        past.files(TUESDAY)
                .files(TUESDAY)
                .marked(MarkKind.GENERATED_EVIDENCE, TUESDAY, 1)
                .marked(MarkKind.GENERATED_EVIDENCE, TUESDAY, 1);
        assertThat(level(two)).contains(Level.WATCH);
        past.marked(MarkKind.GENERATED_EVIDENCE, TUESDAY, 2);
        assertThat(level(two)).contains(Level.REVIEW);
    }

    @Test
    void conductCountsOnlyWhileItIsDefined() {
        Criterion one = criterion(Metric.CONFIRMED_CONDUCT, null, "1");
        past.marked(MarkKind.PLANTING, TUESDAY);
        assertThat(level(one)).isEmpty();
        assertThat(level(one, defined(MarkKind.SWAPPING))).isEmpty();
        assertThat(level(one, defined(MarkKind.PLANTING))).contains(Level.REVIEW);
        assertThat(finding(one, defined(MarkKind.PLANTING)).explanation()).doesNotContain("本身不说明");
    }

    @Test
    void aSubmissionOfTwoFilersOfOnePersonIsOne() {
        CountedFiling filing = Past.empty().files(TUESDAY).history().filings().get(0);
        History twice =
                History.of(Examples.PERSON, new ArrayList<>(List.of(filing, filing)), List.of());
        assertThat(twice.filings()).containsExactly(filing);
    }

    private List<Finding> evaluate(Neighbours neighbours, Criterion... inForce) {
        return Evaluator.evaluate(past.history(), neighbours, List.of(inForce), TUESDAY);
    }

    private Finding finding(Criterion... inForce) {
        return evaluate(Neighbours.NONE, inForce).get(0);
    }

    private Optional<Level> level(Criterion... inForce) {
        return level(Neighbours.NONE, inForce);
    }

    private Optional<Level> level(Neighbours neighbours, Criterion... inForce) {
        return evaluate(neighbours, inForce).stream().map(Finding::level).findFirst();
    }
}
