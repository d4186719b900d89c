package io.mingjian.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Headers that tell a browser what it may do with an answer. They are set when the head is written,
 * so no route and no service can weaken them.
 */
class SecurityHeaders {
    private static final int FIRST = 1_000;
    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
                    + "object-src 'none'";
    private static final String DATA =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

    /** Headers that only the door may set; what a service says about them is dropped. */
    static final Set<String> OWN =
            Set.of(
                    "content-security-policy",
                    "x-content-type-options",
                    "x-frame-options",
                    "referrer-policy",
                    "permissions-policy",
                    "cross-origin-opener-policy",
                    "cross-origin-resource-policy",
                    "strict-transport-security");

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::filter, FIRST);
    }

    private static void filter(RoutingContext exchange) {
        exchange.addHeadersEndHandler(headEnds -> set(exchange));
        exchange.next();
    }

    private static void set(RoutingContext exchange) {
        boolean api = exchange.normalizedPath().startsWith("/api/");
        MultiMap headers = exchange.response().headers();
        headers.set("Content-Security-Policy", api ? DATA : PAGES);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if ("https".equals(exchange.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (api && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
