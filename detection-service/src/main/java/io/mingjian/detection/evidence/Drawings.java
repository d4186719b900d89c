package io.mingjian.detection.evidence;

import io.mingjian.detection.media.DecoderBusy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Draws the copies that people look at, out of files that may be slow to decode. Few threads,
 * because each may hold a whole picture in memory; one of them is always left to other
 * organisations than the one that asks most.
 */
@ApplicationScoped
class Drawings {
    /** As many as one page of a list can show. */
    private static final int MOST_WAITING = 200;

    /** Nobody looks at a page for longer before it is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final ExecutorService threads;
    private final Turns turns;

    Drawings(
            Vertx vertx,
            Clock clock,
            @ConfigProperty(name = "mingjian.evidence.picture-workers") int workers) {
        this.vertx = vertx;
        this.threads = Executors.newFixedThreadPool(workers, Drawings::thread);
        this.turns =
                new Turns(
                        threads,
                        new Turns.Rules(Math.max(1, workers - 1), MOST_WAITING, PATIENCE),
                        clock);
    }

    /**
     * Draws when it is the organisation's turn; what follows runs where the caller was.
     *
     * @return fails with {@link DrawingsBusy} if the turn does not come in time
     */
    Uni<byte[]> draw(String organisation, Callable<byte[]> drawing) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .<byte[]>emitter(emitter -> turns.take(organisation, job(drawing, emitter)))
                .emitOn(next -> context.runOnContext(ignored -> next.run()))
                .onFailure(DecoderBusy.class)
                .transform(busy -> new DrawingsBusy())
                .onFailure(StoreAway::is)
                .transform(StoreAway::because);
    }

    private static Turns.Job job(Callable<byte[]> drawing, UniEmitter<? super byte[]> emitter) {
        return new Turns.Job() {
            @Override
            public void run() {
                try {
                    emitter.complete(drawing.call());
                } catch (Throwable e) {
                    // Whoever waits is told of everything, a lack of memory included.
                    emitter.fail(e);
                }
            }

            @Override
            public void refuse() {
                emitter.fail(new DrawingsBusy());
            }
        };
    }

    private static Thread thread(Runnable job) {
        Thread thread = new Thread(job, "picture-work");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
