package io.mingjian.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Writes the door's own answers as RFC 9457 documents. */
final class Answers {
    private static final long LINGER_MS = 5_000;

    private Answers() {}

    /**
     * Answers without asking a service. What the caller is still sending is thrown away for a few
     * seconds.
     */
    static void refuse(RoutingContext exchange, Traces traces, Refusal refusal) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(refusal.problem().status());
        head(exchange, traces, refusal, response.headers());
        response.end(document(exchange, traces, refusal));
        linger(exchange);
    }

    /** Headers of the answer. */
    static void head(RoutingContext exchange, Traces traces, Refusal refusal, MultiMap headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language(exchange).tag());
        headers.set(Traces.CORRELATION, traces.correlationId());
        refusal.headers().forEach(headers::set);
    }

    /** Body of the answer. */
    static Buffer document(RoutingContext exchange, Traces traces, Refusal refusal) {
        Language language = language(exchange);
        JsonObject document =
                new JsonObject()
                        .put("type", refusal.problem().urn())
                        .put("title", refusal.problem().title(language))
                        .put("status", refusal.problem().status())
                        .put("detail", language.pick(refusal.zh(), refusal.en()));
        refusal.members().forEach(document::put);
        return document.put("traceId", traces.traceId()).toBuffer();
    }

    /**
     * Reads on for a moment after an early answer, because closing at once would make the caller's
     * machine throw the answer away; a caller that never stops is cut off.
     */
    static void linger(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        request.resume();
        exchange.vertx()
                .setTimer(
                        LINGER_MS,
                        late -> {
                            if (!request.isEnded()) {
                                cutOff(request);
                            }
                        });
    }

    private static void cutOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    private static Language language(RoutingContext exchange) {
        return Language.of(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
