package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Door;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.net.URI;

/** What the gateway adds to a trivial request: the same GET through it and past it, in turn. */
final class DoorFigures {
    private static final int WARM_UP = 1500;
    private static final int REQUESTS = 3000;

    private DoorFigures() {}

    static void print(Addresses addresses) {
        Door through = door(addresses, addresses.gateway());
        Door past = door(addresses, addresses.of(Service.REGISTRY));
        String query = "legal-time/due?start=2026-04-15&term=7WD";
        Latencies direct = new Latencies();
        Latencies proxied = new Latencies();
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            long a = time(past, "/v1/" + query);
            long b = time(through, "/api/registry/v1/" + query);
            if (i >= WARM_UP) {
                direct.add(a);
                proxied.add(b);
            }
        }
        Report.title(
                "Latency that the door adds (one connection, in turn)",
                "way",
                "requests",
                "p50",
                "p95",
                "p99");
        Report.row(
                "past the gateway",
                direct.count(),
                direct.millis(50),
                direct.millis(95),
                direct.millis(99));
        Report.row(
                "through it",
                proxied.count(),
                proxied.millis(50),
                proxied.millis(95),
                proxied.millis(99));
    }

    private static Door door(Addresses addresses, URI address) {
        return new Door(address, () -> addresses.tokens().ofUser("huangpu.handler"));
    }

    private static long time(Door door, String path) {
        long begun = System.nanoTime();
        door.get(path).require(200);
        return System.nanoTime() - begun;
    }
}
