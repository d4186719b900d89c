package io.mingjian.detection.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A few threads for what people wait for: looking at the head of an upload, drawing the served
 * copy. Few, because each may hold a whole picture in memory.
 */
@ApplicationScoped
class PictureWork {
    private final WorkerExecutor workers;

    PictureWork(
            Vertx vertx, @ConfigProperty(name = "mingjian.evidence.picture-workers") int workers) {
        this.workers = vertx.createSharedWorkerExecutor("picture-work", workers);
    }

    /** Runs the step on a worker; what follows runs where the caller was. */
    <T> Uni<T> run(Callable<T> step) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(step, false).toCompletionStage());
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
