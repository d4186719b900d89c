package io.mingjian.detection.evaluation;

import io.mingjian.detection.evaluation.Score.Judgement;
import io.mingjian.detection.evaluation.Score.Shown;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaLimits;
import io.mingjian.detection.media.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows every picture after every step to every score, and keeps what each said and cost. */
final class Measuring {
    private static final long MOST_BYTES = MediaLimits.MAX_BYTES;

    private final List<Score> scores;
    private final List<Laundering> steps;
    private final long seed;
    private final Path folder;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private final Map<String, Map<Laundering, Map<Sample, Judgement>>> judgements =
            new LinkedHashMap<>();
    private final Map<Sample, double[]> content = new HashMap<>();
    private final Map<Sample, double[]> fileShape = new HashMap<>();
    private final List<String> unread = new ArrayList<>();
    private final Map<String, long[]> costs = new LinkedHashMap<>();
    private int files;

    /**
     * @param folder where files for foreign programs may lie for a moment
     */
    Measuring(List<Score> scores, List<Laundering> steps, long seed, Path folder) {
        this.scores = List.copyOf(scores);
        this.steps = List.copyOf(steps);
        this.seed = seed;
        this.folder = folder;
    }

    /** One file that cannot be measured is told as unread and leaves the others alone. */
    void measure(Sample sample) {
        try {
            if (Files.size(sample.file()) > MOST_BYTES) {
                throw new IOException("larger than the service takes");
            }
            measured(sample);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            unread.add(sample.name() + ": " + e);
        }
    }

    private void measured(Sample sample) throws IOException {
        byte[] bytes = Files.readAllBytes(sample.file());
        Optional<EvidencePicture> picture = opened(bytes);
        Optional<Pixels> pixels = picture.flatMap(Measuring::pixels);
        if (picture.isEmpty() || pixels.isEmpty()) {
            unread.add(sample.name());
            return;
        }
        fileShape.put(sample, Probes.fileShape(picture.get()));
        if (steps.contains(Laundering.UNTOUCHED)) {
            show(sample, Laundering.UNTOUCHED, bytes);
        }
        byte[] matched = MatchedChain.file(pixels.get(), sample.random(seed, "chain"));
        Pixels alike = opened(matched).flatMap(Measuring::pixels).orElseThrow();
        content.put(sample, Probes.content(alike));
        show(sample, Laundering.MATCHED, matched);
        BufferedImage image = MatchedChain.image(alike);
        for (Laundering step : steps) {
            if (step != Laundering.UNTOUCHED) {
                show(sample, step, step.file(image, sample.random(seed, step.word())));
            }
        }
    }

    private static Optional<EvidencePicture> opened(byte[] bytes) {
        return EvidencePicture.open(bytes) instanceof Intake.Accepted accepted
                ? Optional.of(accepted.picture())
                : Optional.empty();
    }

    private static Optional<Pixels> pixels(EvidencePicture picture) {
        return picture.pixels() instanceof Decoding.Decoded decoded
                ? Optional.of(decoded.pixels())
                : Optional.empty();
    }

    private void show(Sample sample, Laundering step, byte[] bytes) throws IOException {
        files++;
        Path file = folder.resolve("%06d.jpg".formatted(files));
        Files.write(file, bytes);
        try {
            Optional<EvidencePicture> picture = opened(bytes);
            long begun = threads.getCurrentThreadCpuTime();
            if (picture.isEmpty() || pixels(picture.get()).isEmpty()) {
                unread.add(sample.name() + " after " + step.word());
                return;
            }
            spent("decoding", begun, 0);
            for (Score score : scores) {
                ask(score, sample, step, new Shown(picture.get(), file));
            }
        } finally {
            Files.delete(file);
        }
    }

    private void ask(Score score, Sample sample, Laundering step, Shown shown) {
        long begun = threads.getCurrentThreadCpuTime();
        long foreign = score.foreignNanos();
        Optional<Judgement> judgement = score.of(shown);
        spent(score.name(), begun, score.foreignNanos() - foreign);
        judgement.ifPresent(
                said ->
                        judgements
                                .computeIfAbsent(score.name(), n -> new EnumMap<>(Laundering.class))
                                .computeIfAbsent(step, s -> new HashMap<>())
                                .put(sample, said));
    }

    private void spent(String name, long begun, long foreign) {
        long[] cost = costs.computeIfAbsent(name, n -> new long[2]);
        cost[0]++;
        cost[1] += threads.getCurrentThreadCpuTime() - begun + foreign;
    }

    /** What a score said after a step; empty when it was not asked. */
    Map<Sample, Judgement> said(String score, Laundering step) {
        return judgements.getOrDefault(score, Map.of()).getOrDefault(step, Map.of());
    }

    /** Files and steps that could not be read. */
    List<String> unread() {
        return unread;
    }

    /** Numbers of {@link Probes#content} for each picture after the chain. */
    Map<Sample, double[]> content() {
        return content;
    }

    /** Numbers of {@link Probes#fileShape} for each file. */
    Map<Sample, double[]> fileShape() {
        return fileShape;
    }

    /** How often something was done and for how many nanoseconds of CPU in all. */
    Map<String, long[]> costs() {
        return costs;
    }
}
