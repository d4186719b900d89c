package io.mingjian.kit.testing;

import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Clocks.start;
import static io.mingjian.kit.lifecycle.Clocks.stop;
import static io.mingjian.kit.lifecycle.Row.row;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.ClockActions;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Mediation;
import io.mingjian.kit.lifecycle.Mediation.Limit;
import io.mingjian.kit.lifecycle.Mediation.State;
import io.mingjian.kit.lifecycle.Mediation.Step;
import io.mingjian.kit.lifecycle.Reasons;
import io.mingjian.kit.lifecycle.Row;
import io.mingjian.kit.lifecycle.Transition;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each law bites: a table that is wrong on purpose breaks it, and the right table does not. */
class LifecycleLawsTest {

    @Test
    void twoRowsForOneStateAndStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Mediation.spoiled(
                                        adding(State.FILED, Step.ACCEPT, State.REFUSED, none())))
                .withMessageContaining("two rows for ACCEPT in FILED");
    }

    @Test
    void aStateThatNothingLeadsTo() {
        assertBroken(
                LifecycleLaws::everyStateIsReachable,
                without(State.OPEN, Step.BEGIN_APPRAISAL),
                "APPRAISAL");
    }

    @Test
    void aStepThatNoRowNames() {
        assertBroken(
                LifecycleLaws::everyStepIsInTheTable,
                without(State.APPRAISAL, Step.END_APPRAISAL),
                "END_APPRAISAL");
    }

    @Test
    void aStateThatCannotBeClosed() {
        assertBroken(
                LifecycleLaws::everyStateCanBeClosedAndAnEndIsAnEnd,
                without(State.REFUSED, Step.ARCHIVE),
                "REFUSED");
    }

    @Test
    void anEndThatGoesOn() {
        assertBroken(
                LifecycleLaws::everyStateCanBeClosedAndAnEndIsAnEnd,
                adding(State.CLOSED, Step.ACCEPT, State.OPEN, none()),
                "steps out of CLOSED");
    }

    @Test
    void aPauseThatNothingEnds() {
        assertBroken(
                LifecycleLaws::everyPauseIsOfARunningClockAndEndsInResumeOrStop,
                clocks(
                        State.APPRAISAL,
                        Step.END_APPRAISAL,
                        none(),
                        clocks(State.OPEN, Step.ARCHIVE, none(), rows -> rows)),
                "pauses");
    }

    @Test
    void aResumeOfAClockThatRuns() {
        assertBroken(
                LifecycleLaws::everyPauseIsOfARunningClockAndEndsInResumeOrStop,
                clocks(State.OPEN, Step.BEGIN_APPRAISAL, none(), rows -> rows),
                "MEDIATION in Row[from=APPRAISAL");
    }

    @Test
    void aPauseOfAClockThatDoesNotRun() {
        assertBroken(
                LifecycleLaws::everyPauseIsOfARunningClockAndEndsInResumeOrStop,
                clocks(State.FILED, Step.ACCEPT, none(), rows -> rows),
                "MEDIATION in Row[from=OPEN");
    }

    @Test
    void aClockThatStartsTwice() {
        assertBroken(
                LifecycleLaws::noClockStartsTwiceAndNoneRunsAtAnEnd,
                clocks(State.OPEN, Step.BEGIN_APPRAISAL, start(Limit.MEDIATION), rows -> rows),
                "MEDIATION in Row[from=OPEN, step=BEGIN_APPRAISAL");
    }

    @Test
    void aClockOfTheOpeningThatStartsAgainOrIsNeverStopped() {
        var opened =
                new Spoiled(rows -> rows) {
                    @Override
                    protected Lifecycle<State, Step> lifecycle() {
                        return super.lifecycle().opening(start(Limit.MEDIATION));
                    }
                };

        assertBroken(
                opened::noClockStartsTwiceAndNoneRunsAtAnEnd,
                "MEDIATION in Row[from=FILED, step=ACCEPT");
    }

    @Test
    void aClockThatOutlivesTheProcedure() {
        assertBroken(
                LifecycleLaws::noClockStartsTwiceAndNoneRunsAtAnEnd,
                clocks(State.OPEN, Step.ARCHIVE, none(), rows -> rows),
                "outlive");
    }

    @Test
    void aClockThatIsStoppedAndStartedAnewIsFine() {
        var restarting =
                clocks(
                        State.APPRAISAL,
                        Step.END_APPRAISAL,
                        stop(Limit.MEDIATION).start(Limit.MEDIATION),
                        rows -> rows);

        new Spoiled(restarting).noClockStartsTwiceAndNoneRunsAtAnEnd();
        new Spoiled(restarting).everyPauseIsOfARunningClockAndEndsInResumeOrStop();
    }

    @Test
    void aGateThatTakesAStepWithoutItsReasons() {
        assertBroken(
                new Lenient()::everyStepThatNeedsReasonsRefusesBlankOnes, "without a decision");
    }

    @Test
    void aGateThatTakesAStepWithoutARow() {
        assertBroken(
                new Lenient()::everyPairWithoutARowIsRefusedForEverybody,
                "BEGIN_APPRAISAL in FILED");
    }

    @Test
    void aGateThatLetsAnybodyTakeAStep() {
        assertBroken(new Lenient()::everyRowIsRefusedToThoseItDoesNotName, "by INTAKE");
    }

    @Test
    void aGateThatDoesNotFollowTheTableIsFoundByWalking() {
        assertBroken(new Lenient()::randomWalksFollowTheTableAndCanAlwaysBeClosed, "mingjian.seed");
    }

    @Test
    void aWalkThatCannotBeClosed() {
        assertBroken(
                LifecycleLaws::randomWalksFollowTheTableAndCanAlwaysBeClosed,
                without(State.REFUSED, Step.ARCHIVE),
                "closes");
    }

    @Test
    void aRightThatAMachineEnds() {
        assertBroken(
                LifecycleLaws::noRightIsEndedByAMachineOrWithoutReasons,
                replacing(
                        row(
                                State.FILED,
                                Step.REFUSE,
                                State.REFUSED,
                                Actor.HANDLER.or(Actor.MACHINE),
                                Reasons.REQUIRED,
                                none(),
                                "16")),
                "machine admitted");
    }

    @Test
    void aRightThatEndsWithoutReasons() {
        assertBroken(
                LifecycleLaws::noRightIsEndedByAMachineOrWithoutReasons,
                replacing(
                        row(
                                State.FILED,
                                Step.REFUSE,
                                State.REFUSED,
                                Actor.HANDLER,
                                Reasons.OPTIONAL,
                                none(),
                                "16")),
                "reasons needed");
    }

    private static void assertBroken(
            Consumer<LifecycleLaws<State, Step>> law,
            UnaryOperator<List<Row<State, Step>>> fault,
            String said) {
        assertBroken(() -> law.accept(new Spoiled(fault)), said);
    }

    private static void assertBroken(Runnable law, String said) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(law::run)
                .withMessageContaining(said);
    }

    private static UnaryOperator<List<Row<State, Step>>> without(State from, Step step) {
        return rows -> {
            rows.removeIf(row -> row.from() == from && row.step() == step);
            return rows;
        };
    }

    private static UnaryOperator<List<Row<State, Step>>> adding(
            State from, Step step, State to, ClockActions clocks) {
        return rows -> {
            rows.add(row(from, step, to, Actor.OFFICER, Reasons.OPTIONAL, clocks, "–"));
            return rows;
        };
    }

    private static UnaryOperator<List<Row<State, Step>>> replacing(Row<State, Step> row) {
        return rows -> {
            without(row.from(), row.step()).apply(rows).add(row);
            return rows;
        };
    }

    /** The row with other clocks, after a first fault. */
    private static UnaryOperator<List<Row<State, Step>>> clocks(
            State from,
            Step step,
            ClockActions clocks,
            UnaryOperator<List<Row<State, Step>>> first) {
        return rows -> {
            first.apply(rows)
                    .replaceAll(
                            row ->
                                    row.from() == from && row.step() == step
                                            ? new Row<>(
                                                    from,
                                                    step,
                                                    row.to(),
                                                    row.by(),
                                                    row.reasons(),
                                                    clocks,
                                                    row.article())
                                            : row);
            return rows;
        };
    }

    private static class Spoiled extends LifecycleLaws<State, Step> {
        private final Lifecycle<State, Step> table;

        Spoiled(UnaryOperator<List<Row<State, Step>>> fault) {
            table = Mediation.spoiled(fault);
        }

        @Override
        protected Lifecycle<State, Step> lifecycle() {
            return table;
        }

        @Override
        protected Set<State> endsOfRight() {
            return Mediation.endsOfRight();
        }
    }

    /** A gate beside the table, as a setter would be. */
    private static final class Lenient extends Spoiled {
        Lenient() {
            super(rows -> rows);
        }

        @Override
        protected Transition<State, Step> take(
                State state, Step step, Set<Actor> actors, @Nullable Decision decision) {
            return new Transition<>(state, step, State.CLOSED, List.of(), "–");
        }
    }
}
