package io.mingjian.detection.forensics;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Figures of the sample pictures that are large enough: as they lie and as copies that were all
 * brought through one chain (a long side of 820 to 1,100 and at least a tenth smaller where the
 * picture allows it, JPEG 75 to 95), so that neither size nor the last save tells a source.
 */
record ScreenSamples(List<One> all) {
    static final String SCREEN = "recapture/screen";
    static final String MESSENGER = "real/messenger";
    private static final int COPIES = 2;

    /**
     * One picture in one state.
     *
     * @param copy 0 as it lies, from 1 on brought through the chain
     */
    record One(String name, String folder, String split, int copy, Map<String, Double> figures) {
        boolean isScreen() {
            return folder.equals(SCREEN);
        }
    }

    List<One> of(String split, boolean chain) {
        return all.stream()
                .filter(one -> one.split().equals(split) && one.copy() > 0 == chain)
                .toList();
    }

    /** Kept between runs where {@code sample.cache} names a file; for tuning. */
    static ScreenSamples measured(Path images) {
        String cache = System.getProperty("sample.cache");
        try {
            if (cache != null && Files.exists(Path.of(cache))) {
                return read(Files.readAllLines(Path.of(cache)));
            }
            ScreenSamples samples = fresh(images);
            if (cache != null) {
                Files.write(Path.of(cache), samples.lines());
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScreenSamples fresh(Path images) {
        return new ScreenSamples(
                Samples.of(images, "all").stream()
                        .filter(sample -> sample.label().equals("real"))
                        .toList()
                        .parallelStream()
                        .flatMap(sample -> of(sample).stream())
                        .toList());
    }

    private static List<One> of(Samples sample) {
        BufferedImage image = sample.image().orElse(null);
        List<One> states = new ArrayList<>();
        if (image == null || !ScreenFigures.canMeasure(image.getWidth(), image.getHeight())) {
            return states;
        }
        Random random = new Random(sample.seed());
        for (int copy = 0; copy <= COPIES; copy++) {
            BufferedImage state = copy == 0 ? image : chained(image, random);
            states.add(
                    new One(
                            sample.file().getFileName().toString(),
                            sample.folder(),
                            sample.split(),
                            copy,
                            ScreenFigures.of(PictureDrawer.pixels(state))));
        }
        return states;
    }

    private static BufferedImage chained(BufferedImage image, Random random) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double most = Math.min(1_100, 0.9 * longest);
        double side = 820 + random.nextDouble() * Math.max(0, most - 820);
        double quality = 0.75 + 0.2 * random.nextDouble();
        BufferedImage state = image;
        while (Math.max(state.getWidth(), state.getHeight()) > 2 * side) {
            state = Montage.scaled(state, 0.5);
        }
        double factor = side / Math.max(state.getWidth(), state.getHeight());
        return Montage.saved(factor < 1 ? Montage.scaled(state, factor) : state, quality);
    }

    private List<String> lines() {
        return all.stream()
                .map(
                        one ->
                                String.join(
                                        " ",
                                        one.name(),
                                        one.folder(),
                                        one.split(),
                                        String.valueOf(one.copy()),
                                        one.figures().entrySet().stream()
                                                .map(e -> e.getKey() + "=" + e.getValue())
                                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static ScreenSamples read(List<String> lines) {
        List<One> all = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(" ");
            Map<String, Double> figures = new LinkedHashMap<>();
            for (int i = 4; i < cells.length; i++) {
                String[] pair = cells[i].split("=");
                figures.put(pair[0], Double.valueOf(pair[1]));
            }
            all.add(new One(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), figures));
        }
        return new ScreenSamples(all);
    }
}
