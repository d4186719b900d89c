package io.mingjian.kit.testing;

import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every state together with every way its clocks can stand, found by walking all rows. */
final class ClockSituations<S extends Enum<S>, T extends Enum<T>> {

    private enum Standing {
        RUNS,
        STANDS_STILL
    }

    private record Situation<S>(S state, Map<String, Standing> clocks) {}

    private final Lifecycle<S, T> lifecycle;
    private final Map<Situation<S>, Set<Situation<S>>> next = new LinkedHashMap<>();
    private final Set<String> wrongPauses = new HashSet<>();
    private final Set<String> secondStarts = new HashSet<>();

    private ClockSituations(Lifecycle<S, T> lifecycle) {
        this.lifecycle = lifecycle;
    }

    static <S extends Enum<S>, T extends Enum<T>> ClockSituations<S, T> of(
            Lifecycle<S, T> lifecycle) {
        var situations = new ClockSituations<>(lifecycle);
        situations.explore();
        return situations;
    }

    Set<String> wrongPauses() {
        return wrongPauses;
    }

    Set<String> secondStarts() {
        return secondStarts;
    }

    List<String> runningAtAnEnd() {
        return next.keySet().stream()
                .filter(at -> lifecycle.isEnd(at.state()) && !at.clocks().isEmpty())
                .map(Situation::toString)
                .toList();
    }

    List<String> endlessPauses() {
        var endless = new ArrayList<String>();
        for (Situation<S> at : next.keySet()) {
            at.clocks()
                    .forEach(
                            (clock, standing) -> {
                                if (standing == Standing.STANDS_STILL && !pauseCanEnd(at, clock)) {
                                    endless.add(clock + " in " + at);
                                }
                            });
        }
        return endless;
    }

    private void explore() {
        var open = new ArrayDeque<Situation<S>>();
        open.add(acted(Map.of(), lifecycle.opening(), lifecycle.initial(), "the opening"));
        while (!open.isEmpty()) {
            Situation<S> at = open.remove();
            if (next.containsKey(at)) {
                continue;
            }
            var after = new HashSet<Situation<S>>();
            for (Row<S, T> row : lifecycle.rows()) {
                if (row.from() == at.state()) {
                    after.add(taken(at, row));
                }
            }
            next.put(at, after);
            open.addAll(after);
        }
    }

    private Situation<S> taken(Situation<S> at, Row<S, T> row) {
        return acted(at.clocks(), row.clocks().list(), row.to(), row.toString());
    }

    private Situation<S> acted(
            Map<String, Standing> before, List<ClockAction> actions, S to, String where) {
        var clocks = new TreeMap<>(before);
        actions.forEach(action -> act(action, clocks, where));
        return new Situation<>(to, Map.copyOf(clocks));
    }

    private void act(ClockAction action, Map<String, Standing> clocks, String where) {
        String clock = action.limit().name();
        switch (action.kind()) {
            case START -> {
                if (clocks.put(clock, Standing.RUNS) != null) {
                    secondStarts.add(clock + " in " + where);
                }
            }
            case STOP -> clocks.remove(clock);
            case PAUSE -> change(clocks, clock, Standing.RUNS, Standing.STANDS_STILL, where);
            case RESUME -> change(clocks, clock, Standing.STANDS_STILL, Standing.RUNS, where);
        }
    }

    private void change(
            Map<String, Standing> clocks, String clock, Standing from, Standing to, String where) {
        if (!clocks.replace(clock, from, to)) {
            wrongPauses.add(clock + " in " + where);
        }
    }

    private boolean pauseCanEnd(Situation<S> from, String clock) {
        var seen = new HashMap<Situation<S>, Boolean>();
        var open = new ArrayDeque<Situation<S>>();
        open.add(from);
        while (!open.isEmpty()) {
            Situation<S> at = open.remove();
            if (at.clocks().get(clock) != Standing.STANDS_STILL) {
                return true;
            }
            if (seen.put(at, true) == null) {
                open.addAll(next.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }
}
