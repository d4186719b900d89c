package io.mingjian.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/**
 * Health and metrics under {@code /q} are for those who reach the process itself: the kubelet and
 * the scraper. What an ingress passes on carries its marks, and for it these paths do not exist.
 */
class InsidePaths {
    private static final int BEFORE_AUTHENTICATION = 950;

    void register(@Observes Filters filters) {
        filters.register(InsidePaths::filter, BEFORE_AUTHENTICATION);
    }

    private static void filter(RoutingContext exchange) {
        if (isInside(exchange.normalizedPath()) && passedOn(exchange)) {
            Answers.refuse(exchange, Traces.of(exchange.request()), Refusal.of(Problem.NOT_FOUND));
            return;
        }
        exchange.next();
    }

    private static boolean isInside(String path) {
        return path.equals("/q") || path.startsWith("/q/");
    }

    private static boolean passedOn(RoutingContext exchange) {
        return Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via")
                .anyMatch(exchange.request().headers()::contains);
    }
}
