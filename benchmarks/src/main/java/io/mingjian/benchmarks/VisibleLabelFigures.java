package io.mingjian.benchmarks;

import io.mingjian.benchmarks.label.Backdrop;
import io.mingjian.benchmarks.label.Corner;
import io.mingjian.benchmarks.label.LabelSample;
import io.mingjian.benchmarks.label.Look;
import io.mingjian.benchmarks.label.Photographs;
import io.mingjian.benchmarks.label.Reading;
import io.mingjian.benchmarks.label.Share;
import io.mingjian.benchmarks.label.Style;
import io.mingjian.benchmarks.label.Wash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/** How often the label in the picture is read, by its size, style, backdrop, place and history. */
final class VisibleLabelFigures {
    /** Used for nothing but these figures; whoever tunes the reader takes another. */
    private static final long SEED = Long.getLong("mingjian.label.seed", 45438);

    /** Labels in a cell of a table. */
    private static final int EACH = Integer.getInteger("mingjian.label.each", 48);

    private static final double[] PERCENTS = {2, 3, 5, 8};
    private static final double DEMANDED = 5;
    private static final int[] SHORTER_SIDES = {720, 1440};

    private final Path data;
    private final List<BufferedImage> photographs;

    VisibleLabelFigures(Path data) throws IOException {
        this.data = data;
        this.photographs = Photographs.some(data);
    }

    void print() throws IOException {
        try (Look look = new Look()) {
            VisibleLabelCost.print(look, SEED);
            sizesAndStyles(look);
            washes(look);
            corners(look);
            new WrongLabels(look, data, photographs).print(SEED + 3);
        }
    }

    private void sizesAndStyles(Look look) {
        Random random = new Random(SEED);
        List<Reading> readings = new ArrayList<>();
        for (double percent : PERCENTS) {
            for (Style style : Style.values()) {
                for (int i = 0; i < EACH; i++) {
                    Corner corner = pick(Corner.ABOVE_AND_BELOW, random);
                    readings.add(
                            read(look, sample(percent, style, corner, Wash.JPEG_85, i, random)));
                }
            }
        }
        Report.title(
                "Labels read (seed %d; %d and %d pixels, JPEG 85) [95 %% interval, in %%]"
                        .formatted(SEED, SHORTER_SIDES[0], SHORTER_SIDES[1]),
                heads("height of letters"));
        for (double percent : PERCENTS) {
            row((int) percent + " %", readings, sample -> sample.percent() == percent);
        }
        Report.title("The same labels by backdrop", heads("backdrop"));
        for (Backdrop backdrop : Backdrop.values()) {
            row(backdrop, readings, sample -> sample.backdrop() == backdrop);
        }
        Report.title("The same labels by text", "text", "read", "letter for letter");
        for (String text : LabelSample.TEXTS) {
            List<Reading> same =
                    readings.stream().filter(r -> r.sample().text().equals(text)).toList();
            int exact = (int) same.stream().filter(Reading::isExact).count();
            Report.row(text, Reading.share(same, s -> true), new Share(exact, same.size()));
        }
        heights(readings);
    }

    private static String[] heads(String first) {
        List<String> heads = new ArrayList<>(List.of(first));
        Arrays.stream(Style.values()).map(Style::toString).forEach(heads::add);
        return heads.toArray(String[]::new);
    }

    private static void row(Object head, List<Reading> readings, Predicate<LabelSample> which) {
        List<Object> cells = new ArrayList<>(List.of(head));
        for (Style style : Style.values()) {
            cells.add(Reading.share(readings, which.and(sample -> sample.style() == style)));
        }
        Report.row(cells.toArray());
    }

    private static void heights(List<Reading> readings) {
        double[] ratios =
                readings.stream()
                        .filter(Reading::isHit)
                        .mapToDouble(Reading::height)
                        .sorted()
                        .toArray();
        Report.title("Height told, over height drawn", "labels", "10 %", "median", "90 %");
        Report.row(ratios.length, at(ratios, 0.1), at(ratios, 0.5), at(ratios, 0.9));
    }

    private static String at(double[] sorted, double share) {
        return String.format(Locale.ROOT, "%.2f", sorted[(int) (share * (sorted.length - 1))]);
    }

    private void washes(Look look) {
        List<Style> styles = List.of(Style.DARK_PLATE, Style.WHITE_80_SHADOW);
        Report.title(
                "Labels of 5 %, after", "wash", styles.get(0).toString(), styles.get(1).toString());
        for (Wash wash : Wash.values()) {
            Random random = new Random(SEED + 1);
            List<Object> cells = new ArrayList<>(List.of(wash));
            for (Style style : styles) {
                List<Reading> readings = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    Corner corner = pick(Corner.ABOVE_AND_BELOW, random);
                    readings.add(read(look, sample(DEMANDED, style, corner, wash, i, random)));
                }
                cells.add(Reading.share(readings, s -> true));
            }
            Report.row(cells.toArray());
        }
    }

    private void corners(Look look) {
        Report.title("Labels of 5 %, white 80 % with shadow, by place", "place", "read");
        for (Corner corner : Corner.values()) {
            Random random = new Random(SEED + 2);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                readings.add(
                        read(
                                look,
                                sample(
                                        DEMANDED,
                                        Style.WHITE_80_SHADOW,
                                        corner,
                                        Wash.JPEG_85,
                                        i,
                                        random)));
            }
            Report.row(corner, Reading.share(readings, s -> true));
        }
    }

    /** The n-th of a cell: backdrops and sizes take turns, text and the rest are drawn. */
    private static LabelSample sample(
            double percent, Style style, Corner corner, Wash wash, int n, Random random) {
        int backdrops = Backdrop.values().length;
        return new LabelSample(
                pick(LabelSample.TEXTS, random),
                percent,
                style,
                Backdrop.values()[n % backdrops],
                corner,
                SHORTER_SIDES[n / backdrops % SHORTER_SIDES.length],
                wash,
                random.nextLong());
    }

    private Reading read(Look look, LabelSample sample) {
        return new Reading(
                sample,
                look.at(sample.drawn(photographs))
                        .filter(found -> found.code().equals("EXPLICIT_LABEL")));
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
