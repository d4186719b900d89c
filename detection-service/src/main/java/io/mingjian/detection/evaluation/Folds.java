package io.mingjian.detection.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Which pictures are judged together by a probe that saw none of them. */
final class Folds {
    private static final int MOST = 4;

    private Folds() {}

    /**
     * By repository, dealt out by size, both classes alike, so that every fold holds both and no
     * source is both learned from and judged. Fewer than two folds when a class has one source.
     */
    static Map<Sample, Integer> bySource(List<Sample> samples) {
        List<String> real = repositories(samples, Sample.Label.REAL);
        List<String> generated = repositories(samples, Sample.Label.AI);
        int count = Math.max(1, Math.min(MOST, Math.min(real.size(), generated.size())));
        Map<String, Integer> folds = new HashMap<>();
        // Generated ones first: a repository with both classes stays where it is put then.
        for (List<String> names : List.of(generated, real)) {
            for (int i = 0; i < names.size(); i++) {
                folds.putIfAbsent(names.get(i), i % count);
            }
        }
        Map<Sample, Integer> result = new HashMap<>();
        samples.forEach(sample -> result.put(sample, folds.getOrDefault(sample.repository(), 0)));
        return result;
    }

    private static List<String> repositories(List<Sample> samples, Sample.Label label) {
        Map<String, Integer> sizes = new TreeMap<>();
        samples.stream()
                .filter(sample -> sample.label() == label)
                .forEach(sample -> sizes.merge(sample.repository(), 1, Integer::sum));
        List<String> names = new ArrayList<>(sizes.keySet());
        names.sort(Comparator.comparing((String name) -> -sizes.getOrDefault(name, 0)));
        return names;
    }

    /** By chance: pictures of one source lie on both sides, which flatters whatever learns. */
    static Map<Sample, Integer> byChance(List<Sample> samples, long seed) {
        Random random = new Random(seed);
        Map<Sample, Integer> result = new HashMap<>();
        samples.forEach(sample -> result.put(sample, random.nextInt(2)));
        return result;
    }

    /**
     * The score of each picture by a probe that learned from the other folds; pictures whose other
     * folds hold one class only are left out.
     */
    static Map<Sample, Double> judged(Map<Sample, double[]> features, Map<Sample, Integer> folds) {
        Map<Sample, Double> scores = new HashMap<>();
        folds.values().stream()
                .distinct()
                .sorted()
                .forEach(fold -> judge(features, folds, fold, scores));
        return scores;
    }

    private static void judge(
            Map<Sample, double[]> features,
            Map<Sample, Integer> folds,
            int fold,
            Map<Sample, Double> scores) {
        List<Sample> known =
                features.keySet().stream()
                        .filter(sample -> folds.getOrDefault(sample, fold) != fold)
                        .sorted(Comparator.comparing(Sample::name))
                        .toList();
        boolean[] generated = new boolean[known.size()];
        int positives = 0;
        for (int i = 0; i < generated.length; i++) {
            generated[i] = !known.get(i).isReal();
            positives += generated[i] ? 1 : 0;
        }
        if (positives == 0 || positives == generated.length) {
            return;
        }
        RidgeProbe probe = RidgeProbe.learn(rows(known, features), generated);
        features.forEach(
                (sample, row) -> {
                    if (folds.getOrDefault(sample, -1) == fold) {
                        scores.put(sample, probe.score(row));
                    }
                });
    }

    private static List<double[]> rows(List<Sample> samples, Map<Sample, double[]> features) {
        List<double[]> rows = new ArrayList<>();
        for (Sample sample : samples) {
            double[] row = features.get(sample);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }
}
