package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Door;
import io.mingjian.benchmarks.analysis.Heavy;
import io.mingjian.stack.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * From upload to "analyzed" through the running stack: at one picture a second, and when more come
 * than can be analyzed at once; and how well the time told at the upload fits.
 */
final class AnalysisSpeed {
    private static final String DOOR = "/api/detection/v1/evidence";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** After so many the compilers of a new JVM are done with most of it. */
    private static final int WARM_UP = 60;

    /** Each look at the state is work for the stack too; what is told is late by one at most. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Door intake;
    private final Path work;
    private final Path data;
    private final int seconds;
    private final long seed = System.currentTimeMillis();

    /**
     * Figures.
     *
     * @param seconds for which one picture a second is sent; afterwards half as many at once
     */
    AnalysisSpeed(Addresses addresses, Path work, Path data, int seconds) {
        this.intake =
                new Door(addresses.gateway(), () -> addresses.tokens().ofUser("huangpu.intake"));
        this.work = work;
        this.data = data;
        this.seconds = seconds;
    }

    void print() throws Exception {
        int burst = Math.max(5, seconds / 2);
        List<Path> files =
                Heavy.written(work.resolve("sent"), data, WARM_UP + seconds + burst, seed);
        for (Path file : files.subList(0, WARM_UP)) {
            await(upload(file).textAt("/id"));
        }
        steady(files.subList(WARM_UP, WARM_UP + seconds));
        burst(files.subList(WARM_UP + seconds, files.size()));
    }

    private void steady(List<Path> files) throws InterruptedException {
        Load.Result result =
                Load.open(
                        1,
                        number -> number < files.size(),
                        number -> await(upload(files.get((int) number)).textAt("/id")));
        Report.title(
                "Upload to analyzed, one picture of 12 megapixels a second, %d of them, with OCR"
                        .formatted(files.size()),
                "failed",
                "p50",
                "p95",
                "target of p95");
        Report.row(
                result.failed(),
                result.latencies().millis(50),
                result.latencies().millis(95),
                "1,500 ms");
    }

    /** What was told at the upload, and when it was really done. */
    private record Sent(String id, Instant at, Instant expected) {}

    private void burst(List<Path> files) throws IOException {
        List<Sent> sent = new ArrayList<>();
        Instant begun = Instant.now();
        for (Path file : files) {
            Answer answer = upload(file);
            sent.add(
                    new Sent(
                            answer.textAt("/id"),
                            Instant.now(),
                            OffsetDateTime.parse(answer.textAt("/analysisExpectedAt"))
                                    .toInstant()));
        }
        Duration sending = Duration.between(begun, Instant.now());
        List<Double> ratios = new ArrayList<>();
        for (Sent each : sent) {
            await(each.id());
            double waited = seconds(Duration.between(each.at(), Instant.now()));
            ratios.add(seconds(Duration.between(each.at(), each.expected())) / waited);
        }
        double took = seconds(Duration.between(begun, Instant.now()));
        // Of the first ones most was over before they were looked for.
        List<Double> late = new ArrayList<>(ratios.subList(ratios.size() / 2, ratios.size()));
        late.sort(null);
        Report.title(
                "%d pictures of 12 megapixels as fast as one sender can, with OCR"
                        .formatted(files.size()),
                "figure",
                "",
                "target");
        Report.row("uploads answered, a second", files.size() / seconds(sending), "none refused");
        Report.row("analyzed, a second, all of the stack on this machine", files.size() / took, "");
        Report.row(
                "time told at the upload / real one, median of the later half",
                "%.2f".formatted(late.get(late.size() / 2)),
                "near 1");
    }

    private Answer upload(Path file) throws IOException {
        return intake.upload(DOOR, Files.readAllBytes(file), "image/jpeg", Map.of()).require(201);
    }

    private void await(String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!intake.get(DOOR + "/" + id).textAt("/state").equals("ANALYZED")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not analyzed in time: " + id);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
