package io.mingjian.detection.analysis;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.analysis.Indication.Line;
import io.mingjian.detection.finding.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Joins what the analyzers saw with what is known beside the picture into one explained indication.
 * A pure function of its input and of a version of {@link FusionRules}, which holds its numbers.
 *
 * <p>Log-odds: the logarithms of the likelihood ratios are added, each ratio no larger than the cap
 * of its row. Signals of one group tend to have one cause, so of each group only the weightiest
 * counts. What speaks for an ordinary photograph is shown beside and takes nothing away. No sum can
 * lift an indication above the ceiling of the signals in it. Pixels can raise what others say by
 * their weight, but where the others alone say nothing, they end at "some signs".
 */
final class Fusion {
    private static final int MOST_QUESTIONS = 3;

    private final FusionRules rules;
    private final List<Weighed> weighed;
    private final Map<SignalGroup, Weighed> counted = new EnumMap<>(SignalGroup.class);

    private Fusion(FusionRules rules, List<Signal> signals) {
        this.rules = rules;
        this.weighed =
                IntStream.range(0, signals.size())
                        .mapToObj(i -> weigh(i, signals.get(i)))
                        .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                        .toList();
        weighed.stream()
                .filter(each -> each.row().counts())
                .forEach(each -> counted.putIfAbsent(each.row().group(), each));
    }

    private Weighed weigh(int place, Signal signal) {
        return new Weighed(place, signal, rules.row(signal.code()));
    }

    /** The place tells two signals apart that say the same. */
    private record Weighed(int place, Signal signal, RuleRow row) {
        private double weight() {
            return row.weight();
        }
    }

    /** The indication by the present rules. */
    static Indication fuse(PanelReport report, Reuse reuse) {
        return fuse(FusionRules.current(), FusionInput.of(report, reuse));
    }

    /** The indication by these rules; by old ones it is what it was then. */
    static Indication fuse(FusionRules rules, FusionInput input) {
        List<Signal> signals = new ArrayList<>(input.report().signals());
        signals.addAll(ReuseLines.of(input.reuse()));
        signals.addAll(input.company().signals());
        input.behaviour().stream().map(Behaviour::signal).forEach(signals::add);
        return new Fusion(rules, signals).indication(input.report(), input.reuse().scope());
    }

    private Indication indication(PanelReport report, Scope scope) {
        IndicationBand band = band(report.hasUnread());
        return new Indication(
                band,
                BandWords.name(band),
                BandWords.summary(band, Searched.of(report.notes()), scope),
                report.labelVerdict(),
                weighed.stream().anyMatch(w -> FusionRules.LABEL_REMOVAL.contains(w.row().code())),
                weighed.stream().map(this::line).toList(),
                contradictions(),
                questions(band),
                report.notes());
    }

    private Line line(Weighed each) {
        return Line.of(each.signal(), each.row(), each.equals(counted.get(each.row().group())));
    }

    private IndicationBand band(boolean unread) {
        IndicationBand band = readable();
        return band == IndicationBand.NO_SIGN && unread ? IndicationBand.INCONCLUSIVE : band;
    }

    private IndicationBand readable() {
        if (counted.values().stream().anyMatch(this::declares)) {
            return IndicationBand.DECLARED_OR_REUSED;
        }
        IndicationBand all = lower(ceiling(counted.values()), bandOf(logOdds(counted.values())));
        List<Weighed> others =
                counted.values().stream()
                        .filter(each -> each.row().group() != SignalGroup.PIXELS)
                        .toList();
        boolean pixelsAlone = bandOf(logOdds(others)) == IndicationBand.NO_SIGN;
        return pixelsAlone && others.size() < counted.size()
                ? lower(all, IndicationBand.SOME_SIGNS)
                : all;
    }

    private boolean declares(Weighed each) {
        return each.row().ceiling() == IndicationBand.DECLARED_OR_REUSED
                && each.weight() >= rules.declaresFrom();
    }

    private static double logOdds(Collection<Weighed> counted) {
        return counted.stream().mapToDouble(each -> each.row().logOdds()).sum();
    }

    private static IndicationBand ceiling(Collection<Weighed> counted) {
        return counted.stream()
                .map(each -> each.row().ceiling())
                .max(Comparator.naturalOrder())
                .orElse(IndicationBand.NO_SIGN);
    }

    /**
     * The sum alone reaches at most "strong signs"; the top band belongs to declarations and reuse.
     */
    private IndicationBand bandOf(double logOdds) {
        if (reaches(logOdds, rules.strongFrom())) {
            return IndicationBand.STRONG_SIGNS;
        }
        return reaches(logOdds, rules.someFrom())
                ? IndicationBand.SOME_SIGNS
                : IndicationBand.NO_SIGN;
    }

    /** What reaches a threshold exactly is not to miss it by the rounding of logarithms. */
    private static boolean reaches(double logOdds, double ratio) {
        return logOdds >= Math.log(ratio) - 1e-9;
    }

    private static IndicationBand lower(IndicationBand one, IndicationBand other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private List<String> contradictions() {
        List<String> contradictions = new ArrayList<>();
        for (Weighed counter : weighed) {
            if (counter.signal().strength() != SignalStrength.COUNTER_SIGN) {
                continue;
            }
            for (Weighed each : weighed) {
                if (each.row().group() == SignalGroup.LABEL && each.row().counts()) {
                    contradictions.add(
                            "“"
                                    + each.signal().supports()
                                    + "”与“"
                                    + counter.signal().supports()
                                    + "”并存，两者均如实列出，未作抵消。");
                }
            }
        }
        return contradictions;
    }

    private List<String> questions(IndicationBand band) {
        Set<String> questions = new LinkedHashSet<>();
        weighed.stream()
                .map(each -> each.row().ask())
                .filter(ask -> !ask.isEmpty())
                .forEach(questions::add);
        questions.add(BandWords.question(band));
        return questions.stream().limit(MOST_QUESTIONS).toList();
    }
}
