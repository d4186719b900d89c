package io.mingjian.registry.lookup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.time.LimitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * How much may be asked in a while: one dated row of {@code rules/lookup-limits.yaml}.
 *
 * @param counts what is counted
 * @param most as many are answered
 */
record LookupRule(
        String limit,
        String zh,
        Scope scope,
        Counts counts,
        int most,
        Duration window,
        String basis,
        LimitStatus status,
        LocalDate validFrom) {

    /** Whose look-ups are counted together. */
    enum Scope {
        PERSON,
        ORGANISATION
    }

    /** What is counted of them. */
    enum Counts {
        /** Every look-up. */
        LOOKUPS,
        /** Different persons or entries that were asked for. */
        IDENTITIES,
        /** Those of them that were not found. */
        MISSES
    }

    /** The rows in force on a day: the newest of each limit that has begun. */
    static List<LookupRule> on(List<LookupRule> rows, LocalDate day) {
        Map<String, LookupRule> newest =
                rows.stream()
                        .filter(row -> !row.validFrom().isAfter(day))
                        .collect(
                                Collectors.toMap(
                                        LookupRule::limit,
                                        row -> row,
                                        BinaryOperator.maxBy(
                                                Comparator.comparing(LookupRule::validFrom))));
        return newest.values().stream().sorted(Comparator.comparing(LookupRule::limit)).toList();
    }

    /** The rows that ship with the service; an unknown name or a missing value stops the start. */
    static List<LookupRule> shipped() {
        String resource = "/rules/lookup-limits.yaml";
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build();
        try (InputStream in = LookupRule.class.getResourceAsStream(resource)) {
            return yaml.readValue(in, new TypeReference<List<LookupRule>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
