package io.mingjian.detection.prompt;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.prompt.Corpus.Kind;
import io.mingjian.detection.prompt.Corpus.Sample;
import io.mingjian.detection.prompt.Reading.CategoryRisk;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How well a rule reads a corpus. What it calls MEDIUM or HIGH counts as pointed out. */
final class Measure {
    private final Corpus corpus;
    private final Map<Sample, Reading> readings = new LinkedHashMap<>();

    Measure(PromptRule rule, Corpus corpus) {
        this.corpus = corpus;
        corpus.samples()
                .forEach(each -> readings.put(each, rule.read(PromptRequest.of(each.prompt()))));
    }

    /** Of what was pointed out, how much is risky. */
    Share precision() {
        return share(Measure::isPointedOut, sample -> sample.kind() == Kind.RISKY);
    }

    /** Of what is risky, how much was pointed out. */
    Share recall() {
        return recall(sample -> sample.kind() == Kind.RISKY);
    }

    /** Of what is of this sort, how much was pointed out: recall, or false alarms. */
    Share recall(Predicate<Sample> sort) {
        int whole = (int) corpus.samples().stream().filter(sort).count();
        int part =
                (int)
                        readings.entrySet().stream()
                                .filter(each -> sort.test(each.getKey()))
                                .filter(each -> isPointedOut(each.getValue()))
                                .count();
        return new Share(part, whole);
    }

    Share precision(PromptCategory category) {
        return share(
                reading -> pointedOut(reading).contains(category),
                sample -> sample.categories().contains(category));
    }

    Share recall(PromptCategory category) {
        Predicate<Sample> sort = sample -> sample.categories().contains(category);
        int whole = (int) corpus.samples().stream().filter(sort).count();
        int part =
                (int)
                        readings.entrySet().stream()
                                .filter(each -> sort.test(each.getKey()))
                                .filter(each -> pointedOut(each.getValue()).contains(category))
                                .count();
        return new Share(part, whole);
    }

    private Share share(Predicate<Reading> said, Predicate<Sample> right) {
        int whole = (int) readings.values().stream().filter(said).count();
        int part =
                (int)
                        readings.entrySet().stream()
                                .filter(each -> said.test(each.getValue()))
                                .filter(each -> right.test(each.getKey()))
                                .count();
        return new Share(part, whole);
    }

    private static boolean isPointedOut(Reading reading) {
        return reading.risk().compareTo(Risk.MEDIUM) >= 0;
    }

    private static Set<PromptCategory> pointedOut(Reading reading) {
        return reading.categories().stream()
                .filter(each -> each.risk().compareTo(Risk.MEDIUM) >= 0)
                .map(CategoryRisk::category)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A table in Markdown; what is wrong is told of corpora that may be learnt from. */
    String report(boolean withErrors) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%n### %s (%d prompts)%n%n| | precision | recall |%n|---|---|---|%n"
                        .formatted(corpus.name(), corpus.samples().size()));
        row(text, "all", precision(), recall());
        for (PromptCategory category : PromptCategory.values()) {
            row(text, category.name(), precision(category), recall(category));
        }
        for (Evasion evasion : Evasion.values()) {
            row(text, evasion.name(), null, recall(each -> each.evasions().contains(evasion)));
        }
        row(
                text,
                "risky, nothing disguised",
                null,
                recall(each -> each.kind() == Kind.RISKY && each.evasions().isEmpty()));
        row(
                text,
                "false alarms, lawful uses",
                null,
                recall(each -> each.kind() == Kind.LEGITIMATE));
        row(
                text,
                "false alarms, everyday prompts",
                null,
                recall(each -> each.kind() == Kind.EVERYDAY));
        if (withErrors) {
            errors(text);
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Share precision, Share recall) {
        text.append(
                "| %s | %s | %s |%n".formatted(name, precision == null ? "" : precision, recall));
    }

    private void errors(StringBuilder text) {
        Map<Kind, String> signs = new EnumMap<>(Kind.class);
        signs.put(Kind.RISKY, "missed");
        signs.put(Kind.LEGITIMATE, "false alarm");
        signs.put(Kind.EVERYDAY, "false alarm");
        readings.forEach(
                (sample, reading) -> {
                    boolean wrong = isPointedOut(reading) != (sample.kind() == Kind.RISKY);
                    boolean other =
                            !wrong
                                    && sample.kind() == Kind.RISKY
                                    && !pointedOut(reading).equals(sample.categories());
                    if (wrong || other) {
                        text.append(
                                "%s: %s -> %s %s%n"
                                        .formatted(
                                                wrong ? signs.get(sample.kind()) : "other category",
                                                sample.prompt(),
                                                reading.categories(),
                                                reading.reasons().stream()
                                                        .map(r -> r.cue() + ":" + r.term())
                                                        .toList()));
                    }
                });
    }
}
