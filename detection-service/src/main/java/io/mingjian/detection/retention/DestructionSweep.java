package io.mingjian.detection.retention;

import io.mingjian.detection.evidence.EvidenceKeeping;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends contents whose term is over. It looks every hour, so that a new day and a start after an
 * outage are the same to it; replicas may sweep side by side, and a piece at which one of them died
 * is ended by the next round.
 */
@ApplicationScoped
class DestructionSweep {
    private static final Logger LOG = Logger.getLogger(DestructionSweep.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 100;

    private final EvidenceKeeping keeping;
    private final UnitOfWork units;
    private final Clock clock;

    DestructionSweep(EvidenceKeeping keeping, UnitOfWork units, Clock clock) {
        this.keeping = keeping;
        this.units = units;
        this.clock = clock;
    }

    /** A piece that cannot be ended now stays for the next round and keeps no other back. */
    @Scheduled(
            every = "{mingjian.retention.every}",
            delayed = "{mingjian.retention.delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        LocalDate today = LegalDay.today(clock);
        return countOld(today).chain(() -> sweep(today, BEFORE_ALL));
    }

    private Uni<Void> countOld(LocalDate today) {
        return units.inTransaction(() -> keeping.countOld(today, AT_ONCE))
                .chain(
                        counted ->
                                counted < AT_ONCE ? Uni.createFrom().voidItem() : countOld(today));
    }

    private Uni<Void> sweep(LocalDate today, UUID after) {
        return units.inSession(() -> keeping.due(today, after, AT_ONCE))
                .call(due -> end(due, today))
                .chain(
                        due ->
                                due.size() < AT_ONCE
                                        ? Uni.createFrom().voidItem()
                                        : sweep(today, due.get(due.size() - 1)));
    }

    private Uni<Void> end(List<UUID> due, LocalDate today) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(id -> end(id, today))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> end(UUID id, LocalDate today) {
        return units.inTransaction(() -> keeping.condemn(id, today))
                .chain(() -> units.inTransaction(() -> keeping.destroy(id)))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "evidence %s is not destroyed yet", id))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
