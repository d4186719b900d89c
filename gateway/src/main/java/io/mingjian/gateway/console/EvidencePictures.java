package io.mingjian.gateway.console;

import io.mingjian.gateway.console.Passing.Wanted;
import io.mingjian.gateway.upstream.Service;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Pictures of evidence and the papers about it. A drawing that could hold scripts is passed on as a
 * file to keep, never as a picture to show.
 */
@Singleton
class EvidencePictures {
    private static final Map<String, String> SHOWN =
            Map.of("image/jpeg", "jpg", "image/png", "png", "image/webp", "webp");

    private static final Map<String, String> REPORT = Map.of("application/pdf", "pdf");
    private static final Map<String, String> DRAWING = Map.of("image/svg+xml", "svg");

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
        router.getWithRegex(address + "/thumbnail")
                .handler(exchange -> fetch(exchange, "thumbnail", "thumbnail", 404));
        router.getWithRegex(address + "/maps/(?<kind>ela|jpeg-ghost|noise)")
                .handler(exchange -> map(exchange, exchange.pathParam("kind")));
        router.getWithRegex(address + "/report\\.pdf")
                .handler(exchange -> keep(exchange, "report?format=pdf", REPORT, "report"));
        router.getWithRegex(address + "/overlay\\.svg")
                .handler(exchange -> keep(exchange, "report/overlay.svg", DRAWING, "overlay"));
    }

    private void map(RoutingContext exchange, String kind) {
        fetch(exchange, "maps/" + kind, kind, 404);
    }

    private void fetch(RoutingContext exchange, String what, String name, int missing) {
        pass(exchange, what, SHOWN, "inline", name, missing);
    }

    private void keep(
            RoutingContext exchange, String what, Map<String, String> types, String name) {
        pass(exchange, what, types, "attachment", name, 404);
    }

    private void pass(
            RoutingContext exchange,
            String what,
            Map<String, String> types,
            String shown,
            String name,
            int missing) {
        String id = exchange.pathParam("id");
        passing.on(
                exchange,
                new Wanted(
                        Service.DETECTION,
                        "/v1/evidence/" + id + "/" + what,
                        types,
                        shown,
                        name + "-" + id,
                        missing));
    }
}
