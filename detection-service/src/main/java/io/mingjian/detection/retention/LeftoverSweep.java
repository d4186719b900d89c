package io.mingjian.detection.retention;

import io.mingjian.detection.evidence.EvidenceKeeping;
import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Clears away files that came to no row, because the service died between keeping them and its
 * commit. No term would ever end them. It goes shelf by shelf; replicas may sweep side by side.
 *
 * <p>A database that was brought back from yesterday, or the wrong one, makes today's evidence look
 * like that. So nothing is destroyed at once: files are set aside, come back when somebody reads
 * them, and end after {@link #ASIDE}.
 */
@ApplicationScoped
class LeftoverSweep {
    private static final Logger LOG = Logger.getLogger(LeftoverSweep.class);
    private static final int SHELVES = 256;
    private static final int AT_ONCE = 500;

    /** No upload is under way for so long. */
    private static final Duration OLD = Duration.ofDays(1);

    /** Long enough to notice that a database is not the one that belongs to the store. */
    private static final Duration ASIDE = Duration.ofDays(60);

    private final EvidenceKeeping keeping;
    private final UnitOfWork units;
    private final Clock clock;

    LeftoverSweep(EvidenceKeeping keeping, UnitOfWork units, Clock clock) {
        this.keeping = keeping;
        this.units = units;
        this.clock = clock;
    }

    @Scheduled(
            every = "{mingjian.retention.leftovers-every}",
            delayed = "{mingjian.retention.leftovers-delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep(clock.instant().minus(OLD))
                .chain(() -> keeping.destroyAside(clock.instant().minus(ASIDE)))
                .invoke(
                        files ->
                                LOG.infof("%d files that lay aside for long were destroyed", files))
                .replaceWithVoid();
    }

    Uni<Void> sweep(Instant before) {
        return Multi.createFrom()
                .range(0, SHELVES)
                .map("%02x"::formatted)
                .onItem()
                .transformToUniAndConcatenate(shelf -> sweep(before, shelf))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sweep(Instant before, String shelf) {
        return units.inSession(() -> keeping.namesWrittenBefore(before, shelf))
                .chain(this::setAside)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "shelf %s is not swept yet", shelf))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> setAside(List<String> names) {
        return Multi.createFrom()
                .iterable(names)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                        portion -> units.inSession(() -> keeping.leftovers(portion)))
                .onItem()
                .<String>disjoint()
                .onItem()
                .transformToUniAndConcatenate(
                        name -> units.inTransaction(() -> keeping.setLeftoverAside(name)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
