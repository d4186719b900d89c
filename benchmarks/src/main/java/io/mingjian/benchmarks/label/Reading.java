package io.mingjian.benchmarks.label;

import io.mingjian.detection.finding.Found;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a drawn label.
 *
 * @param label the label that was read; empty if none was
 */
public record Reading(LabelSample sample, Optional<Found> label) {
    public boolean isHit() {
        return label.isPresent();
    }

    /** Whether it was read letter for letter, blanks apart. */
    public boolean isExact() {
        return label.map(found -> String.valueOf(found.facts().get("text")).replace(" ", ""))
                .filter(sample.text().replace(" ", "")::equals)
                .isPresent();
    }

    /** The height that was told, over the one drawn. */
    public double height() {
        Object told = label.orElseThrow().facts().get("heightPercent");
        return (double) Objects.requireNonNull(told, "heightPercent") / sample.percent();
    }

    /** How many of those with a property were read. */
    public static Share share(List<Reading> readings, Predicate<LabelSample> which) {
        List<Reading> those = readings.stream().filter(r -> which.test(r.sample())).toList();
        return new Share((int) those.stream().filter(Reading::isHit).count(), those.size());
    }
}
