package io.mingjian.monitoring.lead;

import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Leads that an older version moved have no clock in some states, and no true record of whose time
 * runs. They get both soon after the start, and again while an older replica still works beside
 * this one. A limit that is new begins on that day, not in the past.
 */
@ApplicationScoped
public class ClockMending {
    private static final Logger LOG = Logger.getLogger(ClockMending.class);
    private static final int AT_ONCE = 200;

    /** An older replica does not work beside this one for longer. */
    private static final Duration LOOKS_BACK = Duration.ofDays(7);

    private final TaskTimes times;
    private final LegalTime time;
    private final UnitOfWork work;

    ClockMending(TaskTimes times, LegalTime time, UnitOfWork work) {
        this.times = times;
        this.time = time;
        this.work = work;
    }

    /** Mends all there are, a part in each transaction. */
    @Scheduled(
            every = "${mingjian.clock-mending.every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> mend() {
        return work.inTransaction(this::some)
                .chain(mended -> mended < AT_ONCE ? Uni.createFrom().voidItem() : mend());
    }

    private Uni<Integer> some() {
        return time.now()
                .chain(
                        now ->
                                times.untimed(AT_ONCE, now.at().minus(LOOKS_BACK))
                                        .call(found -> all(found, now)))
                .map(List::size)
                .invoke(
                        count -> {
                            if (count > 0) {
                                LOG.infof("%d leads got their clocks", count);
                            }
                        });
    }

    private Uni<Void> all(List<Lead> leads, Moment now) {
        return Multi.createFrom()
                .iterable(leads)
                .onItem()
                .transformToUniAndConcatenate(lead -> times.mend(lead, now).replaceWith(lead))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
