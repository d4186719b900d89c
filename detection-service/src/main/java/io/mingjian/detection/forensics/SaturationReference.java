package io.mingjian.detection.forensics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the figures spread among camera pictures: 101 quantiles each, measured once and kept as data.
 * The head of the file says from which pictures and by which command.
 */
final class SaturationReference {
    static final String FILE = "saturation-reference.csv";

    private static final SaturationReference SHIPPED = load();

    private final int pictures;
    private final Map<String, double[]> quantiles;

    private SaturationReference(int pictures, Map<String, double[]> quantiles) {
        this.pictures = pictures;
        this.quantiles = quantiles;
    }

    static SaturationReference shipped() {
        return SHIPPED;
    }

    /** How many pictures it was measured on. */
    int pictures() {
        return pictures;
    }

    /** Share of the reference pictures, in whole percent, whose figure is smaller. */
    int percentile(String figure, double value) {
        double[] steps = Objects.requireNonNull(quantiles.get(figure), figure);
        int below = 0;
        while (below < steps.length && steps[below] < value) {
            below++;
        }
        return Math.min(100, below);
    }

    private static SaturationReference load() {
        InputStream resource =
                Objects.requireNonNull(SaturationReference.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SaturationReference parse(List<String> lines) {
        int pictures = 0;
        Map<String, double[]> quantiles = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split(",");
            if (cells[0].equals("pictures")) {
                pictures = Integer.parseInt(cells[1]);
            } else {
                quantiles.put(
                        cells[0],
                        Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
            }
        }
        return new SaturationReference(pictures, quantiles);
    }
}
