package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.forensics.ScreenSamples.One;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Measures the hint on photographs of screens on pictures whose split is {@code dev}: as they lie,
 * and brought through one chain. {@code benchmarks/run recapture}.
 */
public final class RecaptureTable {
    private static final int DRAWS = 2_000;

    private RecaptureTable() {}

    public static void main(String[] arguments) {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        ScreenModel model = ScreenModel.shipped();
        ScreenSamples samples = ScreenSamples.measured(images.get());
        for (boolean chain : new boolean[] {false, true}) {
            Map<One, Double> scores = new LinkedHashMap<>();
            samples.of("dev", chain).forEach(one -> scores.put(one, model.score(one.figures())));
            report(chain ? "dev, through the chain" : "dev, as they lie", scores, model.hintFrom());
        }
    }

    static void report(String title, Map<One, Double> scores, double hintFrom) {
        System.out.printf("%s (hint from %.3f)%n", title, hintFrom);
        List<Double> screens = of(scores, One::isScreen);
        List<Double> messenger = of(scores, one -> one.folder().equals(ScreenSamples.MESSENGER));
        List<Double> ordinary = of(scores, one -> !one.isScreen());
        auc("photographs of screens against photographs sent by messenger", screens, messenger);
        auc("photographs of screens against all others", screens, ordinary);
        Map<String, int[]> told = new TreeMap<>();
        scores.forEach(
                (one, score) -> {
                    int[] n = told.computeIfAbsent(one.folder(), f -> new int[2]);
                    n[0] += score >= hintFrom ? 1 : 0;
                    n[1]++;
                });
        told.forEach(
                (folder, n) ->
                        System.out.printf("  told of %-18s %s%n", folder, new Share(n[0], n[1])));
        int alarms = (int) ordinary.stream().filter(score -> score >= hintFrom).count();
        System.out.printf("  told of %-18s %s%n", "all others", new Share(alarms, ordinary.size()));
        for (double from : new double[] {0, 0.2, 0.4, 0.6, 0.8, 0.9}) {
            double to = from == 0.8 ? 0.9 : from == 0.9 ? 1.01 : from + 0.2;
            band(screens, ordinary, from, to);
        }
        System.out.println();
    }

    private static List<Double> of(Map<One, Double> scores, Predicate<One> wanted) {
        return scores.entrySet().stream()
                .filter(e -> wanted.test(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void band(List<Double> screens, List<Double> others, double from, double to) {
        int hits = (int) screens.stream().filter(s -> s >= from && s < to).count();
        int alarms = (int) others.stream().filter(s -> s >= from && s < to).count();
        double ratio = (hits + 0.5) / (screens.size() + 1) / ((alarms + 0.5) / (others.size() + 1));
        System.out.printf(
                "  score %.1f to %.1f: %3d screens, %3d others, ratio %.2f%n",
                from, Math.min(1, to), hits, alarms, ratio);
    }

    private static void auc(String title, List<Double> positives, List<Double> negatives) {
        Random random = new Random(1);
        List<Double> draws = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            draws.add(auc(drawn(positives, random), drawn(negatives, random)));
        }
        List<Double> sorted = draws.stream().sorted().toList();
        System.out.printf(
                "  %-62s n %d / %d, AUC %.3f, 95 %% %.3f to %.3f (bootstrap)%n",
                title,
                positives.size(),
                negatives.size(),
                auc(positives, negatives),
                sorted.get(DRAWS / 40),
                sorted.get(DRAWS - DRAWS / 40));
    }

    private static List<Double> drawn(List<Double> from, Random random) {
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            drawn.add(from.get(random.nextInt(from.size())));
        }
        return drawn;
    }

    private static double auc(List<Double> positives, List<Double> negatives) {
        double wins = 0;
        for (double positive : positives) {
            for (double negative : negatives) {
                wins += positive > negative ? 1 : positive == negative ? 0.5 : 0;
            }
        }
        return wins / positives.size() / negatives.size();
    }
}
