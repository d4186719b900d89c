package io.mingjian.registry.procedure;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingClock;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.queue.ClockWatch;
import io.mingjian.registry.queue.ClockWatch.Due;
import io.mingjian.registry.queue.ClockWatch.Reached;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Announces that a clock has used up half or 80 % of its period, or that its last day has passed:
 * each once per run of the clock. It looks every minute for what has come due since; so a new day,
 * a start after an outage and a filing that was entered late are all the same to it.
 *
 * <p>Replicas may sweep side by side: a clock is held by the one that announces it, and the
 * announcement commits together with the note that it was made.
 */
@ApplicationScoped
class ClockSweep {
    private static final Caller MACHINE = Caller.machine("registry");
    private static final int AT_ONCE = 200;

    private final ClockWatch watch;
    private final Outbox outbox;
    private final UnitOfWork units;
    private final Clock clock;

    ClockSweep(ClockWatch watch, Outbox outbox, UnitOfWork units, Clock clock) {
        this.watch = watch;
        this.outbox = outbox;
        this.units = units;
        this.clock = clock;
    }

    @Scheduled(
            every = "{mingjian.clock-sweep.every}",
            delayed = "{mingjian.clock-sweep.delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep(LegalDay.today(clock));
    }

    /** Announces all that is due on a day. */
    Uni<Void> sweep(LocalDate today) {
        return units.inTransaction(() -> round(today))
                .chain(done -> done < AT_ONCE ? Uni.createFrom().voidItem() : sweep(today));
    }

    private Uni<Integer> round(LocalDate today) {
        return watch.lockDue(MACHINE, today, AT_ONCE)
                .call(due -> due.isEmpty() ? Uni.createFrom().voidItem() : announce(due, today))
                .map(List::size);
    }

    private Uni<Void> announce(List<Due> due, LocalDate today) {
        List<Event> events =
                due.stream()
                        .flatMap(
                                each ->
                                        Share.reached(each, today)
                                                .filter(share -> share.percent > each.told())
                                                .map(share -> share.of(each)))
                        .toList();
        List<Reached> reached =
                due.stream()
                        .map(
                                each ->
                                        new Reached(
                                                each.filingId(),
                                                each.limit(),
                                                Share.reached(each, today)
                                                        .mapToInt(share -> share.percent)
                                                        .max()
                                                        .orElse(0)))
                        .toList();
        return watch.reached(MACHINE, reached).chain(() -> outbox.append(events));
    }

    /** What is announced of a clock, in rising order. */
    private enum Share {
        HALF(50, EventType.FILING_CLOCK_WARNED),
        NEARLY(80, EventType.FILING_CLOCK_WARNED),
        OVER(100, EventType.FILING_CLOCK_BREACHED);

        private final int percent;
        private final EventType type;

        Share(int percent, EventType type) {
            this.percent = percent;
            this.type = type;
        }

        static Stream<Share> reached(Due due, LocalDate today) {
            return Stream.of(values()).filter(share -> !today.isBefore(share.firstDay(due)));
        }

        private LocalDate firstDay(Due due) {
            return switch (this) {
                case HALF -> due.halfOn();
                case NEARLY -> due.nearlyOn();
                case OVER -> due.dueOn().plusDays(1);
            };
        }

        private Event of(Due due) {
            return new Event(
                    type,
                    new FilingClock(
                            due.filingId(),
                            due.kind(),
                            due.limit(),
                            due.holder(),
                            due.dueOn(),
                            percent));
        }
    }
}
