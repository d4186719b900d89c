package io.mingjian.detection.preservation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Removes files of bundles that a process left behind which was killed. */
@ApplicationScoped
class BundleSweep {
    private final BundleShelf shelf;

    BundleSweep(BundleShelf shelf) {
        this.shelf = shelf;
    }

    /** At the start, and now and then. */
    @Scheduled(
            every = "${mingjian.preservation.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() throws IOException {
        shelf.sweep();
    }
}
