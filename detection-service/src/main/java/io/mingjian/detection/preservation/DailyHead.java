package io.mingjian.detection.preservation;

import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes a head on every legal day, soon after its beginning or as soon as a replica runs on it.
 * Until then the log grows at every look, by portions with a transaction each: a day has millions
 * of seals.
 */
@ApplicationScoped
class DailyHead {
    private final Heads heads;
    private final UnitOfWork units;

    DailyHead(Heads heads, UnitOfWork units) {
        this.heads = heads;
        this.units = units;
    }

    @Scheduled(
            every = "${mingjian.preservation.head-poll}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return SealLog.all(() -> units.inTransaction(heads::growByPortion))
                .chain(() -> units.inTransaction(heads::closeDaily));
    }
}
