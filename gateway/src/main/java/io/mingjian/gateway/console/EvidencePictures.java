package io.mingjian.gateway.console;

import io.mingjian.gateway.upstream.Service;
import io.mingjian.gateway.upstream.Upstream;
import io.mingjian.gateway.upstream.Upstreams;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of evidence from the console's own address: they flow through with the officer's token,
 * and the detection service writes each look into the chain of custody.
 */
@Singleton
class EvidencePictures {
    private static final Logger LOG = Logger.getLogger(EvidencePictures.class);
    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp");
    private static final int PATIENCE_MS = 20_000;

    private final Upstreams upstreams;
    private final Officers officers;
    private final HttpClient client;

    EvidencePictures(Upstreams upstreams, Officers officers, Vertx vertx) {
        this.upstreams = upstreams;
        this.officers = officers;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2_000));
    }

    void open(@Observes Router router) {
        router.getWithRegex("/evidence/(?<id>" + ID + ")/picture")
                .handler(exchange -> fetch(exchange, "content", "evidence"));
        router.getWithRegex("/evidence/(?<id>" + ID + ")/heatmap")
                .handler(exchange -> fetch(exchange, "heatmap", "heatmap"));
    }

    private void fetch(RoutingContext exchange, String what, String name) {
        QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(officers::of)
                .subscribe()
                .with(
                        officer -> fetch(exchange, officer, what, name),
                        stranger -> exchange.response().setStatusCode(401).end());
    }

    private void fetch(RoutingContext exchange, Officer officer, String what, String name) {
        String id = exchange.pathParam("id");
        client.request(options(officer, "/v1/evidence/" + id + "/" + what))
                .compose(request -> request.send())
                .compose(answer -> pass(answer, exchange.response(), name + "-" + id))
                .onFailure(failure -> broken(exchange, failure));
    }

    private RequestOptions options(Officer officer, String path) {
        Upstream upstream = upstreams.of(Service.DETECTION);
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setSsl(upstream.ssl())
                .setURI(path)
                .setConnectTimeout(2_000)
                .setIdleTimeout(PATIENCE_MS)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + officer.token());
    }

    private static Future<Void> pass(
            HttpClientResponse answer, HttpServerResponse out, String name) {
        String type = type(answer.getHeader(HttpHeaders.CONTENT_TYPE));
        if (answer.statusCode() != 200 || !SHOWN.contains(type)) {
            answer.exceptionHandler(cut -> LOG.debugf("left unread: %s", cut));
            answer.request().reset();
            return out.setStatusCode(status(answer.statusCode(), name)).end();
        }
        String ending = "image/jpeg".equals(type) ? "jpg" : type.substring("image/".length());
        out.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .putHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + name + "." + ending + "\"");
        @Nullable String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            out.setChunked(true);
        } else {
            out.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        return answer.pipeTo(out);
    }

    /** Many pictures have no heat-map; that is an empty answer and no error. */
    private static int status(int inside, String name) {
        if (inside == 404) {
            return name.startsWith("heatmap") ? 204 : 404;
        }
        return inside == 401 || inside == 403 || inside == 429 ? inside : 502;
    }

    private static String type(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip();
    }

    private static void broken(RoutingContext exchange, Throwable failure) {
        LOG.warnf("a picture did not come: %s", failure.toString());
        HttpServerResponse out = exchange.response();
        if (out.headWritten()) {
            out.reset();
        } else {
            out.setStatusCode(502).end();
        }
    }
}
