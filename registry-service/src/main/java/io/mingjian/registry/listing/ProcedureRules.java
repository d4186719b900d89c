package io.mingjian.registry.listing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.time.LimitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** How a listing proceeds, by day; see {@code rules/listing-procedure.yaml}. */
record ProcedureRules(List<Rule> rows) {

    ProcedureRules {
        rows = List.copyOf(rows);
    }

    /**
     * A dated row.
     *
     * @param priorNotice nobody is listed who was not told of it beforehand
     * @param stay whether the effect may be stayed while an objection is looked at
     * @param termMonths the term that is suggested
     * @param maxMonths the longest term, extensions included
     * @param quietDays so long a criterion does not propose anew what was settled
     * @param countsAnew criteria of which one more decision by people proposes at once
     */
    record Rule(
            boolean priorNotice,
            boolean hearing,
            boolean stay,
            int termMonths,
            int maxMonths,
            int quietDays,
            List<String> countsAnew,
            String basis,
            LimitStatus status,
            LocalDate validFrom) {
        Rule {
            countsAnew = List.copyOf(countsAnew);
        }

        /** The last day of a term of so many months that begins on a day. */
        static LocalDate lastDay(LocalDate from, int months) {
            return from.plusMonths(months).minusDays(1);
        }
    }

    /** The rows that ship with the service; an unknown name or a missing value stops the start. */
    static ProcedureRules shipped() {
        String resource = "/rules/listing-procedure.yaml";
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build();
        try (InputStream in = ProcedureRules.class.getResourceAsStream(resource)) {
            return new ProcedureRules(yaml.readValue(in, new TypeReference<List<Rule>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }

    /**
     * The row in force on a day: the newest that has begun.
     *
     * @throws IllegalStateException before the first row
     */
    Rule on(LocalDate day) {
        return rows.stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .max(Comparator.comparing(Rule::validFrom))
                .orElseThrow(() -> new IllegalStateException("no rule for listings on " + day));
    }
}
