package io.mingjian.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/** Reads the current trace context. */
public final class Traces {
    private Traces() {}

    /** The {@code traceparent} value of the running request, if it is traced. */
    public static Optional<String> traceparent() {
        return context()
                .map(
                        context ->
                                "00-"
                                        + context.getTraceId()
                                        + "-"
                                        + context.getSpanId()
                                        + "-"
                                        + context.getTraceFlags().asHex());
    }

    /** The trace id of the running request, if it is traced. */
    public static Optional<String> traceId() {
        return context().map(SpanContext::getTraceId);
    }

    private static Optional<SpanContext> context() {
        return Optional.of(Span.current().getSpanContext()).filter(SpanContext::isValid);
    }
}
