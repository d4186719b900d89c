package io.mingjian.kit.session;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Work that would hold up an event loop, done beside it in the middle of a transaction. */
public final class Aside {
    private Aside() {}

    /** Does the work on a worker thread and comes back to the context that asked for it. */
    public static <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Context context = Vertx.currentContext();
                            return Uni.createFrom()
                                    .item(() -> called(work))
                                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                    .emitOn(task -> context.runOnContext(go -> task.run()));
                        });
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
