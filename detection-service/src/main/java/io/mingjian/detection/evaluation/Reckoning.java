package io.mingjian.detection.evaluation;

import io.mingjian.detection.evaluation.Rates.Share;
import io.mingjian.detection.evaluation.Result.Cost;
import io.mingjian.detection.evaluation.Result.FalseAlarms;
import io.mingjian.detection.evaluation.Result.Gate;
import io.mingjian.detection.evaluation.Result.Line;
import io.mingjian.detection.evaluation.Result.Threshold;
import io.mingjian.detection.evaluation.Score.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From what was said to what is reported. */
final class Reckoning {
    static final String UNSEEN = "unseen sources";
    static final String LEFT_OUT = "sources left out";
    static final String LEAKY = "random split (leaky, for comparison)";
    static final String CONTENT = "control: content only";
    static final String FILE_SHAPE = "control: file shape only";
    static final String SATURATION = "probe: saturation";
    private static final String ALL = "all";
    private static final int DRAWS = 400;
    private static final double ONE_PERCENT = 0.01;
    private static final double FIVE_PERCENT = 0.05;
    private static final String CALIBRATION = "train";

    private final Measuring measured;
    private final List<Score> scores;
    private final List<Laundering> steps;
    private final long seed;

    Reckoning(Measuring measured, List<Score> scores, List<Laundering> steps, long seed) {
        this.measured = measured;
        this.scores = scores;
        this.steps = withMatched(steps);
        this.seed = seed;
    }

    private static List<Laundering> withMatched(List<Laundering> steps) {
        Set<Laundering> all = new TreeSet<>(steps);
        all.add(Laundering.MATCHED);
        return List.copyOf(all);
    }

    Result result(List<Sample> samples) {
        Map<String, Integer> pictures = new TreeMap<>();
        measured.fileShape()
                .keySet()
                .forEach(
                        s ->
                                pictures.merge(
                                        s.label().name().toLowerCase(Locale.ROOT),
                                        1,
                                        Integer::sum));
        List<Line> lines = new ArrayList<>();
        for (Score score : scores) {
            for (Laundering step : steps) {
                lines.addAll(lines(score.name(), UNSEEN, step, unseen(score, step)));
            }
        }
        lines.addAll(controls());
        List<Line> twins = twins();
        List<FalseAlarms> alarms = falseAlarms(samples);
        Map<String, String> failed = new LinkedHashMap<>();
        scores.forEach(score -> score.failure().ifPresent(why -> failed.put(score.name(), why)));
        return new Result(
                Result.FORMAT,
                seed,
                steps.stream().map(Laundering::word).toList(),
                pictures,
                List.copyOf(measured.unread()),
                failed,
                lines,
                twins,
                alarms,
                thresholds(),
                gates(lines, twins, alarms),
                costs());
    }

    /** What it said of pictures from sources that it did not learn from. */
    private Map<Sample, Double> unseen(Score score, Laundering step) {
        Map<Sample, Double> said = new HashMap<>();
        measured.said(score.name(), step)
                .forEach(
                        (sample, judgement) -> {
                            if (!score.learnedFrom().contains(sample.repository())) {
                                said.put(sample, judgement.score());
                            }
                        });
        return said;
    }

    private List<Line> lines(
            String score, String split, Laundering step, Map<Sample, Double> said) {
        List<Line> lines = new ArrayList<>();
        double[] real = values(said, Sample::isReal);
        lines.add(
                line(
                        score,
                        split,
                        ALL,
                        "ai",
                        step,
                        values(said, s -> s.label() == Sample.Label.AI),
                        real));
        Map<String, Set<Sample.Label>> generators = new TreeMap<>();
        said.keySet().stream()
                .filter(s -> !s.isReal())
                .forEach(
                        s ->
                                generators
                                        .computeIfAbsent(
                                                s.generator(),
                                                g -> EnumSet.noneOf(Sample.Label.class))
                                        .add(s.label()));
        generators.forEach(
                (generator, labels) ->
                        labels.forEach(
                                label ->
                                        lines.add(
                                                line(
                                                        score,
                                                        split,
                                                        generator,
                                                        label.name().toLowerCase(Locale.ROOT),
                                                        step,
                                                        values(said, s -> is(s, generator, label)),
                                                        real))));
        return lines;
    }

    private static boolean is(Sample sample, String generator, Sample.Label label) {
        return sample.label() == label && sample.generator().equals(generator);
    }

    private Line line(
            String score,
            String split,
            String generator,
            String label,
            Laundering step,
            double[] generated,
            double[] real) {
        boolean bracketed = generator.equals(ALL) && generated.length > 0 && real.length > 0;
        double[] bracket =
                bracketed ? Rates.aucInterval(generated, real, DRAWS, seed) : new double[0];
        return new Line(
                score,
                split,
                generator,
                label,
                step.word(),
                generated.length,
                real.length,
                rounded(Rates.auc(generated, real)),
                bracketed ? rounded(bracket[0]) : null,
                bracketed ? rounded(bracket[1]) : null,
                Rates.atFalseAlarms(generated, real, ONE_PERCENT),
                Rates.atFalseAlarms(generated, real, FIVE_PERCENT));
    }

