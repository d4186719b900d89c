package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.forensics.SaturationReference.Spread;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.SampleFiles;
import io.mingjian.detection.media.Shrunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the spread of the saturation figures on the camera pictures of the sample folder and
 * writes it, with the rates at which pictures are told to be rare, as the resources that the
 * analyzer reads. {@code benchmarks/run saturation-reference FOLDER}.
 *
 * <p>The table is made of all pictures. The rates are made apart: a table of the split {@code
 * train} alone is asked about the pictures of {@code dev}.
 */
public final class SaturationReferenceMaker {
    private static final List<String> SOURCES =
            List.of("cameras", "ecust", "messenger", "pscc", "trashnet");
    private static final int TILE = 16;

    private SaturationReferenceMaker() {}

    private record Measured(
            String source,
            String label,
            String split,
            Channel channel,
            SaturationFigures figures,
            List<Double> tiles) {
        private boolean isReference() {
            return label.equals("real") && SOURCES.contains(source);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        List<Measured> measured =
                measured(images.get(), row -> row.get(2).equals("ai") || isReal(row));
        List<String> rates = rates(measured);
        rates.forEach(System.out::println);
        if (arguments.length > 0) {
            Path folder = Path.of(arguments[0]);
            Files.write(folder.resolve(SaturationReference.FILE), table(measured));
            Files.write(folder.resolve(SaturationReference.RATES), rates);
        }
    }

    /** The table of quantiles. */
    static List<String> lines(Path images) {
        return table(measured(images, SaturationReferenceMaker::isReal));
    }

    private static boolean isReal(List<String> row) {
        return SOURCES.stream().anyMatch(s -> row.get(0).startsWith("real/" + s + "/"));
    }

    private static List<Measured> measured(Path images, Predicate<List<String>> wanted) {
        return SampleFiles.table(images.resolve("manifest.csv")).parallelStream()
                .filter(wanted)
                .flatMap(row -> measured(images, row).stream())
                .toList();
    }

    private static Optional<Measured> measured(Path images, List<String> row) {
        Path file = images.resolve(row.get(0));
        if (EvidencePicture.open(SampleFiles.bytes(file)) instanceof Intake.Accepted accepted
                && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
            EvidencePicture picture = accepted.picture();
            Shrunk shrunk = Shrunk.of(decoded.pixels(), Saturation.LONG_SIDE);
            return Optional.of(
                    new Measured(
                            file.getParent().getFileName().toString(),
                            row.get(2),
                            row.get(row.size() - 1),
                            Channel.of(
                                    picture.mediaFile(),
                                    Math.max(picture.width(), picture.height())),
                            SaturationFigures.of(shrunk),
                            tiles(shrunk)));
        }
        return Optional.empty();
    }

    private static List<Double> tiles(Shrunk shrunk) {
        List<Double> means = new ArrayList<>();
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
        return means;
    }

    private static List<String> table(List<Measured> all) {
        List<Measured> measured = all.stream().filter(Measured::isReference).toList();
        Map<String, Long> counts =
                measured.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Measured::source, TreeMap::new, Collectors.counting()));
        List<String> lines = new ArrayList<>();
        lines.add("# Saturation figures of camera pictures, quantiles 0 to 100 % in steps of 1 %.");
        lines.add("# Every picture brought to 512 pixels a side; tiles of 16 pixels.");
        lines.add(
                "# Made by benchmarks/run saturation-reference. Pictures by source: "
                        + counts.toString().replace(",", ";"));
        lines.add(
                "# Small and uneven set: household goods; food and general photos; no damage photos"
                        + " of a platform.");
        lines.addAll(spread(SaturationReference.ALL, measured));
        lines.add(
                "tileSaturation,ALL,"
                        + quantiles(measured.stream().flatMap(m -> m.tiles().stream()).toList()));
        for (Channel channel : Channel.values()) {
            lines.addAll(
                    spread(
                            channel.name(),
                            measured.stream().filter(m -> m.channel() == channel).toList()));
        }
        return lines;
    }

    private static List<String> spread(String name, List<Measured> measured) {
        List<String> lines = new ArrayList<>();
        lines.add("pictures," + name + "," + measured.size());
        if (measured.size() >= SaturationReference.LEAST_PICTURES) {
            Map<String, List<Double>> values = new LinkedHashMap<>();
            measured.forEach(
                    m ->
                            m.figures()
                                    .byName()
                                    .forEach(
                                            (figure, value) ->
                                                    values.computeIfAbsent(
                                                                    figure, f -> new ArrayList<>())
                                                            .add(value)));
            values.forEach(
                    (figure, list) -> lines.add(figure + "," + name + "," + quantiles(list)));
        }
        return lines;
    }

    private static String quantiles(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return IntStream.rangeClosed(0, 100)
                .mapToObj(
                        percent ->
                                sorted.get((int) Math.round(percent / 100.0 * (sorted.size() - 1))))
                .map(value -> String.format(Locale.ROOT, "%.5f", value))
                .collect(Collectors.joining(","));
    }

    private static List<String> rates(List<Measured> all) {
        List<List<String>> train =
                table(all.stream().filter(m -> m.split().equals("train")).toList()).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> Arrays.asList(line.split(",")))
                        .toList();
        SaturationReference reference = new SaturationReference(train, List.of());
        List<String> lines = new ArrayList<>();
        lines.add(
                "# How often a mean saturation lies at or beyond the 1st or 99th percentile:"
                        + " pictures of the split dev against a table of train.");
        lines.add(
                "# Made by benchmarks/run saturation-reference. label; channel; told rare; of; compared with;"
                        + " its pictures.");
        for (Channel channel : Channel.values()) {
            Spread spread = reference.of(channel);
            rate(all, "real", channel, spread).ifPresent(lines::add);
            rate(all, "generated", channel, spread).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<String> rate(
            List<Measured> all, String label, Channel channel, Spread spread) {
        List<Measured> asked =
                all.stream()
                        .filter(m -> m.split().equals("dev") && m.channel() == channel)
                        .filter(
                                m ->
                                        label.equals("real")
                                                ? m.isReference()
                                                : m.label().equals("ai"))
                        .toList();
        int rare =
                (int)
                        asked.stream()
                                .mapToDouble(m -> m.figures().meanSaturation())
                                .filter(
                                        mean ->
                                                SaturationReference.isRare(
                                                        spread.percentile("meanSaturation", mean)))
                                .count();
        System.out.printf(
                "%s pictures, channel %s, against %s of train (n %d): told rare %s%n",
                label, channel, spread.name(), spread.pictures(), new Share(rare, asked.size()));
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        label
                                + ","
                                + channel
                                + ","
                                + rare
                                + ","
                                + asked.size()
                                + ","
                                + spread.name()
                                + ","
                                + spread.pictures());
    }
}
