package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Door;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Pages of fifty out of a queue of a million, asked of the service itself. */
final class QueueFigures {
    private static final int FILINGS = 1_000_000;
    private static final int WARM_UP = 200;
    private static final int REQUESTS = 600;
    private static final int PAGES_DOWN = 200;

    private final Addresses addresses;
    private final QueueRows rows;

    QueueFigures(Addresses addresses) {
        this.addresses = addresses;
        this.rows = new QueueRows(addresses);
    }

    void print() throws SQLException {
        rows.clear();
        rows.items(FILINGS);
        Report.title(
                "A page of 50 of the queue with 1 M open filings behind it (past the gateway, one connection)",
                "who, what",
                "requests",
                "p50",
                "p95",
                "p99");
        for (String user : new String[] {"city.reviewer", "huangpu.handler"}) {
            Door door =
                    new Door(addresses.of(Service.REGISTRY), () -> addresses.tokens().ofUser(user));
            row(door, user + ", first page", "/v1/queue?limit=50");
            row(door, user + ", page after 40,000 lines", deep(door));
            row(door, user + ", state", "/v1/queue?limit=50&state=MEDIATING");
            row(door, user + ", kind", "/v1/queue?limit=50&kind=REPORT");
            row(door, user + ", breached", "/v1/queue?limit=50&breached=true");
            row(door, user + ", warned", "/v1/queue?limit=50&warned=true");
            row(door, user + ", unclaimed", "/v1/queue?limit=50&unclaimed=true");
            row(door, user + ", mine", "/v1/queue?limit=50&mine=true");
            row(door, user + ", district", "/v1/queue?limit=50&district=310101");
        }
        rows.clear();
    }

    private static String deep(Door door) {
        String cursor = "";
        for (int page = 0; page < PAGES_DOWN; page++) {
            cursor =
                    "&cursor="
                            + URLEncoder.encode(
                                    door.get("/v1/queue?limit=200" + cursor)
                                            .require(200)
                                            .body()
                                            .path("nextCursor")
                                            .asText(),
                                    StandardCharsets.UTF_8);
        }
        return "/v1/queue?limit=50" + cursor;
    }

    private static void row(Door door, String name, String path) {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            long begun = System.nanoTime();
            door.get(path).require(200);
            if (i >= WARM_UP) {
                latencies.add(System.nanoTime() - begun);
            }
        }
        Report.row(
                name,
                latencies.count(),
                latencies.millis(50),
                latencies.millis(95),
                latencies.millis(99));
    }
}
