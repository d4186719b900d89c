package io.mingjian.kit.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Units of work for a worker thread, which waits for their end; never for an event loop. */
@ApplicationScoped
public class Work {
    private static final Duration MOST = Duration.ofMinutes(2);

    private final UnitOfWork unit;

    Work(UnitOfWork unit) {
        this.unit = unit;
    }

    public <T> T transaction(Supplier<Uni<T>> work) {
        return unit.inTransaction(work).await().atMost(MOST);
    }

    public <T> T session(Supplier<Uni<T>> work) {
        return unit.inSession(work).await().atMost(MOST);
    }
}
