package io.mingjian.registry.recount;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.queue.ClockWatch;
import io.mingjian.registry.queue.ClockWatch.Watched;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Carries out recounts, a thousand filings to a transaction, each of which also keeps how far it
 * has come: whatever dies, the next round goes on from there. One replica is at work at a time.
 */
@ApplicationScoped
class RecountWorker {
    private static final Caller MACHINE = Caller.machine("registry");
    private static final int AT_ONCE = 1000;

    private final Recounts recounts;
    private final ClockWatch watch;
    private final Calendars calendars;
    private final UnitOfWork units;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration wait;
    private volatile @Nullable Counter counter;

    RecountWorker(
            Recounts recounts,
            ClockWatch watch,
            Calendars calendars,
            UnitOfWork units,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "mingjian.recount.wait") Duration wait) {
        this.recounts = recounts;
        this.watch = watch;
        this.calendars = calendars;
        this.units = units;
        this.json = json;
        this.clock = clock;
        this.wait = wait;
    }

    @Scheduled(
            every = "{mingjian.recount.every}",
            delayed = "{mingjian.recount.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return units.inTransaction(
                        () ->
                                recounts.request(
                                        MACHINE, Cause.DAY, LegalDay.today(clock).toString()))
                .chain(this::chunks)
                .invoke(() -> counter = null);
    }

    private Uni<Void> chunks() {
        return units.inTransaction(this::chunk)
                .chain(more -> more ? chunks() : Uni.createFrom().voidItem());
    }

    /** Goes on with the first recount that waits; false if none does. */
    Uni<Boolean> chunk() {
        return recounts.lockWaiting(MACHINE, clock.instant().minus(wait))
                .chain(
                        found ->
                                found.map(this::advance)
                                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> advance(Recount recount) {
        return begun(recount)
                .chain(() -> watch.lockAfter(MACHINE, recount.afterId(), AT_ONCE))
                .chain(
                        clocks ->
                                clocks.isEmpty()
                                        ? recounts.finish(MACHINE, recount.id())
                                        : count(recount, clocks))
                .replaceWith(true);
    }

    private Uni<Void> begun(Recount recount) {
        return recount.startedAt() != null
                ? Uni.createFrom().voidItem()
                : watch.filings(MACHINE)
                        .chain(total -> recounts.begin(MACHINE, recount.id(), total));
    }

    private Uni<Void> count(Recount recount, List<Watched> clocks) {
        return calendars
                .current()
                .map(calendar -> counter(calendar).count(clocks))
                .call(chunk -> watch.correct(MACHINE, chunk.corrected()))
                .chain(chunk -> recounts.advance(MACHINE, recount, chunk));
    }

    private Counter counter(WorkingCalendar calendar) {
        LocalDate today = LegalDay.today(clock);
        Counter known = counter;
        if (known != null && known.isFor(calendar, today)) {
            return known;
        }
        Counter fresh = new Counter(json, calendar, today);
        counter = fresh;
        return fresh;
    }
}
