package io.mingjian.kit.testing;

import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table as a graph: what can be reached, and the shortest way to an end. */
final class LifecycleGraph {
    private LifecycleGraph() {}

    static <S extends Enum<S>, T extends Enum<T>> Set<S> reachable(
            Lifecycle<S, T> lifecycle, S from) {
        var seen = EnumSet.of(from);
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            S state = next.remove();
            for (Row<S, T> row : lifecycle.rows()) {
                if (row.from() == state && seen.add(row.to())) {
                    next.add(row.to());
                }
            }
        }
        return seen;
    }

    /**
     * Rows that lead from this state to the nearest end; empty at an end, and if there is no way.
     */
    static <S extends Enum<S>, T extends Enum<T>> List<Row<S, T>> wayToAnEnd(
            Lifecycle<S, T> lifecycle, S from) {
        var ways = new ArrayDeque<List<Row<S, T>>>();
        var seen = new HashSet<S>(Set.of(from));
        ways.add(List.of());
        while (!ways.isEmpty()) {
            List<Row<S, T>> way = ways.remove();
            S at = way.isEmpty() ? from : way.get(way.size() - 1).to();
            if (lifecycle.isEnd(at)) {
                return way;
            }
            for (Row<S, T> row : lifecycle.rows()) {
                if (row.from() == at && seen.add(row.to())) {
                    var longer = new ArrayList<>(way);
                    longer.add(row);
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }

    static Set<Actor> anyWhoMay(Row<?, ?> row) {
        return row.by().alternatives().get(0);
    }
}
