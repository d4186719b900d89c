package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Door;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.FilingSheet;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.stack.Addresses;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * A workbook of 50,000 filings through the gateway, from its upload to its last row, and what
 * people at work feel of it: the same open load with and without the import in one run.
 */
final class ImportFigures {
    private static final int ROWS = 50_000;
    private static final double PAGES_PER_SECOND = 5;
    private static final double FILINGS_PER_SECOND = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ALONE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final IntakeOfficer sender;
    private final Door intake;
    private final Door handler;
    private final long run = System.currentTimeMillis() / 1000;

    ImportFigures(Addresses addresses) {
        Actors actors = new Actors(addresses);
        this.sender = actors.huangpuIntake();
        this.intake = sender.door();
        this.handler = actors.huangpu().door();
    }

    void print() throws InterruptedException {
        byte[] file = FilingSheet.of(ROWS, "import" + run, run * ROWS).xlsx();
        atWork("w", lasting(WARM_UP));
        AtWork alone = atWork("a", lasting(ALONE));
        CompletableFuture<Times> entering = CompletableFuture.supplyAsync(() -> entered(file));
        AtWork beside = atWork("b", number -> !entering.isDone());
        print(entering.join(), file.length);
        print(alone, beside);
    }

    private static void print(Times times, int bytes) {
        Report.title(
                "A workbook of %,d filings (%.1f MB) through the gateway, people at work beside it"
                        .formatted(ROWS, bytes / 1e6),
                "step",
                "seconds",
                "rows/s");
        Report.row("uploaded", times.upload(), "–");
        Report.row(
                "read and checked, every row shown good", times.reading(), ROWS / times.reading());
        Report.row("entered", times.entering(), ROWS / times.entering());
        Report.row("upload to last row", times.whole(), ROWS / times.whole());
    }

    private static void print(AtWork alone, AtWork beside) {
        Report.title(
                "People at work: %.0f queue pages/s and %.0f filings/s through the gateway, open load"
                        .formatted(PAGES_PER_SECOND, FILINGS_PER_SECOND),
                "request",
                "requests",
                "failed",
                "p50",
                "p95",
                "p99");
        row("queue page, no import", alone.pages());
        row("queue page, import running", beside.pages());
        row("filing, no import", alone.filings());
        row("filing, import running", beside.filings());
        Report.row("queue page, times as long", "–", "–", ratios(alone.pages(), beside.pages()));
        Report.row("filing, times as long", "–", "–", ratios(alone.filings(), beside.filings()));
    }

    private static void row(String name, Load.Result result) {
        Latencies latencies = result.latencies();
        Report.row(
                name,
                result.done(),
                result.failed(),
                latencies.millis(50),
                latencies.millis(95),
                latencies.millis(99));
    }

    private static String ratios(Load.Result alone, Load.Result beside) {
        return ratio(alone, beside, 50)
                + " | "
                + ratio(alone, beside, 95)
                + " | "
                + ratio(alone, beside, 99);
    }

    private static String ratio(Load.Result alone, Load.Result beside, double percent) {
        return String.format(
                Locale.ROOT,
                "%.1f",
                beside.latencies().percentile(percent).toNanos()
                        / (double) alone.latencies().percentile(percent).toNanos());
    }

    /** What an officer and an intake unit do meanwhile. */
    private record AtWork(Load.Result pages, Load.Result filings) {}

    private AtWork atWork(String series, LongPredicate goesOn) throws InterruptedException {
        CompletableFuture<Load.Result> filings =
                CompletableFuture.supplyAsync(
                        () -> open(FILINGS_PER_SECOND, goesOn, number -> file(series, number)));
        Load.Result pages =
                open(
                        PAGES_PER_SECOND,
                        goesOn,
                        number -> handler.get("/api/registry/v1/queue?limit=50").require(200));
        return new AtWork(pages, filings.join());
    }

    private static LongPredicate lasting(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return number -> System.nanoTime() < end;
    }

    private static Load.Result open(double perSecond, LongPredicate goesOn, Load.Request request) {
        try {
            return Load.open(perSecond, goesOn, request);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private void file(String series, long number) {
        Filing filing =
                Filing.aComplaint(
                        Person.numbered("王小明", run * 7919 + series.hashCode() * 10_000L + number),
                        "beside" + series + run + "-" + number);
        intake.post(
                        "/api/registry/v1/filings",
                        filing.json(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .require(201);
    }

    /** How long each step of an import took, in seconds. */
    private record Times(double upload, double reading, double entering) {
        double whole() {
            return upload + reading + entering;
        }
    }

    private Times entered(byte[] file) {
        long begun = System.nanoTime();
        String id = sender.tryToSendFile(file).require(202).textAt("/id");
        long uploaded = System.nanoTime();
        rows(awaited(id, "PREVIEW"), "good");
        long read = System.nanoTime();
        sender.confirmsImport(id);
        rows(awaited(id, "DONE"), "registered");
        return new Times(
                (uploaded - begun) / 1e9,
                (read - uploaded) / 1e9,
                (System.nanoTime() - read) / 1e9);
    }

    private Answer awaited(String id, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer seen = looked(id);
        while (!seen.textAt("/state").equals(state)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the import is not " + state + ": " + seen.text());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            seen = looked(id);
        }
        return seen;
    }

    /** Also an answer that did not come in time is one: it is looked again. */
    private Answer looked(String id) {
        return intake.get("/api/registry/v1/imports/" + id);
    }

    private static void rows(Answer seen, String figure) {
        if (seen.at("/figures/" + figure).asInt() != ROWS) {
            throw new IllegalStateException("not every row is " + figure + ": " + seen.text());
        }
    }
}
