package io.mingjian.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Row;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.refusal.StepNotAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The laws that every lifecycle keeps. A room extends this class, names its table, and says which
 * states end somebody's right; a broken law names the row.
 *
 * @param <S> states
 * @param <T> steps
 */
public abstract class LifecycleLaws<S extends Enum<S>, T extends Enum<T>> {
    private static final int WALKS = 200;
    private static final int LONGEST_WALK = 400;

    /** The table under test. */
    protected abstract Lifecycle<S, T> lifecycle();

    /**
     * States whose entry ends a filer's, merchant's or agency's right: refusal, termination,
     * listing.
     */
    protected abstract Set<S> endsOfRight();

    /**
     * Takes the step. A room whose aggregate guards its own state may go through the aggregate
     * instead.
     */
    protected Transition<S, T> take(
            S state, T step, Set<Actor> actors, @Nullable Decision decision) {
        return lifecycle().step(state, step, actors, decision);
    }

    @Test
    void atMostOneRowPerStateAndStep() {
        var pairs = lifecycle().rows().stream().map(row -> row.from() + "/" + row.step()).toList();

        assertThat(pairs).doesNotHaveDuplicates();
    }

    @Test
    void everyStateIsReachable() {
        assertThat(LifecycleGraph.reachable(lifecycle(), lifecycle().initial()))
                .containsExactlyInAnyOrderElementsOf(lifecycle().states());
    }

    @Test
    void everyStepIsInTheTable() {
        assertThat(lifecycle().rows().stream().map(Row::step).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(lifecycle().steps());
    }

    @Test
    void everyStateCanBeClosedAndAnEndIsAnEnd() {
        for (S state : lifecycle().states()) {
            if (lifecycle().isEnd(state)) {
                assertThat(lifecycle().openSteps(state)).as("steps out of %s", state).isEmpty();
            } else {
                assertThat(LifecycleGraph.reachable(lifecycle(), state))
                        .as("ends that can be reached from %s", state)
                        .containsAnyElementsOf(lifecycle().ends());
            }
        }
    }

    @Test
    void everyPauseIsOfARunningClockAndEndsInResumeOrStop() {
        var walk = ClockSituations.of(lifecycle());

        assertThat(walk.wrongPauses()).as("pauses and resumes out of place").isEmpty();
        assertThat(walk.endlessPauses()).as("pauses that nothing ends").isEmpty();
    }

    @Test
    void noClockStartsTwiceAndNoneRunsAtAnEnd() {
        var walk = ClockSituations.of(lifecycle());

        assertThat(walk.secondStarts()).as("clocks that start while they run").isEmpty();
        assertThat(walk.runningAtAnEnd()).as("clocks that outlive the procedure").isEmpty();
    }

    @Test
    void everyStepThatNeedsReasonsRefusesBlankOnes() {
        for (Row<S, T> row : lifecycle().rows()) {
            if (row.needsReasons()) {
                Set<Actor> actors = LifecycleGraph.anyWhoMay(row);
                assertThat(refusal(row.from(), row.step(), actors, null))
                        .as("%s without a decision", row)
                        .isInstanceOf(ReasonsMissing.class);
                assertThat(catchThrowable(() -> decisionBecause(" \t\n")))
                        .isInstanceOf(ReasonsMissing.class);
                assertThat(take(row.from(), row.step(), actors, decisionBecause("reasons")).to())
                        .isEqualTo(row.to());
            }
        }
    }

    @Test
    void everyPairWithoutARowIsRefusedForEverybody() {
        for (S state : lifecycle().states()) {
            for (T step : lifecycle().steps()) {
                if (lifecycle().row(state, step).isEmpty()) {
                    var refusal = refusal(state, step, EnumSet.allOf(Actor.class), someDecision());
                    assertThat(refusal)
                            .as("%s in %s", step, state)
                            .isInstanceOf(StepNotAllowed.class);
                    assertThat(((StepNotAllowed) refusal).extensions().get("openSteps"))
                            .isEqualTo(
                                    lifecycle().openSteps(state).stream().map(Enum::name).toList());
                }
            }
        }
    }

    @Test
    void everyRowIsRefusedToThoseItDoesNotName() {
        for (Row<S, T> row : lifecycle().rows()) {
            for (Actor actor : Actor.values()) {
                if (!row.by().admits(EnumSet.of(actor))) {
                    assertThat(refusal(row.from(), row.step(), EnumSet.of(actor), someDecision()))
                            .as("%s by %s", row, actor)
                            .isInstanceOf(StepNotAllowed.class);
                }
            }
        }
    }

    @Test
    void noRightIsEndedByAMachineOrWithoutReasons() {
        for (Row<S, T> row : lifecycle().rows()) {
            if (endsOfRight().contains(row.to())) {
                assertThat(row.needsReasons()).as("reasons needed: %s", row).isTrue();
            }
            if (row.needsReasons()) {
                assertThat(row.by().admitsMachine()).as("machine admitted: %s", row).isFalse();
            }
        }
    }

    /** Replay with {@code -Dmingjian.seed=…}. */
    @Test
    void randomWalksFollowTheTableAndCanAlwaysBeClosed() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        for (int walk = 0; walk < WALKS; walk++) {
            walk(new Random(seed + walk), "walk %d of -Dmingjian.seed=%d".formatted(walk, seed));
        }
    }

