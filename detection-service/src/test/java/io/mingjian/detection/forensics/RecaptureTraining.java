package io.mingjian.detection.forensics;

import io.mingjian.detection.forensics.ScreenSamples.One;
import io.mingjian.detection.media.SampleFiles;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * Trains the model of photographs of screens on the pictures whose split is {@code train} and
 * writes it. {@code benchmarks/run recapture-training FILE}. Nothing is drawn but the copies, and
 * those by the pictures' own hashes, so the same pictures give the same model.
 */
public final class RecaptureTraining {
    private static final int FOLDS = 5;
    private static final double RIDGE = 3;
    private static final int STEPS = 4_000;
    private static final double RATE = 0.1;

    /** Share of the ordinary pictures that may be told, out of fold. */
    private static final double FALSE_ALARMS = 0.02;

    private RecaptureTraining() {}

    public static void main(String[] arguments) throws IOException {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        List<One> train = ScreenSamples.measured(images.get()).of("train", true);
        Map<One, Double> scores = outOfFold(train);
        List<Double> ordinary =
                scores.entrySet().stream()
                        .filter(e -> !e.getKey().isScreen())
                        .map(Map.Entry::getValue)
                        .toList();
        double hintFrom = hintFrom(ordinary, FALSE_ALARMS);
        RecaptureTable.report("train, out of fold, through the chain", scores, hintFrom);
        if (arguments.length > 0) {
            Files.write(Path.of(arguments[0]), lines(train, hintFrom));
        }
    }

    /** Conformal: of n ordinary ones the ceil((n + 1)(1 - a))-th score. */
    static double hintFrom(List<Double> ordinary, double falseAlarms) {
        int at = (int) Math.ceil((ordinary.size() + 1) * (1 - falseAlarms)) - 1;
        return ordinary.stream().sorted().toList().get(Math.min(ordinary.size() - 1, at));
    }

    /** Each picture's score by a model that saw no copy of it. */
    private static Map<One, Double> outOfFold(List<One> train) {
        Map<One, Double> scores = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            List<One> kept = train.stream().filter(one -> fold(one) != out).toList();
            ScreenModel model = new ScreenModel(rows(kept, 1));
            train.stream()
                    .filter(one -> fold(one) == out)
                    .forEach(one -> scores.put(one, model.score(one.figures())));
        }
        return scores;
    }

    private static int fold(One one) {
        return Integer.parseInt(one.name().substring(0, 4), 16) % FOLDS;
    }

    private static List<String> lines(List<One> train, double hintFrom) {
        Map<String, Integer> sources = new LinkedHashMap<>();
        train.forEach(one -> sources.merge(one.folder(), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        lines.add("# Photographs of screens: figure, mean, spread, weight; logistic regression.");
        lines.add("# Made by benchmarks/run recapture-training from copies, by source: " + sources);
        lines.add("# hintFrom: 98 of 100 ordinary training pictures lie below it, out of fold.");
        rows(train, hintFrom).forEach(row -> lines.add(String.join(",", row)));
        return lines;
    }

    /** Classes weigh alike, and so do the sources of ordinary pictures among themselves. */
    private static Map<String, Double> weights(List<One> train) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        train.forEach(one -> counts.merge(one.folder(), 1, Integer::sum));
        Set<String> ordinary = new TreeSet<>(counts.keySet());
        ordinary.remove(ScreenSamples.SCREEN);
        Map<String, Double> weights = new LinkedHashMap<>();
        counts.forEach(
                (folder, count) ->
                        weights.put(
                                folder,
                                train.size()
                                        / 2.0
                                        / count
                                        / (folder.equals(ScreenSamples.SCREEN)
                                                ? 1
                                                : ordinary.size())));
        return weights;
    }

    private static List<List<String>> rows(List<One> train, double hintFrom) {
        List<String> names = List.copyOf(train.get(0).figures().keySet());
        int n = names.size();
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (int i = 0; i < n; i++) {
            String name = names.get(i);
            double[] values = train.stream().mapToDouble(one -> one.figures().get(name)).toArray();
            mean[i] = Arrays.stream(values).average().orElseThrow();
            double middle = mean[i];
            spread[i] =
                    Math.sqrt(
                                    Arrays.stream(values)
                                            .map(v -> (v - middle) * (v - middle))
                                            .average()
                                            .orElseThrow())
                            + 1e-9;
        }
        double[] weights = fit(train, names, mean, spread);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(List.of(names.get(i), number(mean[i]), number(spread[i]), number(weights[i])));
        }
        rows.add(List.of("bias", number(weights[n])));
        rows.add(List.of("hintFrom", number(hintFrom)));
        return rows;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** Gradient descent on the weighted likelihood with a ridge; the bias comes last. */
    private static double[] fit(
            List<One> train, List<String> names, double[] mean, double[] spread) {
        int n = names.size();
        double[][] x = new double[train.size()][n];
        Map<String, Double> bySource = weights(train);
        for (int k = 0; k < x.length; k++) {
            for (int i = 0; i < n; i++) {
                double part = (train.get(k).figures().get(names.get(i)) - mean[i]) / spread[i];
                x[k][i] = Math.max(-3, Math.min(3, part));
            }
        }
        double[] w = new double[n + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[n + 1];
            for (int k = 0; k < x.length; k++) {
                double sum = w[n];
                for (int i = 0; i < n; i++) {
                    sum += w[i] * x[k][i];
                }
                One one = train.get(k);
                double miss = (one.isScreen() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
                double weight = bySource.get(one.folder()) * miss;
                for (int i = 0; i < n; i++) {
                    slope[i] += weight * x[k][i];
                }
                slope[n] += weight;
            }
            for (int i = 0; i <= n; i++) {
                double ridge = i < n ? RIDGE * w[i] : 0;
                w[i] += RATE * (slope[i] - ridge) / x.length;
            }
        }
        return w;
    }
}
