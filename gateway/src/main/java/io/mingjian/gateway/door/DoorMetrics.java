package io.mingjian.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.mingjian.gateway.identity.Match;
import io.mingjian.gateway.identity.Match.Found;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Counts and times what goes through the door: {@code mingjian_door_exchange_seconds} by service,
 * operation, status and the door's own problem, and {@code mingjian_door_exchanges_active}. Labels
 * come from the policy table, never from a path.
 */
@Singleton
class DoorMetrics {
    private static final String NONE = "none";
    private static final String ACTIVE = "mingjian.door.exchanges.active";
    private static final Duration[] BUCKETS =
            Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final AtomicInteger active;

    DoorMetrics(MeterRegistry registry) {
        this.registry = registry;
        // A gauge of an earlier start in this JVM would stay and watch that start's counter.
        registry.find(ACTIVE).gauges().forEach(registry::remove);
        this.active = registry.gauge(ACTIVE, new AtomicInteger());
    }

    void watch(RoutingContext exchange, Match match) {
        Timer.Sample sample = Timer.start(registry);
        active.incrementAndGet();
        exchange.addEndHandler(
                done -> {
                    active.decrementAndGet();
                    sample.stop(timer(exchange, match));
                });
    }

    private Timer timer(RoutingContext exchange, Match match) {
        String problem = exchange.get(Door.PROBLEM);
        return Timer.builder("mingjian.door.exchange")
                .tag(
                        "service",
                        match instanceof Found found ? found.operation().service().label() : NONE)
                .tag("operation", match instanceof Found found ? found.operation().label() : NONE)
                .tag("status", Integer.toString(exchange.response().getStatusCode()))
                .tag("problem", problem == null ? NONE : problem)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
