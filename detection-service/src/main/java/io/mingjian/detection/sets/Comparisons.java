package io.mingjian.detection.sets;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/**
 * A thread for comparing the pictures of sets: thirty that all show one table take seconds. No
 * connection of the database is held meanwhile.
 */
@ApplicationScoped
class Comparisons {
    private final WorkerExecutor thread;

    Comparisons(Vertx vertx) {
        this.thread = vertx.createSharedWorkerExecutor("set-comparison", 1);
    }

    /** Runs the step on the thread; what follows runs where the caller was. */
    <T> Uni<T> run(Callable<T> step) {
        return Uni.createFrom()
                .completionStage(() -> thread.executeBlocking(step, false).toCompletionStage());
    }

    @PreDestroy
    void close() {
        thread.close();
    }
}
