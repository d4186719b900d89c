package io.mingjian.benchmarks;

import io.mingjian.stack.Addresses;
import java.time.Duration;

/** Counting the running clocks of a city-year anew: all of them wrong, then all of them right. */
final class RecountFigures {
    private static final int FILINGS = 400_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final QueueRows rows;

    RecountFigures(Addresses addresses) {
        this.rows = new QueueRows(addresses);
    }

    void print() throws Exception {
        rows.clear();
        rows.items(FILINGS);
        rows.clocks();
        Report.title(
                "Counting 400,000 open filings anew, in the running service",
                "what the clocks need",
                "filings",
                "moves reported",
                "seconds",
                "filings/s");
        row("every one is corrected and its move reported", "bench-wrong");
        row("none has changed", "bench-right");
        rows.clear();
    }

    private void row(String name, String key) throws Exception {
        rows.run(
                "insert into recount (id, cause, cause_key, requested_at) values (gen_random_uuid(), 'HOLIDAY_NOTICE', '"
                        + key
                        + "', now())");
        String which = " from recount where cause_key = '" + key + "'";
        Waiting.until(
                "the recount", PATIENCE, () -> !rows.value("select finished_at" + which).isEmpty());
        double seconds =
                Double.parseDouble(
                        rows.value("select extract(epoch from finished_at - started_at)" + which));
        long seen = Long.parseLong(rows.value("select seen" + which));
        Report.row(name, seen, rows.value("select moved" + which), seconds, seen / seconds);
    }
}
