package io.mingjian.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.OptionalLong;

/** How a request says where its body ends. */
final class Framing {
    private Framing() {}

    /** Value of {@code Content-Length}; empty where there is none or it is no number. */
    static OptionalLong declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !length.matches("\\d{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(length));
    }

    /**
     * One meaning only: at most one length, and no length beside a transfer coding (RFC 9112 §6.3).
     */
    static boolean isPlain(HttpServerRequest request) {
        List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty()) {
            return lengths.isEmpty() || lengths.size() == 1 && declaredLength(request).isPresent();
        }
        return lengths.isEmpty()
                && codings.size() == 1
                && "chunked".equalsIgnoreCase(codings.get(0));
    }
}
