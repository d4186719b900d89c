package io.mingjian.detection.analysis;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when the reuse search knows everything that was stored before the start. */
@Readiness
class IndexReadiness implements HealthCheck {
    private final ReuseIndex index;

    IndexReadiness(ReuseIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reuse-index").status(index.isLoaded()).build();
    }
}
