package io.mingjian.detection.generation;

import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.refusal.TooLarge;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns large bodies away before a byte is read: this service takes large ones elsewhere, and a
 * JSON text is held in memory as a whole.
 */
class BodyLimit {
    static final int MOST_BYTES = 256 * 1024;
    private static final Set<String> OURS = Set.of("generation-requests", "preservation-bundles");

    @ServerRequestFilter(nonBlocking = true)
    void check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean ours = OURS.stream().anyMatch(path::contains);
        if (!ours || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        @Nullable String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            throw new Malformed("请求须带 Content-Length。", "Send a Content-Length.");
        }
        if (tooLarge(length)) {
            throw new TooLarge("256 KiB");
        }
    }

    /** A length that is no number was refused by the server before. */
    private static boolean tooLarge(String length) {
        return length.length() > 9 || Integer.parseInt(length) > MOST_BYTES;
    }
}
