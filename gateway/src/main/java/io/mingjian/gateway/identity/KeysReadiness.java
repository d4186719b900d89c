package io.mingjian.gateway.identity;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The door is ready when it can tell a good token from a bad one. Each probe tries to fetch missing
 * keys, so a gateway that started before its identity provider heals without a request and without
 * a person.
 */
@Readiness
@ApplicationScoped
class KeysReadiness implements AsyncHealthCheck {
    private final OidcKeys keys;

    KeysReadiness(OidcKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.combine()
                .all()
                .unis(keys.load(), keys.loadConsole())
                .with(KeysReadiness::answer);
    }

    private static HealthCheckResponse answer(boolean tokens, boolean console) {
        return HealthCheckResponse.named("identity provider keys")
                .status(tokens)
                .withData("tokens", tokens ? "loaded" : "missing")
                .withData("console", console ? "loaded" : "missing")
                .build();
    }
}
