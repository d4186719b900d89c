package io.mingjian.gateway.console;

import io.mingjian.gateway.console.Passing.Wanted;
import io.mingjian.gateway.upstream.Service;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Pictures of evidence; drawings that could hold scripts are not passed on. */
@Singleton
class EvidencePictures {
    private static final Map<String, String> SHOWN =
            Map.of("image/jpeg", "jpg", "image/png", "png", "image/webp", "webp");

    private final Passing passing;

    EvidencePictures(Passing passing) {
        this.passing = passing;
    }

    void open(@Observes Router router) {
        String address = "/evidence/(?<id>" + Passing.ID + ")";
        router.getWithRegex(address + "/picture")
                .handler(exchange -> fetch(exchange, "content", "evidence", 404));
        // Many pictures have no heat-map; that is an empty answer and no error.
        router.getWithRegex(address + "/heatmap")
                .handler(exchange -> fetch(exchange, "heatmap", "heatmap", 204));
    }

    private void fetch(RoutingContext exchange, String what, String name, int missing) {
        String id = exchange.pathParam("id");
        passing.on(
                exchange,
                new Wanted(
                        Service.DETECTION,
                        "/v1/evidence/" + id + "/" + what,
                        SHOWN,
                        "inline",
                        name + "-" + id,
                        missing));
    }
}
