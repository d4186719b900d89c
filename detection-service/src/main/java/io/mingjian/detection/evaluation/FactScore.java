package io.mingjian.detection.evaluation;

import io.mingjian.detection.finding.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number among the facts of an analyzer's finding: what is measured is what officers are shown.
 *
 * @param path keys from the facts to the number
 * @param learnedFrom repositories whose pictures it learned from
 * @param modelBytes size of what it has learned, as a file; 0 when it has none
 */
record FactScore(
        String name,
        Findings findings,
        String code,
        List<String> path,
        Set<String> learnedFrom,
        long modelBytes)
        implements Score {

    @Override
    public Optional<Judgement> of(Shown shown) {
        return findings.in(shown.picture()).stream()
                .filter(Found.class::isInstance)
                .map(Found.class::cast)
                .filter(found -> found.code().equals(code))
                .findFirst()
                .flatMap(found -> judgement(found.facts()));
    }

    private Optional<Judgement> judgement(Map<String, Object> facts) {
        OptionalDouble score = number(at(facts, path));
        return score.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Judgement(
                                score.getAsDouble(),
                                number(facts.get("threshold")),
                                facts.get("channel") instanceof String channel ? channel : ""));
    }

    private static @Nullable Object at(Map<?, ?> facts, List<String> path) {
        Object value = facts.get(path.get(0));
        return path.size() > 1 && value instanceof Map<?, ?> inner
                ? at(inner, path.subList(1, path.size()))
                : value;
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }
}
