package io.mingjian.gateway.door;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ties one request together across the services: the W3C trace and the caller's own
 * correlation id.
 *
 * @param traceId 32 hex digits
 * @param traceparent header to pass on, {@code null} where the tracing client writes it itself
 * @param correlationId the caller's, if it is a plain word of up to 64 characters, else a new one
 */
record Traces(String traceId, @Nullable String traceparent, String correlationId) {
    static final String CORRELATION = "X-Correlation-Id";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Traces of(HttpServerRequest request) {
        String correlation = correlation(request.getHeader(CORRELATION));
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            Span.current().setAttribute("mingjian.correlation_id", correlation);
            return new Traces(span.getTraceId(), null, correlation);
        }
        return withoutTracer(request.getHeader("traceparent"), correlation);
    }

    private static Traces withoutTracer(@Nullable String incoming, String correlation) {
        Matcher known = TRACEPARENT.matcher(incoming == null ? "" : incoming);
        if (incoming != null && known.matches()) {
            return new Traces(known.group(1), incoming, correlation);
        }
        String traceId = hex(16);
        return new Traces(traceId, "00-" + traceId + "-" + hex(8) + "-00", correlation);
    }

    private static String correlation(@Nullable String wanted) {
        return wanted != null && WORD.matcher(wanted).matches()
                ? wanted
                : UUID.randomUUID().toString();
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
