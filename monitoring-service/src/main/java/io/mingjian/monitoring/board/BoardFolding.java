package io.mingjian.monitoring.board;

import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The timer that folds fresh counts of ended leads into the kept ones. The board is right without
 * it, only slower: it adds both.
 */
@ApplicationScoped
public class BoardFolding {
    private final BoardCounts counts;
    private final UnitOfWork work;

    BoardFolding(BoardCounts counts, UnitOfWork work) {
        this.counts = counts;
        this.work = work;
    }

    @Scheduled(
            every = "{mingjian.board.fold-every:60s}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> fold() {
        return work.inTransaction(counts::fold).replaceWithVoid();
    }
}
