package io.mingjian.gateway.door;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Limits the bodies of everything that is not {@code /api}. The framework's own limit is off,
 * because it would apply to uploads too and answer without a problem document.
 */
class PageBodies {
    private static final int BEFORE_AUTHENTICATION = 900;

    private final DoorSettings settings;

    PageBodies(DoorSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_AUTHENTICATION);
    }

    private void filter(RoutingContext exchange) {
        if (exchange.normalizedPath().startsWith("/api/")) {
            exchange.next();
            return;
        }
        long limit = settings.pageBody().asLongValue();
        if (Framing.declaredLength(exchange.request()).orElse(0) > limit) {
            Answers.refuse(exchange, Traces.of(exchange.request()), Refusal.tooLarge(limit));
            return;
        }
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        exchange.next();
    }
}
