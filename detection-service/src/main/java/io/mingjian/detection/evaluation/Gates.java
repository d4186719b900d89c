package io.mingjian.detection.evaluation;

import io.mingjian.detection.evaluation.Result.FalseAlarms;
import io.mingjian.detection.evaluation.Result.Gate;
import io.mingjian.detection.evaluation.Result.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The four conditions under which a score may enter the indication ({@code docs/model-card.md}).
 */
final class Gates {
    private static final int ENOUGH = 100;
    private static final int FEWEST_OF_A_CLASS = 30;
    private static final double TWIN_AUC = 0.75;
    private static final double TWIN_RATE = 0.20;
    private static final int TWIN_GALLERIES = 2;
    private static final double SURE = 0.975;
    private static final double FALSE_ALARMS = 0.01;
    private static final double MOST_LOSS = 0.5;

    private final String score;

    Gates(String score) {
        this.score = score;
    }

    /** Tells twins apart in two galleries of a hundred pictures. */
    Gate twins(List<Line> twins) {
        List<Line> own =
                twins.stream()
                        .filter(line -> line.score().equals(score))
                        .filter(line -> line.step().equals(Laundering.MATCHED.word()))
                        .filter(line -> line.generated() + line.real() >= ENOUGH)
                        .filter(
                                line ->
                                        Math.min(line.generated(), line.real())
                                                >= FEWEST_OF_A_CLASS)
                        .toList();
        long good =
                own.stream()
                        .filter(line -> Objects.requireNonNullElse(line.auc(), 0.0) >= TWIN_AUC)
                        .filter(line -> line.tprAtFpr1().share() >= TWIN_RATE)
                        .count();
        return new Gate(
                score,
                "twins",
                good >= TWIN_GALLERIES,
                good + " of " + own.size() + " galleries with at least 100 pictures");
    }

    /** Beats what content alone gives, on the same pictures. */
    Gate content(Map<Sample, Double> said, Map<Sample, Double> content, int draws, long seed) {
        List<Sample> both =
                said.keySet().stream()
                        .filter(content::containsKey)
                        .sorted(Comparator.comparing(Sample::name))
                        .toList();
        if (both.stream().noneMatch(Sample::isReal) || both.stream().allMatch(Sample::isReal)) {
            return new Gate(score, "beatsContent", false, "no pictures of both classes");
        }
        double share = Rates.beats(byClass(both, said), byClass(both, content), draws, seed);
        return new Gate(
                score,
                "beatsContent",
                share >= SURE,
                String.format(
                        Locale.ROOT,
                        "better than content in %.1f %% of %d draws of %d pictures",
                        share * 100,
                        draws,
                        both.size()));
    }

    private static double[][] byClass(List<Sample> samples, Map<Sample, Double> said) {
        return new double[][] {
            samples.stream()
                    .filter(sample -> !sample.isReal())
                    .mapToDouble(sample -> said.getOrDefault(sample, 0.0))
                    .toArray(),
            samples.stream()
                    .filter(Sample::isReal)
                    .mapToDouble(sample -> said.getOrDefault(sample, 0.0))
                    .toArray()
        };
    }

    /**
     * At most one in a hundred camera pictures of every large source above the border; of damaged
     * and other pictures together, and where no border ships for some of them, not shown.
     */
    Gate falseAlarms(List<FalseAlarms> alarms) {
        Map<List<String>, int[]> sources = new TreeMap<>(Comparator.comparing(String::valueOf));
        for (FalseAlarms line : alarms) {
            if (line.score().equals(score) && !line.learnedFrom()) {
                int[] sum =
                        sources.computeIfAbsent(
                                List.of(line.source(), line.step()), source -> new int[3]);
                sum[0] += line.pictures();
                sum[1] += line.shipped() == null ? 0 : line.shipped().count();
                sum[2] += line.shipped() == null ? 0 : line.shipped().hits();
            }
        }
        List<int[]> large = sources.values().stream().filter(sum -> sum[0] >= ENOUGH).toList();
        long unbounded = large.stream().filter(sum -> sum[1] < ENOUGH).count();
        long bad =
                large.stream()
                        .filter(sum -> sum[1] >= ENOUGH && sum[2] > FALSE_ALARMS * sum[1])
                        .count();
        return new Gate(
                score,
                "falseAlarms",
                !large.isEmpty() && unbounded == 0 && bad == 0,
                large.isEmpty()
                        ? "no source with 100 pictures"
                        : bad
                                + " above 1 % and "
                                + unbounded
                                + " without a border for 100 pictures, of "
                                + large.size()
                                + " sources and steps");
    }

    /** Keeps half of what it finds under every step. */
    Gate laundering(List<Line> lines) {
        List<Line> own =
                lines.stream()
                        .filter(line -> line.score().equals(score))
                        .filter(line -> line.generator().equals("all"))
                        .toList();
        double matched = rate(own, Laundering.MATCHED);
        List<String> lost =
                Laundering.all().stream()
                        .filter(step -> rate(own, step) < matched * MOST_LOSS)
                        .map(Laundering::word)
                        .toList();
        boolean measured =
                Laundering.all().stream()
                        .allMatch(step -> own.stream().anyMatch(l -> l.step().equals(step.word())));
        boolean passed = measured && matched > 0 && lost.isEmpty();
        return new Gate(
                score,
                "laundering",
                passed,
                !measured
                        ? "not every step was measured"
                        : matched <= 0
                                ? "finds nothing that could be lost"
                                : lost.isEmpty()
                                        ? "no step takes half"
                                        : "half is lost by " + lost);
    }

    private static double rate(List<Line> lines, Laundering step) {
        return lines.stream()
                .filter(line -> line.step().equals(step.word()))
                .mapToDouble(line -> line.tprAtFpr1().share())
                .findFirst()
                .orElse(0);
    }
}
