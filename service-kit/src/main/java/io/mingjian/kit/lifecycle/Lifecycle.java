package io.mingjian.kit.lifecycle;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.kit.refusal.StepNotAllowed;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A procedure: the table of its lawful steps, where it begins and where it ends.
 *
 * <pre>{@code
 * static final Lifecycle<ComplaintState, ComplaintStep> TABLE = Lifecycle.of(
 *         "complaint", REGISTERED, EnumSet.of(CLOSED),
 *         //  from        step    to            by       reasons   clocks                                  Article
 *         row(REGISTERED, ROUTE,  ROUTED,       INTAKE,  OPTIONAL, start(ACCEPTANCE),                      "41, 15"),
 *         row(ROUTED,     ACCEPT, ACCEPTED,     OFFICER, REQUIRED, stop(ACCEPTANCE).start(MEDIATION)      , "15, 23(5)"));
 * }</pre>
 *
 * Every table is tested with {@code LifecycleLaws} and printed to {@code docs/lifecycles} by {@link
 * LifecycleDocument}.
 */
public final class Lifecycle<S extends Enum<S>, T extends Enum<T>> {
    private final String name;
    private final S initial;
    private final Set<S> ends;
    private final List<Row<S, T>> rows;
    private final ClockActions opening;

    private Lifecycle(
            String name, S initial, Set<S> ends, List<Row<S, T>> rows, ClockActions opening) {
        this.name = name;
        this.initial = initial;
        this.ends = Set.copyOf(ends);
        this.rows = rows;
        this.opening = opening;
    }

    /**
     * @param name kebab-case, also the name of the document
     * @param ends states in which nothing more can happen
     * @throws IllegalArgumentException when a state has two rows for the same step
     */
    @SafeVarargs
    public static <S extends Enum<S>, T extends Enum<T>> Lifecycle<S, T> of(
            String name, S initial, Set<S> ends, Row<S, T>... rows) {
        var seen = new HashSet<List<Enum<?>>>();
        for (Row<S, T> row : rows) {
            if (!seen.add(List.of(row.from(), row.step()))) {
                throw new IllegalArgumentException(
                        "%s has two rows for %s in %s".formatted(name, row.step(), row.from()));
            }
        }
        return new Lifecycle<>(name, initial, ends, List.of(rows), Clocks.none());
    }

    /** The same table, of a procedure whose beginning already starts clocks. */
    public Lifecycle<S, T> opening(ClockActions clocks) {
        return new Lifecycle<>(name, initial, ends, rows, clocks);
    }

    public String name() {
        return name;
    }

    public S initial() {
        return initial;
    }

    /** What the beginning of the procedure does to clocks. */
    public List<ClockAction> opening() {
        return opening.list();
    }

    public Set<S> ends() {
        return ends;
    }

    public boolean isEnd(S state) {
        return ends.contains(state);
    }

    public List<Row<S, T>> rows() {
        return rows;
    }

    /** Every state there is, also those that no row names. */
    public Set<S> states() {
        return EnumSet.allOf(initial.getDeclaringClass());
    }

    /** Every step there is, also those that no row names. */
    public Set<T> steps() {
        return EnumSet.allOf(rows.get(0).step().getDeclaringClass());
    }

    public Optional<Row<S, T>> row(S state, T step) {
        return rows.stream().filter(row -> row.from() == state && row.step() == step).findFirst();
    }

    /** The steps that are open in this state, whoever takes them, in the order of the table. */
    public List<T> openSteps(S state) {
        return rows.stream().filter(row -> row.from() == state).map(Row::step).toList();
    }

    /**
     * The steps that somebody with these capacities may take now; a console shows them as buttons.
     */
    public List<T> openSteps(S state, Set<Actor> actors) {
        return rows.stream()
                .filter(row -> row.from() == state && row.by().admits(actors))
                .map(Row::step)
                .toList();
    }

    /** The steps that this caller may take now. */
    public List<T> openSteps(S state, Caller caller) {
        return openSteps(state, Actor.of(caller));
    }

    /**
     * Takes a step in these capacities.
     *
     * @throws StepNotAllowed when there is no such row or it is not for these capacities; names the
     *     steps that are open to them
     * @throws ReasonsMissing when the row needs a decision and there is none
     */
    public Transition<S, T> step(S state, T step, Set<Actor> actors, @Nullable Decision decision) {
        Row<S, T> row =
                row(state, step)
                        .filter(found -> found.by().admits(actors))
                        .orElseThrow(
                                () -> new StepNotAllowed(state, step, openSteps(state, actors)));
        if (row.needsReasons() && decision == null) {
            throw new ReasonsMissing();
        }
        return new Transition<>(state, step, row.to(), row.clocks().list(), row.article());
    }

    /**
     * Takes a step as this caller, who must also be the one who decided.
     *
     * @throws StepNotAllowed as above
     * @throws ReasonsMissing as above
     */
    public Transition<S, T> step(S state, T step, Caller caller, @Nullable Decision decision) {
        if (decision != null && !decision.by().subject().equals(caller.subject())) {
            throw new IllegalArgumentException("the decision is not the caller's own");
        }
        return step(state, step, Actor.of(caller), decision);
    }
}
