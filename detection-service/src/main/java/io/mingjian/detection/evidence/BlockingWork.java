package io.mingjian.detection.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.util.concurrent.Callable;

/** A few threads for steps that block; each kind of work has its own, so none waits for another. */
final class BlockingWork {
    private final WorkerExecutor workers;

    BlockingWork(Vertx vertx, String name, int threads) {
        this.workers = vertx.createSharedWorkerExecutor(name, threads);
    }

    /** A step of work with the store. */
    interface Step {
        void run() throws IOException;
    }

    /**
     * Runs the step on a worker; what follows runs where the caller was. Input and output fail here
     * only if the store does.
     */
    <T> Uni<T> run(Callable<T> step) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(step, false).toCompletionStage())
                .onFailure(StoreAway::is)
                .transform(StoreAway::because);
    }

    /** Runs a step that gives nothing back. */
    Uni<Void> act(Step step) {
        return run(() -> {
                    step.run();
                    return Boolean.TRUE;
                })
                .replaceWithVoid();
    }

    void close() {
        workers.close();
    }
}
