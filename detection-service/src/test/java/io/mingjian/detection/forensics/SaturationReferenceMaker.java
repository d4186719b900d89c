package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures the spread of the saturation figures on the camera pictures of the sample folder and
 * writes it as the resource that the analyzer reads. Run {@code main} of the test classes with the
 * target file as its only argument.
 */
public final class SaturationReferenceMaker {
    private static final List<String> SOURCES =
            List.of("cameras", "ecust", "messenger", "pscc", "trashnet");
    private static final int TILE = 16;

    private SaturationReferenceMaker() {}

    public static void main(String[] arguments) throws IOException {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isPresent()) {
            Files.write(Path.of(arguments[0]), lines(images.get()));
        }
    }

    static List<String> lines(Path images) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (String source : SOURCES) {
            for (Path file : SampleFiles.pictures(images.resolve("real").resolve(source))) {
                if (EvidencePicture.open(SampleFiles.bytes(file))
                                instanceof Intake.Accepted accepted
                        && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
                    Shrunk shrunk = Shrunk.of(decoded.pixels());
                    SaturationFigures.of(shrunk)
                            .byName()
                            .forEach((name, value) -> list(values, name).add(value));
                    tiles(shrunk, list(values, "tileSaturation"));
                    counts.merge(source, 1, Integer::sum);
                }
            }
        }
        return table(counts, values);
    }

    private static List<Double> list(Map<String, List<Double>> values, String name) {
        return values.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private static void tiles(Shrunk shrunk, List<Double> means) {
        for (int top = 0; top + TILE <= shrunk.height(); top += TILE) {
            for (int left = 0; left + TILE <= shrunk.width(); left += TILE) {
                double sum = 0;
                for (int y = top; y < top + TILE; y++) {
                    for (int x = left; x < left + TILE; x++) {
                        sum += shrunk.saturation(x, y);
                    }
                }
                means.add(sum / (TILE * TILE));
            }
        }
    }

    private static List<String> table(
            Map<String, Integer> counts, Map<String, List<Double>> values) {
        int pictures = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> lines = new ArrayList<>();
        lines.add("# Saturation figures of camera pictures, quantiles 0 to 100 % in steps of 1 %.");
        lines.add("# Every picture brought to 512 pixels a side; tiles of 16 pixels.");
        lines.add(
                "# Made by SaturationReferenceMaker (test sources). Pictures by source: " + counts);
        lines.add(
                "# Small and uneven set: household goods, food and general photos; no damage photos of a platform.");
        lines.add("pictures," + pictures);
        values.forEach((name, all) -> lines.add(name + "," + quantiles(all)));
        return lines;
    }

    private static String quantiles(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return java.util.stream.IntStream.rangeClosed(0, 100)
                .mapToObj(
                        percent ->
                                sorted.get((int) Math.round(percent / 100.0 * (sorted.size() - 1))))
                .map(value -> String.format(Locale.ROOT, "%.5f", value))
                .collect(Collectors.joining(","));
    }
}
