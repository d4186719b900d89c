package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Records that the term of a listing has run out; that it has no effect any more follows from the
 * day alone. It looks every minute, so that a new day and a start after an outage are the same to
 * it; replicas may sweep side by side.
 */
@ApplicationScoped
class EntrySweep {
    private static final Caller MACHINE = Caller.machine("registry");
    private static final int AT_ONCE = 100;

    private final Entries entries;
    private final EntrySteps steps;
    private final UnitOfWork units;
    private final Clock clock;

    EntrySweep(Entries entries, EntrySteps steps, UnitOfWork units, Clock clock) {
        this.entries = entries;
        this.steps = steps;
        this.units = units;
        this.clock = clock;
    }

    @Scheduled(
            every = "{mingjian.listing-sweep.every}",
            delayed = "{mingjian.listing-sweep.delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return round(LegalDay.today(clock))
                .chain(done -> done < AT_ONCE ? Uni.createFrom().voidItem() : sweep());
    }

    private Uni<Integer> round(LocalDate today) {
        return units.inTransaction(
                () ->
                        entries.lockRunOut(MACHINE, today, AT_ONCE)
                                .call(this::expire)
                                .map(List::size));
    }

    private Uni<Void> expire(List<UUID> ids) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID id : ids) {
            done = done.chain(() -> expire(id));
        }
        return done;
    }

    private Uni<Void> expire(UUID id) {
        return steps.now(MACHINE)
                .chain(now -> entries.find(MACHINE, id).chain(entry -> steps.runOut(entry, now)));
    }
}
