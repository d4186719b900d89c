package io.mingjian.monitoring.finding;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Whoever replaced the table of platforms and not that of their organisations could send none of
 * them a letter, and would learn it letter by letter. No fault that stops the start: findings may
 * name a platform with which the bureau has no business.
 */
@ApplicationScoped
class PlatformsStart {
    private static final Logger LOG = Logger.getLogger(PlatformsStart.class);

    void compare(@Observes StartupEvent start) {
        List<String> unanswered = PlatformOrganisations.SHIPPED.unansweredOf(Platforms.SHIPPED);
        if (!unanswered.isEmpty()) {
            LOG.warnf(
                    "no organisation answers for these platforms, letters and campaigns cannot name"
                            + " one: %s; add them to platform-organisations.yaml",
                    unanswered);
        }
    }
}
