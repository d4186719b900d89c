package io.mingjian.monitoring.letter;

import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Letters whose lead a replica of the release before moved have stayed with the bureau that had it.
 * They follow soon after the start, and again while an older replica still works beside this one;
 * detection is told of each as of any other.
 */
@ApplicationScoped
public class LetterMending {
    private static final Logger LOG = Logger.getLogger(LetterMending.class);
    private static final int AT_ONCE = 100;

    private final Letters letters;
    private final LetterMoves moves;
    private final UnitOfWork work;

    LetterMending(Letters letters, LetterMoves moves, UnitOfWork work) {
        this.letters = letters;
        this.moves = moves;
        this.work = work;
    }

    /** Mends all there are, the letters of some leads in each transaction. */
    @Scheduled(
            every = "${mingjian.clock-mending.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> mend() {
        return work.inTransaction(this::some)
                .chain(mended -> mended < AT_ONCE ? Uni.createFrom().voidItem() : mend());
    }

    private Uni<Integer> some() {
        return letters.leftBehind(AT_ONCE)
                .call(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : moves.handedOver(found))
                .map(found -> found.size())
                .invoke(
                        count -> {
                            if (count > 0) {
                                LOG.infof("letters of %d leads follow them", count);
                            }
                        });
    }
}
