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
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets files of the services flow through the console's own address with the officer's token; the
 * services write each look into their logs.
 */
@Singleton
class Passing {
    static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Logger LOG = Logger.getLogger(Passing.class);
    private static final int PATIENCE_MS = 20_000;

    /** What a service says of the request; all else says only that it is in trouble. */
    private static final Set<Integer> TOLD = Set.of(401, 403, 409, 410, 429, 503);

    private final Upstreams upstreams;
    private final Officers officers;
    private final HttpClient client;

    Passing(Upstreams upstreams, Officers officers, Vertx vertx) {
        this.upstreams = upstreams;
        this.officers = officers;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(2_000)
                                .setKeepAliveTimeout(Services.KEEP_ALIVE));
    }

    /**
     * A file of a service.
     *
     * @param uri inside the service
     * @param types that are passed on, with the ending that each has; everything else is not
     * @param shown {@code inline} or {@code attachment}
     * @param name without its ending
     * @param missing status if there is none
     */
    record Wanted(
            Service service,
            String uri,
            Map<String, String> types,
            String shown,
            String name,
            int missing) {}

    void on(RoutingContext exchange, Wanted wanted) {
        QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(officers::of)
                .subscribe()
                .with(
                        officer -> fetch(exchange, officer, wanted),
                        stranger -> exchange.response().setStatusCode(401).end());
    }

    private void fetch(RoutingContext exchange, Officer officer, Wanted wanted) {
        client.request(options(exchange, officer, wanted))
                .compose(request -> request.send())
                .compose(answer -> pass(answer, exchange.response(), wanted))
                .onFailure(failure -> broken(exchange, failure));
    }

    /**
     * What the browser still has is named, so that it is neither sent nor noted as a look again.
     */
    private RequestOptions options(RoutingContext exchange, Officer officer, Wanted wanted) {
        Upstream upstream = upstreams.of(wanted.service());
        @Nullable String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        RequestOptions options = options(officer, wanted, upstream);
        return known == null ? options : options.putHeader(HttpHeaders.IF_NONE_MATCH, known);
    }

    private static RequestOptions options(Officer officer, Wanted wanted, Upstream upstream) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setSsl(upstream.ssl())
                .setURI(wanted.uri())
                .setConnectTimeout(2_000)
                .setIdleTimeout(PATIENCE_MS)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + officer.token());
    }

    private static Future<Void> pass(
            HttpClientResponse answer, HttpServerResponse out, Wanted wanted) {
        if (answer.statusCode() == 304) {
            return keeping(answer, out).setStatusCode(304).end();
        }
        String type = type(answer.getHeader(HttpHeaders.CONTENT_TYPE));
        String ending = wanted.types().get(type);
        if (answer.statusCode() != 200 || ending == null) {
            answer.exceptionHandler(cut -> LOG.debugf("left unread: %s", cut));
            answer.request().reset();
            return out.setStatusCode(status(answer.statusCode(), wanted)).end();
        }
        keeping(answer, out)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        wanted.shown() + "; filename=\"" + wanted.name() + "." + ending + "\"");
        @Nullable String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            out.setChunked(true);
        } else {
            out.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        return answer.pipeTo(out);
    }

    /** Only what has a tag may be kept, as long as the service says; everything else is not. */
    private static HttpServerResponse keeping(HttpClientResponse answer, HttpServerResponse out) {
        @Nullable String tag = answer.getHeader(HttpHeaders.ETAG);
        @Nullable String kept = answer.getHeader(HttpHeaders.CACHE_CONTROL);
        if (tag == null || kept == null) {
            return out.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
        return out.putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, kept);
    }

    private static int status(int inside, Wanted wanted) {
        if (inside == 404) {
            return wanted.missing();
        }
        return TOLD.contains(inside) ? inside : 502;
    }

    private static String type(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip();
    }

    private static void broken(RoutingContext exchange, Throwable failure) {
        LOG.warnf("a file did not come: %s", failure.toString());
        HttpServerResponse out = exchange.response();
        if (out.headWritten()) {
            out.reset();
        } else {
            out.setStatusCode(502).end();
        }
    }
}
