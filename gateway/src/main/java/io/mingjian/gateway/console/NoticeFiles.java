package io.mingjian.gateway.console;

import io.mingjian.gateway.console.Passing.Wanted;
import io.mingjian.gateway.upstream.Service;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Notices as files to be kept. */
@Singleton
class NoticeFiles {
    private static final Map<String, String> TYPES =
            Map.of(
                    "application/pdf",
                    "pdf",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "docx");

    private final Passing passing;

    NoticeFiles(Passing passing) {
        this.passing = passing;
    }

    void open(@Observes Router router) {
        router.getWithRegex("/documents/(?<id>" + Passing.ID + ")/file\\.(?<format>pdf|docx)")
                .handler(this::fetch);
    }

    private void fetch(RoutingContext exchange) {
        String id = exchange.pathParam("id");
        String format = exchange.pathParam("format");
        passing.on(
                exchange,
                new Wanted(
                        Service.REGISTRY,
                        "/v1/documents/" + id + "/file?format=" + format,
                        TYPES,
                        "attachment",
                        "notice-" + id,
                        404));
    }
}