    private void walk(Random random, String replay) {
        var steps = new ArrayList<>(lifecycle().steps());
        var path = new ArrayList<String>();
        S state = lifecycle().initial();
        for (int i = 0; i < LONGEST_WALK && !lifecycle().isEnd(state); i++) {
            T step = steps.get(random.nextInt(steps.size()));
            Set<Actor> actors = randomActors(random);
            path.add(state + "/" + step + " by " + actors);
            state = followed(state, step, actors, replay + " " + path);
        }
        for (Row<S, T> row : LifecycleGraph.wayToAnEnd(lifecycle(), state)) {
            assertThat(row.from()).as(replay).isEqualTo(state);
            state = take(state, row.step(), LifecycleGraph.anyWhoMay(row), someDecision()).to();
        }
        assertThat(lifecycle().isEnd(state)).as("%s closes: %s", replay, path).isTrue();
    }

    /** The model: the only row for this state and step, searched by hand. */
    private S followed(S state, T step, Set<Actor> actors, String replay) {
        List<Row<S, T>> lawful =
                lifecycle().rows().stream()
                        .filter(row -> row.from() == state && row.step() == step)
                        .filter(
                                row ->
                                        row.by().alternatives().stream()
                                                .anyMatch(actors::containsAll))
                        .toList();
        if (lawful.isEmpty()) {
            assertThat(refusal(state, step, actors, someDecision()))
                    .as(replay)
                    .isInstanceOf(StepNotAllowed.class);
            return state;
        }
        Transition<S, T> taken = take(state, step, actors, someDecision());
        assertThat(taken.to()).as(replay).isEqualTo(lawful.get(0).to());
        assertThat(taken.clocks()).as(replay).isEqualTo(lawful.get(0).clocks().list());
        return taken.to();
    }

    private Throwable refusal(S state, T step, Set<Actor> actors, @Nullable Decision decision) {
        return catchThrowableOfType(
                RuntimeException.class, () -> take(state, step, actors, decision));
    }

    private static Set<Actor> randomActors(Random random) {
        var actors = EnumSet.noneOf(Actor.class);
        for (Actor actor : Actor.values()) {
            if (random.nextInt(3) > 0) {
                actors.add(actor);
            }
        }
        return actors;
    }

    private static Decision someDecision() {
        return decisionBecause("事实清楚");
    }

    private static Decision decisionBecause(String reasons) {
        var officer =
                new Caller(
                        "subject-1",
                        "huangpu.handler",
                        "samr-huangpu",
                        OrganisationKind.DISTRICT_BUREAU,
                        "310101",
                        null,
                        Set.of(Role.HANDLER));
        return Decision.of(officer, Instant.parse("2026-04-15T02:00:00Z"), reasons);
    }
}
