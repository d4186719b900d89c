package io.mingjian.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RidgeProbeTest {
    private static Sample sample(int number, Sample.Label label, String repository) {
        return new Sample(
                repository + number, Path.of("x"), label, "g", repository, repository, "", "");
    }

    @Test
    void itLearnsWhatSeparatesAndIgnoresWhatDoesNot() {
        Random random = new Random(7);
        List<double[]> features = new ArrayList<>();
        boolean[] generated = new boolean[200];
        for (int i = 0; i < generated.length; i++) {
            generated[i] = i % 4 == 0;
            features.add(
                    new double[] {
                        random.nextGaussian() + (generated[i] ? 3 : 0), random.nextGaussian(), 5
                    });
        }
        RidgeProbe probe = RidgeProbe.learn(features, generated);
        assertThat(probe.score(new double[] {3, 0, 5})).isPositive();
        assertThat(probe.score(new double[] {0, 0, 5})).isNegative();
    }

    /** What is a mark of the source alone must not look like a mark of generation. */
    @Test
    void aMarkOfTheSourceFlattersARandomSplitOnly() {
        Random random = new Random(11);
        Map<Sample, double[]> features = new HashMap<>();
        for (int i = 0; i < 240; i++) {
            int source = i % 8;
            Sample.Label label = source < 4 ? Sample.Label.REAL : Sample.Label.AI;
            double[] row = new double[8];
            row[source] = 1 + random.nextGaussian() * 0.1;
            features.put(sample(i, label, "source" + source), row);
        }
        List<Sample> samples = List.copyOf(features.keySet());
        Map<Sample, Integer> apart = Folds.bySource(samples);
        assertThat(
                        apart.entrySet().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                row -> row.getKey().repository(),
                                                Collectors.mapping(
                                                        Map.Entry::getValue, Collectors.toSet()))))
                .allSatisfy((repository, folds) -> assertThat(folds).hasSize(1));
        assertThat(auc(Folds.judged(features, apart))).isLessThan(0.75);
        assertThat(auc(Folds.judged(features, Folds.byChance(samples, 3)))).isGreaterThan(0.95);
    }

    private static double auc(Map<Sample, Double> said) {
        assertThat(said).hasSize(240);
        return Objects.requireNonNull(
                Rates.auc(
                        said.entrySet().stream()
                                .filter(row -> !row.getKey().isReal())
                                .mapToDouble(Map.Entry::getValue)
                                .toArray(),
                        said.entrySet().stream()
                                .filter(row -> row.getKey().isReal())
                                .mapToDouble(Map.Entry::getValue)
                                .toArray()));
    }
}
