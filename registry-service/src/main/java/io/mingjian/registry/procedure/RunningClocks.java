package io.mingjian.registry.procedure;

import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.Pause;
import io.mingjian.kit.time.PeriodUnit;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.queue.CountedClock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The legal clocks that run for one object, as they are stored: each with the limit row it was
 * started with. Due dates are derived, never stored here.
 */
public record RunningClocks(List<Stored> running) {
    /** No clock runs. */
    public static final RunningClocks NONE = new RunningClocks(List.of());

    public RunningClocks {
        running = List.copyOf(running);
    }

    /** A clock in the words of a column. */
    public record Stored(
            String limit,
            int amount,
            PeriodUnit unit,
            String basis,
            LimitStatus status,
            LocalDate validFrom,
            LocalDate startedOn,
            List<StoredPause> pauses) {

        static Stored of(LegalClock clock) {
            LegalLimit limit = clock.limit();
            return new Stored(
                    limit.name(),
                    limit.amount(),
                    limit.unit(),
                    limit.basis(),
                    limit.status(),
                    limit.validFrom(),
                    clock.startedOn(),
                    clock.pauses().stream()
                            .map(each -> new StoredPause(each.from(), each.to()))
                            .toList());
        }

        Stored of(int days, LegalLimit by) {
            return new Stored(
                    limit, days, unit, by.basis(), by.status(), by.validFrom(), startedOn, pauses);
        }

        LegalClock clock() {
            return new LegalClock(
                    new LegalLimit(limit, amount, unit, basis, status, validFrom),
                    startedOn,
                    pauses.stream().map(each -> new Pause(each.from(), each.to())).toList());
        }
    }

    /** A pause in the words of a column. */
    public record StoredPause(LocalDate from, @Nullable LocalDate to) {}

    /**
     * The clocks after a step.
     *
     * @param actions what the step does to clocks, in order
     * @param on legal day of the step; of a start, the day that does not count (Art 45)
     * @param limits the row of a limit that is in force on that day
     */
    public RunningClocks after(
            List<ClockAction> actions, LocalDate on, Function<LimitName, LegalLimit> limits) {
        List<Stored> clocks = new ArrayList<>(running);
        for (ClockAction action : actions) {
            String name = action.limit().name();
            switch (action.kind()) {
                case START -> {
                    refuseSecond(clocks, name);
                    clocks.add(Stored.of(LegalClock.started(limits.apply(action.limit()), on)));
                }
                case STOP -> clocks.removeIf(each -> each.limit().equals(name));
                case PAUSE ->
                        clocks.replaceAll(each -> changed(each, name, clock -> clock.pausedOn(on)));
                case RESUME ->
                        clocks.replaceAll(
                                each -> changed(each, name, clock -> clock.resumedOn(on)));
            }
        }
        return new RunningClocks(clocks);
    }

    /**
     * The clocks after somebody gave more time: the clock of this limit becomes longer by a row of
     * the law, its start and its pauses stay.
     */
    public RunningClocks prolonged(LimitName limit, LegalLimit by) {
        return replaced(
                limit,
                old -> {
                    if (old.unit() != by.unit()) {
                        throw new IllegalArgumentException(by.name() + " counts other days");
                    }
                    return old.of(old.amount() + by.amount(), by);
                });
    }

    /**
     * The clocks after a last day was set: the clock of this limit, which counts natural days, ends
     * on it. Later pauses still move it.
     */
    public RunningClocks prolongedTo(LimitName limit, LocalDate lastDay, LegalLimit by) {
        return replaced(
                limit,
                old -> {
                    long paused = old.clock().pauses().stream().mapToLong(Pause::days).sum();
                    long days = ChronoUnit.DAYS.between(old.startedOn(), lastDay) - paused;
                    return old.of(Math.toIntExact(days), by);
                });
    }

    private RunningClocks replaced(LimitName limit, UnaryOperator<Stored> change) {
        Stored old =
                find(limit)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "clock " + limit.name() + " does not run"));
        return new RunningClocks(
                running.stream().map(each -> each == old ? change.apply(old) : each).toList());
    }

    /** The clock of this limit, counted with today's calendar, if it runs or stands still. */
    public Optional<DueView> of(LimitName limit, WorkingCalendar calendar, LocalDate today) {
        return find(limit).map(found -> DueView.of(found.clock(), calendar, today));
    }

    /** Whether the clock of this limit has started and not stopped; it may stand still. */
    public boolean runs(LimitName limit) {
        return find(limit).isPresent();
    }

    /** Whether the clock of this limit stands still. */
    public boolean isPaused(LimitName limit) {
        return find(limit).filter(found -> found.clock().isPaused()).isPresent();
    }

    /** The clock that ends first, counted with today's calendar. */
    public Optional<DueView> mostUrgent(WorkingCalendar calendar, LocalDate today) {
        return all(calendar, today).stream().findFirst();
    }

    /** All clocks, the one that ends first in front. */
    public List<DueView> all(WorkingCalendar calendar, LocalDate today) {
        return running.stream()
                .map(each -> DueView.of(each.clock(), calendar, today))
                .sorted(Comparator.comparing(DueView::dueOn))
                .toList();
    }

    /** All clocks as the queue watches them. */
    public List<CountedClock> counted(WorkingCalendar calendar, LocalDate today) {
        return running.stream()
                .map(each -> CountedClock.of(each.clock(), calendar, today))
                .toList();
    }

    private Optional<Stored> find(LimitName limit) {
        return running.stream().filter(each -> each.limit().equals(limit.name())).findFirst();
    }

    private static void refuseSecond(List<Stored> clocks, String name) {
        if (clocks.stream().anyMatch(each -> each.limit().equals(name))) {
            throw new IllegalStateException("clock " + name + " runs already");
        }
    }

    private static Stored changed(
            Stored each, String name, Function<LegalClock, LegalClock> change) {
        return each.limit().equals(name) ? Stored.of(change.apply(each.clock())) : each;
    }
}
