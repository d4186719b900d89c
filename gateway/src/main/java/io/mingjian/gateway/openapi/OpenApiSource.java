package io.mingjian.gateway.openapi;

import io.mingjian.gateway.openapi.Description.State;
import io.mingjian.gateway.upstream.Service;
import io.mingjian.gateway.upstream.Upstream;
import io.mingjian.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services for their descriptions and keeps the answers for a while; many askers cause one
 * question.
 */
@Singleton
public class OpenApiSource {
    private static final Logger LOG = Logger.getLogger(OpenApiSource.class);
    private static final int TIMEOUT_MS = 3_000;
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Upstreams upstreams;
    private final OpenApiSettings settings;
    private final Clock clock;
    private final HttpClient client;
    private final Map<Service, Kept> kept = new EnumMap<>(Service.class);
    private final Map<Service, JsonObject> lastHeard = new EnumMap<>(Service.class);

    OpenApiSource(Upstreams upstreams, OpenApiSettings settings, Clock clock, Vertx vertx) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MS));
    }

    /** Descriptions of all services in their order; never fails. */
    Future<List<Description>> all() {
        List<Future<Description>> asked = Arrays.stream(Service.values()).map(this::of).toList();
        return Future.all(asked).map(all -> all.list());
    }

    private synchronized Future<Description> of(Service service) {
        Kept before = kept.get(service);
        if (before != null && before.until().isAfter(clock.instant())) {
            return before.answer();
        }
        Promise<Description> answer = Promise.promise();
        kept.put(service, new Kept(answer.future(), clock.instant().plus(settings.keep())));
        ask(service)
                .map(document -> heard(service, document))
                .otherwise(failure -> notHeard(service, failure))
                .onComplete(answer);
        return answer.future();
    }

    private synchronized Description heard(Service service, JsonObject document) {
        lastHeard.put(service, document);
        return new Description(service, State.CURRENT, document);
    }

    private synchronized Description notHeard(Service service, Throwable failure) {
        LOG.warnf("%s gives no description: %s", service.label(), failure.getMessage());
        @Nullable JsonObject before = lastHeard.get(service);
        Description answer =
                new Description(service, before == null ? State.MISSING : State.STALE, before);
        kept.put(
                service,
                new Kept(Future.succeededFuture(answer), clock.instant().plus(settings.retry())));
        return answer;
    }

    private Future<JsonObject> ask(Service service) {
        Upstream upstream = upstreams.of(service);
        RequestOptions description =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(upstream.host())
                        .setPort(upstream.port())
                        .setSsl(upstream.ssl())
                        .setConnectTimeout(TIMEOUT_MS)
                        .setIdleTimeout(TIMEOUT_MS)
                        .putHeader("Accept", "application/json")
                        .setURI("/q/openapi?format=json");
        return client.request(description)
                .compose(request -> request.send())
                .compose(OpenApiSource::body)
                .map(JsonObject::new);
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("status " + response.statusCode());
        }
        Buffer whole = Buffer.buffer();
        response.handler(
                piece -> {
                    if (whole.length() + piece.length() > LARGEST) {
                        response.request().reset();
                    } else {
                        whole.appendBuffer(piece);
                    }
                });
        return response.end().map(end -> whole);
    }

    private record Kept(Future<Description> answer, Instant until) {}
}
