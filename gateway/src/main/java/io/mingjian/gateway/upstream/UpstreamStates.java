package io.mingjian.gateway.upstream;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells beside the gateway's own readiness which services are ready. Always UP: it informs and
 * decides nothing.
 */
@Readiness
@ApplicationScoped
class UpstreamStates implements AsyncHealthCheck {
    private static final int TIMEOUT_MS = 1_000;

    private final Upstreams upstreams;
    private final HttpClient client;

    UpstreamStates(Upstreams upstreams, Vertx vertx) {
        this.upstreams = upstreams;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MS));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Map<Service, Future<String>> asked = new EnumMap<>(Service.class);
        Arrays.stream(Service.values()).forEach(service -> asked.put(service, state(service)));
        return Uni.createFrom()
                .completionStage(
                        () ->
                                Future.all(List.copyOf(asked.values()))
                                        .map(all -> answer(asked))
                                        .toCompletionStage());
    }

    private static HealthCheckResponse answer(Map<Service, Future<String>> asked) {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("upstreams (information)").up();
        asked.forEach((service, state) -> answer.withData(service.label(), state.result()));
        return answer.build();
    }

    private Future<String> state(Service service) {
        Upstream upstream = upstreams.of(service);
        RequestOptions ready =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(upstream.host())
                        .setPort(upstream.port())
                        .setSsl(upstream.ssl())
                        .setConnectTimeout(TIMEOUT_MS)
                        .setIdleTimeout(TIMEOUT_MS)
                        .setURI("/q/health/ready");
        return client.request(ready)
                .compose(request -> request.send())
                .map(response -> response.statusCode() == 200 ? "ready" : "not ready")
                .otherwise("unreachable");
    }
}
