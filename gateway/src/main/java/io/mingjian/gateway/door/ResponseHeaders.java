package io.mingjian.gateway.door;

import io.mingjian.gateway.upstream.Service;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller gets to read of a service's headers: nothing of the inside, nothing that the door
 * decides.
 */
final class ResponseHeaders {
    private static final Set<String> DROPPED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "upgrade",
                    "trailer",
                    "set-cookie",
                    "server",
                    "via",
                    "alt-svc",
                    "refresh",
                    "content-location",
                    "x-powered-by",
                    "x-correlation-id",
                    "ratelimit",
                    "ratelimit-policy");

    private ResponseHeaders() {}

    static void clean(MultiMap headers, Service service) {
        for (String name : List.copyOf(headers.names())) {
            if (isDropped(name)) {
                headers.remove(name);
            }
        }
        String location = headers.get("Location");
        headers.remove("Location");
        if (location != null) {
            outside(location, service).ifPresent(path -> headers.set("Location", path));
        }
    }

    /**
     * A service's {@code Location} as callers outside can use it: always an absolute path, so no
     * inner address leaks and it holds under any name the gateway is reached by. Empty if it points
     * anywhere else.
     */
    static Optional<String> outside(String location, Service service) {
        URI uri;
        try {
            uri = URI.create(location);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        if (path.startsWith(service.prefix() + "/v1/")) {
            return Optional.of(path + query);
        }
        return path.startsWith("/v1/")
                ? Optional.of(service.prefix() + path + query)
                : Optional.empty();
    }

    private static boolean isDropped(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return DROPPED.contains(name)
                || SecurityHeaders.OWN.contains(name)
                || name.startsWith("proxy-")
                || name.startsWith("access-control-");
    }
}
