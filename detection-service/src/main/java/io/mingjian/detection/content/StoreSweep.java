package io.mingjian.detection.content;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Clears away what uploads that died have left in the content store. */
@ApplicationScoped
class StoreSweep {
    private final ContentStore store;

    StoreSweep(ContentStore store) {
        this.store = store;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void sweep() throws IOException {
        store.sweep();
    }
}
