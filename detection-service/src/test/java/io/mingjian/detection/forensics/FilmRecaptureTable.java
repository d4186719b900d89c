package io.mingjian.detection.forensics;

import io.mingjian.detection.film.Footage;
import io.mingjian.detection.forensics.ScreenSamples.One;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceFilm.Frames;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Measures the hint on films of screens: {@code benchmarks/run film-recapture}. The films are made
 * of photographs of screens and of other things by a modelled hand and a real encoder. Their
 * stripes are those that a real screen left in a real photograph; what only time shows (flicker,
 * stripes that travel while the hand moves) is not in them.
 */
public final class FilmRecaptureTable {
    private static final int LONG_SIDE = 816;

    /** Part of the photograph in view. */
    private static final double ZOOM = 0.8;

    /** So large a photograph has a pixel for each of the film; smaller ones are enlarged a bit. */
    private static final int PICTURE_SIDE = (int) (LONG_SIDE / ZOOM);

    private static final double RATE = 25;
    private static final int PICTURES = 38;
    private static final double GRAIN = 2;

    /** Bits a second: what a telephone writes at this size, and what a messenger leaves of it. */
    private static final List<String> RATES = List.of("3000k", "300k");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger pictures = new AtomicInteger();

    private FilmRecaptureTable() {}

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty() || !FilmSmith.isHere()) {
            return;
        }
        FilmRecaptureTable table = new FilmRecaptureTable();
        String split = System.getProperty("sample.split", "dev");
        Map<String, Map<One, Double>> scores = new LinkedHashMap<>();
        RATES.forEach(bits -> scores.put(bits, new LinkedHashMap<>()));
        List<Map.Entry<One, List<Double>>> measured =
                samples(images.get(), split, Integer.getInteger("sample.size", 40)).parallelStream()
                        .flatMap(sample -> table.measured(sample).stream())
                        .toList();
        measured.forEach(
                entry -> {
                    for (int i = 0; i < RATES.size(); i++) {
                        scores.get(RATES.get(i)).put(entry.getKey(), entry.getValue().get(i));
                    }
                });
        System.out.printf(
                "films of %d pixels, %.1f s, of photographs whose split is %s%n%n",
                LONG_SIDE, PICTURES / RATE, split);
        scores.forEach((bits, of) -> report(bits, of));
        System.out.printf(
                "%d pictures measured, %.0f ms each once they are decoded%n",
                table.pictures.get(), table.nanos.get() / 1e6 / Math.max(1, table.pictures.get()));
    }

    private static void report(String bits, Map<One, Double> scores) {
        RecaptureTable.report("at " + bits + " bits a second", scores, Recapture.FILM_HINT_FROM);
        List<Double> ordinary =
                scores.entrySet().stream()
                        .filter(entry -> !entry.getKey().isScreen())
                        .map(Map.Entry::getValue)
                        .toList();
        System.out.printf(
                "  of ordinary films 98 of 100 lie below %.3f, 95 of 100 below %.3f%n%n",
                RecaptureTraining.hintFrom(ordinary, 0.02),
                RecaptureTraining.hintFrom(ordinary, 0.05));
        if (Boolean.getBoolean("films.verbose")) {
            scores.forEach(
                    (one, score) ->
                            System.out.printf(
                                    "%s %s %s %.4f%n", bits, one.folder(), one.name(), score));
        }
    }

    /** Photographs that are large enough, so many of each folder, in the order of their hashes. */
    private static List<Samples> samples(Path images, String split, int most) {
        return Samples.of(images, split).stream()
                .filter(sample -> sample.label().equals("real"))
                .filter(sample -> sample.picture().filter(FilmRecaptureTable::isLarge).isPresent())
                .collect(Collectors.groupingBy(Samples::folder))
                .values()
                .stream()
                .flatMap(folder -> folder.stream().limit(most))
                .sorted(Comparator.comparing(Samples::sha256))
                .toList();
    }

    private static boolean isLarge(EvidencePicture picture) {
        return ScreenFigures.canMeasure(picture.width(), picture.height());
    }

    /** The score of a photograph's film at each rate; empty where one cannot be decoded. */
    private Optional<Map.Entry<One, List<Double>>> measured(Samples sample) {
        EvidencePicture picture = sample.picture().orElseThrow();
        if (!(picture.pixels() instanceof Decoding.Decoded decoded)
                || decoded.pixels().step() > 1) {
            return Optional.empty();
        }
        Pixels reduced = pixels(Reduced.of(decoded.pixels(), PICTURE_SIDE));
        double factor = (double) LONG_SIDE / Math.max(reduced.width(), reduced.height());
        int width = 2 * (int) Math.round(factor * reduced.width() / 2);
        int height = 2 * (int) Math.round(factor * reduced.height() / 2);
        List<byte[]> hand =
                new Footage(reduced, width, height, sample.seed())
                        .handheld(PICTURES, RATE, GRAIN, ZOOM, ZOOM);
        List<Double> scores = new ArrayList<>();
        for (String bits : RATES) {
            String[] coding = {"-c:v", "libopenh264", "-b:v", bits, "-g", "25"};
            scores.add(score(FilmSmith.of(hand, width, height, RATE, "mp4", coding)));
        }
        One one =
                new One(
                        sample.file().getFileName().toString(),
                        sample.folder(),
                        sample.split(),
                        0,
                        Map.of());
        return Optional.of(Map.entry(one, scores));
    }

    /** Shrunk by area means, which leave no rhythm of their own; back to red, green and blue. */
    private static Pixels pixels(Reduced reduced) {
        float[] luma = reduced.plane(0);
        float[] blue = reduced.plane(1);
        float[] red = reduced.plane(2);
        int[] rgb = new int[luma.length];
        for (int i = 0; i < rgb.length; i++) {
            float green = luma[i] - (0.299f * red[i] + 0.114f * blue[i]) / 0.587f;
            rgb[i] = level(luma[i] + red[i]) << 16 | level(green) << 8 | level(luma[i] + blue[i]);
        }
        return Pixels.of(reduced.width(), reduced.height(), rgb);
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    private double score(byte[] film) {
        ScreenFrames frames =
                ScreenFrames.of(((Frames.Shown) FilmSmith.opened(film).frames()).pictures());
        long from = System.nanoTime();
        List<Double> scores = frames.scores(ScreenModel.shipped()::score, 0);
        nanos.addAndGet(System.nanoTime() - from);
        pictures.addAndGet(scores.size());
        return ScreenFrames.middle(scores);
    }
}
