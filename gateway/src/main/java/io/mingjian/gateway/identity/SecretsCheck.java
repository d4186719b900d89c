package io.mingjian.gateway.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops the start with weak secrets instead of falling back to a key that each replica makes for
 * itself.
 */
@ApplicationScoped
class SecretsCheck {
    private static final int SHORTEST = 32;

    private final Secrets secrets;

    SecretsCheck(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @throws IllegalStateException if a secret has fewer than 32 characters
     */
    void check(@Observes StartupEvent started) {
        require("session-key", secrets.sessionKey());
        require("csrf-key", secrets.csrfKey());
    }

    private static void require(String name, String value) {
        if (value.length() < SHORTEST) {
            throw new IllegalStateException(
                    "mingjian.secrets." + name + " needs at least " + SHORTEST + " characters");
        }
    }
}
