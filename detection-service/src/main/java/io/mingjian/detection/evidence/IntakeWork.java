package io.mingjian.detection.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Threads for whole files on their way into the store and out of it. Nothing is decoded here, and
 * no transaction waits for it.
 */
@ApplicationScoped
class IntakeWork {
    private final BlockingWork work;

    IntakeWork(
            Vertx vertx, @ConfigProperty(name = "mingjian.evidence.intake-workers") int workers) {
        this.work = new BlockingWork(vertx, "evidence-intake", workers);
    }

    <T> Uni<T> run(Callable<T> step) {
        return work.run(step);
    }

    @PreDestroy
    void close() {
        work.close();
    }
}
