package io.mingjian.detection.content;

import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the content store takes files. */
@Readiness
class StoreReadiness implements HealthCheck {
    private final ContentStore store;

    StoreReadiness(ContentStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            store.probe();
            return HealthCheckResponse.up("content-store");
        } catch (IOException e) {
            return HealthCheckResponse.named("content-store")
                    .down()
                    .withData("reason", e.getClass().getSimpleName())
                    .build();
        }
    }
}
