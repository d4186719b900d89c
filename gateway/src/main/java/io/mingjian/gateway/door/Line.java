package io.mingjian.gateway.door;

import io.mingjian.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Connections to one service, apart from those to the others: one that hangs takes no breath from
 * them.
 */
final class Line {
    private static final ProxyOptions NO_WEB_SOCKETS =
            new ProxyOptions().setSupportWebSocket(false);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final HttpClient client;
    private final RequestOptions target;

    Line(Vertx vertx, Upstream upstream, DoorSettings settings) {
        int connect = Math.toIntExact(settings.connect().toMillis());
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(connect)
                                .setIdleTimeout(
                                        Math.toIntExact(
                                                settings.silence()
                                                        .plus(longest(settings))
                                                        .toMillis()))
                                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                                .setKeepAliveTimeout(30)
                                .setMaxWaitQueueSize(settings.waiting()),
                        new PoolOptions().setHttp1MaxSize(settings.connections()));
        target =
                new RequestOptions()
                        .setHost(upstream.host())
                        .setPort(upstream.port())
                        .setSsl(upstream.ssl())
                        .setConnectTimeout(connect + WAIT.toMillis());
    }

    HttpProxy proxy(OriginRequestProvider origin) {
        return HttpProxy.reverseProxy(NO_WEB_SOCKETS, client).origin(origin);
    }

    Future<HttpClientRequest> connect() {
        return client.request(new RequestOptions(target)).onSuccess(Line::keepQuiet);
    }

    /**
     * The failure comes with the answer; without this it would be logged a second time as an error.
     */
    private static void keepQuiet(HttpClientRequest request) {
        request.exceptionHandler(failure -> {});
    }

    Future<Void> close() {
        return client.close();
    }

    private static Duration longest(DoorSettings settings) {
        return settings.answer().patient().compareTo(settings.answer().quick()) > 0
                ? settings.answer().patient()
                : settings.answer().quick();
    }
}
