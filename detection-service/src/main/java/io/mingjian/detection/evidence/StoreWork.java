package io.mingjian.detection.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Threads for the short calls of the store that a transaction waits for: is a file there, remove
 * it. Apart from all other work, because whoever waits here holds a connection of the database.
 */
@ApplicationScoped
class StoreWork {
    private final BlockingWork work;

    StoreWork(Vertx vertx, @ConfigProperty(name = "mingjian.evidence.store-workers") int workers) {
        this.work = new BlockingWork(vertx, "evidence-store", workers);
    }

    Uni<Void> act(BlockingWork.Step step) {
        return work.act(step);
    }

    @PreDestroy
    void close() {
        work.close();
    }
}
