package io.mingjian.kit.lifecycle;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may take a step: alternatives, of each of which all capacities must be held.
 *
 * @param alternatives at least one, none of them empty
 */
public record By(List<Set<Actor>> alternatives) {

    public By {
        alternatives = alternatives.stream().map(Set::copyOf).toList();
        if (alternatives.isEmpty() || alternatives.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("a step is taken by somebody");
        }
    }

    /** This capacity alone is enough. */
    public static By only(Actor actor) {
        return new By(List.of(Set.of(actor)));
    }

    /** Every alternative so far needs this capacity too. */
    public By and(Actor actor) {
        return new By(alternatives.stream().map(held -> plus(held, actor)).toList());
    }

    public By or(Actor actor) {
        return or(only(actor));
    }

    public By or(By other) {
        return new By(Stream.concat(alternatives.stream(), other.alternatives.stream()).toList());
    }

    /** Whether somebody with these capacities may take the step. */
    public boolean admits(Set<Actor> actors) {
        return alternatives.stream().anyMatch(actors::containsAll);
    }

    /** Whether the suite itself is among those who may. */
    public boolean admitsMachine() {
        return alternatives.stream().anyMatch(held -> held.contains(Actor.MACHINE));
    }

    /** As officers read it: 经办人或审核人. */
    public String zh() {
        return alternatives.stream()
                .map(held -> held.stream().sorted().map(Actor::zh).collect(Collectors.joining("且")))
                .collect(Collectors.joining("或"));
    }

    private static Set<Actor> plus(Set<Actor> held, Actor actor) {
        var more = EnumSet.copyOf(held);
        more.add(actor);
        return more;
    }
}
