package io.mingjian.detection.sets;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Threads for comparing the pictures of sets: thirty that all show one table take seconds. Who
 * comes meanwhile waits; no connection of the database is held.
 */
@ApplicationScoped
class Comparisons {
    private final WorkerExecutor threads;

    Comparisons(
            Vertx vertx, @ConfigProperty(name = "mingjian.sets.comparison-workers") int workers) {
        this.threads = vertx.createSharedWorkerExecutor("set-comparison", workers);
    }

    /** Runs the step on one of the threads; what follows runs where the caller was. */
    <T> Uni<T> run(Callable<T> step) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(step, false).toCompletionStage());
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
