package io.mingjian.gateway.door;

import io.mingjian.gateway.upstream.Service;
import io.mingjian.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** One line to each service. */
@Singleton
class Lines {
    private final Map<Service, Line> byService = new EnumMap<>(Service.class);

    Lines(Vertx vertx, Upstreams upstreams, DoorSettings settings) {
        for (Service service : Service.values()) {
            byService.put(service, new Line(vertx, upstreams.of(service), settings));
        }
    }

    Line to(Service service) {
        Line line = byService.get(service);
        if (line == null) {
            throw new IllegalStateException("no line to " + service);
        }
        return line;
    }

    @PreDestroy
    void close() {
        byService.values().forEach(Line::close);
    }
}
