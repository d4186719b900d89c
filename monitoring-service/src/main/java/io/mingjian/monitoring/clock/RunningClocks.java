package io.mingjian.monitoring.clock;

import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.time.DueDate;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.kit.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The clocks that run for one case; at most one per limit. */
public record RunningClocks(List<LegalClock> list) {
    public static final RunningClocks NONE = new RunningClocks(List.of());

    public RunningClocks {
        list = List.copyOf(list);
    }

    public static RunningClocks kept(KeptClocks column) {
        return new RunningClocks(column.clocks());
    }

    public KeptClocks toKeep() {
        return KeptClocks.of(list);
    }

    /** The clocks after a step's actions on that day. */
    public RunningClocks after(
            List<ClockAction> actions, Function<LimitName, LegalLimit> limits, LocalDate day) {
        Map<String, LegalClock> clocks = new LinkedHashMap<>();
        list.forEach(clock -> clocks.put(clock.limit().name(), clock));
        for (ClockAction action : actions) {
            String name = action.limit().name();
            switch (action.kind()) {
                case START ->
                        clocks.put(name, LegalClock.started(limits.apply(action.limit()), day));
                case STOP -> clocks.remove(name);
                case PAUSE -> clocks.computeIfPresent(name, (same, clock) -> clock.pausedOn(day));
                case RESUME -> clocks.computeIfPresent(name, (same, clock) -> clock.resumedOn(day));
            }
        }
        return new RunningClocks(List.copyOf(clocks.values()));
    }

    /** The first due date among them, if any runs. */
    public Optional<LocalDate> dueOn(WorkingCalendar calendar) {
        return list.stream()
                .map(clock -> clock.due(calendar).date())
                .min(Comparator.naturalOrder());
    }

    /** What a reader sees of them at that moment. */
    public List<ClockView> views(Moment moment) {
        return list.stream().map(clock -> view(clock, moment)).toList();
    }

    private static ClockView view(LegalClock clock, Moment moment) {
        DueDate due = clock.due(moment.calendar(), moment.day());
        return new ClockView(
                clock.limit().name(),
                clock.limit().term(),
                clock.startedOn(),
                due.date(),
                clock.remainingWorkingDays(moment.calendar(), moment.day()),
                due.isOverdueOn(moment.day()),
                due.provisional(),
                clock.urgency(moment.calendar(), moment.day()),
                due.basis(),
                clock.limit().status(),
                due.explanation());
    }
}
