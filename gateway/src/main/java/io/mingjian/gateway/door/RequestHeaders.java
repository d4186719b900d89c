package io.mingjian.gateway.door;

import io.mingjian.gateway.identity.Operation;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a service gets to read. Nothing that claims who calls, from where or by which path comes
 * from outside: all {@code X-} headers but the listed ones are dropped, and the door writes its
 * own.
 */
final class RequestHeaders {
    /** The {@code X-} headers that callers may send to services. */
    static final Set<String> KEPT_EXTENSIONS = Set.of("x-purpose", "x-file-name");

    private static final Set<String> DROPPED =
            Set.of(
                    "forwarded",
                    "via",
                    "cookie",
                    "expect",
                    "upgrade",
                    "traceparent",
                    "tracestate",
                    "baggage",
                    "client-ip",
                    "true-client-ip");

    private RequestHeaders() {}

    /** Cleans the headers and adds where the request came from. */
    static void prepare(
            MultiMap headers, HttpServerRequest request, Operation operation, Traces traces) {
        for (String name : List.copyOf(headers.names())) {
            if (isDropped(name)) {
                headers.remove(name);
            }
        }
        String tracestate = request.getHeader("tracestate");
        if (traces.traceparent() != null) {
            headers.set("traceparent", traces.traceparent());
            if (tracestate != null
                    && traces.traceparent().equals(request.getHeader("traceparent"))) {
                headers.set("tracestate", tracestate);
            }
        }
        headers.set(Traces.CORRELATION, traces.correlationId());
        headers.set("X-Forwarded-Prefix", operation.service().prefix());
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
        HostAndPort host = request.authority();
        if (host != null) {
            headers.set("X-Forwarded-Host", host.toString());
        }
        headers.remove(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean isDropped(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return DROPPED.contains(name)
                || name.startsWith("proxy-")
                || name.startsWith("x-") && !KEPT_EXTENSIONS.contains(name);
    }
}