    static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10_000) / 10_000.0;
    }

    private static double[] values(Map<Sample, Double> said, Predicate<Sample> which) {
        return said.entrySet().stream()
                .filter(row -> which.test(row.getKey()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Sample::name)))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
    }

    /** Each probe twice: with sources kept apart, and as it would look if they were not. */
    private List<Line> controls() {
        List<Line> lines = new ArrayList<>();
        Map<String, Map<Sample, double[]>> probes = new LinkedHashMap<>();
        probes.put(CONTENT, unedited(measured.content()));
        probes.put(FILE_SHAPE, unedited(measured.fileShape()));
        probes.put(SATURATION, unedited(saturation()));
        probes.forEach(
                (name, features) -> {
                    Laundering step =
                            name.equals(FILE_SHAPE) ? Laundering.UNTOUCHED : Laundering.MATCHED;
                    if (features.isEmpty()) {
                        return;
                    }
                    List<Sample> judged = List.copyOf(features.keySet());
                    lines.addAll(
                            lines(
                                    name,
                                    LEFT_OUT,
                                    step,
                                    Folds.judged(features, Folds.bySource(judged))));
                    lines.add(
                            lines(
                                            name,
                                            LEAKY,
                                            step,
                                            Folds.judged(
                                                    features, Folds.byChance(sorted(judged), seed)))
                                    .get(0));
                });
        return lines;
    }

    private static List<Sample> sorted(List<Sample> samples) {
        return samples.stream().sorted(Comparator.comparing(Sample::name)).toList();
    }

    private static Map<Sample, double[]> unedited(Map<Sample, double[]> features) {
        return features.entrySet().stream()
                .filter(row -> row.getKey().label() != Sample.Label.EDITED)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The saturation figures of each picture after the chain; pictures that lack one left out. */
    private Map<Sample, double[]> saturation() {
        List<String> names =
                scores.stream()
                        .map(Score::name)
                        .filter(name -> name.startsWith(Scores.SATURATION))
                        .toList();
        Map<Sample, double[]> features = new HashMap<>();
        for (Sample sample : measured.content().keySet()) {
            double[] row =
                    names.stream()
                            .mapToDouble(
                                    name -> at(measured.said(name, Laundering.MATCHED), sample))
                            .toArray();
            if (row.length > 0 && Arrays.stream(row).noneMatch(Double::isNaN)) {
                features.put(sample, row);
            }
        }
        return features;
    }

    private Map<Sample, Double> contentLeftOut() {
        Map<Sample, double[]> features = unedited(measured.content());
        return Folds.judged(features, Folds.bySource(List.copyOf(features.keySet())));
    }

    /** Generated against camera pictures of the same gallery, where content mostly agrees. */
    private List<Line> twins() {
        List<Line> twins = new ArrayList<>();
        Map<Sample, Double> content = contentLeftOut();
        for (String gallery : galleriesWithBoth()) {
            for (Score score : scores) {
                for (Laundering step : steps) {
                    twin(score.name(), UNSEEN, gallery, step, unseen(score, step), twins);
                }
            }
            twin(CONTENT, LEFT_OUT, gallery, Laundering.MATCHED, content, twins);
        }
        return twins;
    }

    private void twin(
            String score,
            String split,
            String gallery,
            Laundering step,
            Map<Sample, Double> said,
            List<Line> twins) {
        double[] generated =
                values(said, s -> s.label() == Sample.Label.AI && s.gallery().equals(gallery));
        double[] real = values(said, s -> s.isReal() && s.gallery().equals(gallery));
        if (generated.length > 0 && real.length > 0) {
            twins.add(line(score, split, gallery, "ai", step, generated, real));
        }
    }

    private Set<String> galleriesWithBoth() {
        Set<String> generated = galleries(s -> s.label() == Sample.Label.AI);
        Set<String> both = new TreeSet<>(galleries(Sample::isReal));
        both.retainAll(generated);
        return both;
    }

    private Set<String> galleries(Predicate<Sample> which) {
        return measured.content().keySet().stream()
                .filter(which)
                .map(Sample::gallery)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<FalseAlarms> falseAlarms(List<Sample> samples) {
        Map<List<String>, List<Sample>> sources =
                samples.stream()
                        .filter(Sample::isReal)
                        .collect(
                                Collectors.groupingBy(
                                        s -> List.of(s.group(), s.damage(), s.repository()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<FalseAlarms> lines = new ArrayList<>();
        for (Score score : scores) {
            for (Laundering step : steps) {
                Map<Sample, Judgement> said = measured.said(score.name(), step);
                sources.forEach(
                        (key, own) -> {
                            FalseAlarms line = falseAlarms(score, step, key, own, said);
                            if (line.pictures() > 0) {
                                lines.add(line);
                            }
                        });
            }
        }
        return lines;
    }

    private static FalseAlarms falseAlarms(
            Score score,
            Laundering step,
            List<String> key,
            List<Sample> own,
            Map<Sample, Judgement> said) {
        String repository = key.get(2);
        double[] here =
                own.stream().filter(said::containsKey).mapToDouble(s -> at(said, s)).toArray();
        double[] elsewhere =
                said.keySet().stream()
                        .filter(s -> s.isReal() && !s.repository().equals(repository))
                        .filter(s -> !score.learnedFrom().contains(s.repository()))
                        .mapToDouble(s -> at(said, s))
                        .toArray();
        Double border = Rates.conformal(elsewhere, ONE_PERCENT);
        return new FalseAlarms(
                score.name(),
                key.get(0),
                key.get(1).isEmpty() ? "not told" : key.get(1),
                score.learnedFrom().contains(repository),
                step.word(),
                here.length,
                shipped(own, said),
                border == null ? null : Rates.above(here, border));
    }

    private static @Nullable Share shipped(List<Sample> own, Map<Sample, Judgement> said) {
        int hits = 0;
        int count = 0;
        for (Sample sample : own) {
            Judgement judgement = said.get(sample);
            if (judgement == null || sample.split().equals(CALIBRATION)) {
                continue;
            }
            OptionalDouble border = judgement.threshold();
            if (border.isPresent()) {
                count++;
                hits += judgement.score() > border.getAsDouble() ? 1 : 0;
            }
        }
        return count == 0 ? null : Share.of(hits, count);
    }

    private static double at(Map<Sample, Judgement> said, Sample sample) {
        Judgement judgement = said.get(sample);
        return judgement == null ? Double.NaN : judgement.score();
    }

    /** From untouched files when they were measured, otherwise from those after the chain. */
    private List<Threshold> thresholds() {
        Laundering step =
                steps.contains(Laundering.UNTOUCHED) ? Laundering.UNTOUCHED : Laundering.MATCHED;
        List<Threshold> thresholds = new ArrayList<>();
        for (Score score : scores) {
            Map<String, List<Double>> channels = new TreeMap<>();
            measured.said(score.name(), step)
                    .forEach(
                            (sample, judgement) -> {
                                if (calibrates(score, sample)) {
                                    channels.computeIfAbsent(
                                                    judgement.channel(), c -> new ArrayList<>())
                                            .add(judgement.score());
                                }
                            });
            channels.forEach(
                    (channel, values) ->
                            thresholds.add(
                                    new Threshold(
                                            score.name(),
                                            step.word(),
                                            channel.isEmpty() ? ALL : channel,
                                            values.size(),
                                            rounded(
                                                    Rates.conformal(
                                                            values.stream()
                                                                    .mapToDouble(v -> v)
                                                                    .toArray(),
                                                            ONE_PERCENT)))));
        }
        return thresholds;
    }

    private static boolean calibrates(Score score, Sample sample) {
        return sample.isReal()
                && !score.learnedFrom().contains(sample.repository())
                && (sample.split().isEmpty() || sample.split().equals(CALIBRATION));
    }

    private List<Gate> gates(List<Line> lines, List<Line> twins, List<FalseAlarms> alarms) {
        Map<Sample, Double> content = contentLeftOut();
        List<Gate> gates = new ArrayList<>();
        for (Score score : scores) {
            if (!score.name().startsWith(Scores.SATURATION)) {
                Gates rules = new Gates(score.name());
                gates.add(rules.twins(twins));
                gates.add(rules.content(unseen(score, Laundering.MATCHED), content, DRAWS, seed));
                gates.add(rules.falseAlarms(alarms));
                gates.add(rules.laundering(lines));
            }
        }
        return gates;
    }

    private List<Cost> costs() {
        Map<String, Long> peaks =
                scores.stream()
                        .collect(Collectors.toMap(Score::name, Score::foreignMebibytes, Long::max));
        Map<String, Long> sizes =
                scores.stream()
                        .collect(Collectors.toMap(Score::name, Score::modelBytes, Long::max));
        List<Cost> costs = new ArrayList<>();
        measured.costs()
                .forEach(
                        (name, cost) ->
                                costs.add(
                                        new Cost(
                                                name,
                                                cost[0],
                                                Math.round(cost[1] / 1e4 / cost[0]) / 100.0,
                                                peaks.getOrDefault(name, 0L),
                                                sizes.getOrDefault(name, 0L))));
        costs.add(
                new Cost(
                        ALL,
                        measured.costs().values().stream().mapToLong(c -> c[0]).max().orElse(0),
                        costs.stream().mapToDouble(Cost::cpuMilliseconds).sum(),
                        Memory.peakMebibytes(ProcessHandle.current().pid()),
                        sizes.values().stream().mapToLong(Long::longValue).sum()));
        return costs;
    }
}
