package io.mingjian.gateway.openapi;

import io.mingjian.gateway.openapi.Description.State;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code /openapi.json} is the merged document, {@code /openapi} the page for people; a program
 * that asks {@code /openapi} for JSON gets the document too. Both are open: they say nothing that
 * is secret.
 */
@Singleton
class OpenApiPages {
    private final OpenApiSource source;
    private final Template page;
    private final String version;

    OpenApiPages(
            OpenApiSource source,
            @Location("openapi/page") Template page,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.source = source;
        this.page = page;
        this.version = version;
    }

    void open(@Observes Router router) {
        router.get("/openapi.json").handler(exchange -> answer(exchange, false));
        router.get("/openapi").handler(exchange -> answer(exchange, wantsPage(exchange)));
    }

    private static boolean wantsPage(RoutingContext exchange) {
        @Nullable String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private void answer(RoutingContext exchange, boolean asPage) {
        source.all()
                .onSuccess(descriptions -> write(exchange, descriptions, asPage))
                .onFailure(exchange::fail);
    }

    private void write(RoutingContext exchange, List<Description> descriptions, boolean asPage) {
        JsonObject document = Merge.of(descriptions, version);
        String missing =
                descriptions.stream()
                        .filter(description -> description.state() == State.MISSING)
                        .map(description -> description.service().label())
                        .collect(Collectors.joining(", "));
        exchange.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept");
        if (!missing.isEmpty()) {
            exchange.response().putHeader("X-Missing-Services", missing);
        }
        if (asPage) {
            String html =
                    page.data("document", PageView.of(document)).data("missing", missing).render();
            exchange.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(html);
        } else {
            exchange.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(document.toBuffer());
        }
    }
}
