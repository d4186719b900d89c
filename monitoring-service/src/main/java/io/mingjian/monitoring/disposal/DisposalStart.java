package io.mingjian.monitoring.disposal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Reads the table of codes before the first request comes, so that a wrong one stops the start. */
@ApplicationScoped
class DisposalStart {
    void read(@Observes StartupEvent start) {
        for (DisposalCode code : DisposalCode.values()) {
            DisposalCodes.SHIPPED.of(code);
        }
    }
}
