package io.mingjian.registry.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.registry.code.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The laws that ask for the result of a report to be told (Order 121 Art 36), by field. */
record ResultRules(List<ResultRule> rows) {
    /** The field of which no law speaks. */
    static final String OTHER = "OTHER";

    ResultRules {
        rows = List.copyOf(rows);
    }

    /** The rows that ship with the service; an unknown name or a missing value stops the start. */
    static ResultRules shipped() {
        String resource = "/rules/result-notices.yaml";
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build();
        try (InputStream in = ResultRules.class.getResourceAsStream(resource)) {
            return new ResultRules(yaml.readValue(in, new TypeReference<List<ResultRule>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }

    /** The codes of the fields, the one without a rule last. */
    List<String> codes() {
        return Stream.concat(rows.stream().map(ResultRule::field).distinct(), Stream.of(OTHER))
                .toList();
    }

    /** A field in words. */
    String zh(String field) {
        return rows.stream()
                .filter(row -> row.field().equals(field))
                .map(ResultRule::zh)
                .findFirst()
                .orElse("其他");
    }

    /** The row of a field in force on that day: the newest that has begun. */
    Optional<ResultRule> of(@Nullable String field, LocalDate day) {
        return rows.stream()
                .filter(row -> row.field().equals(field) && !row.validFrom().isAfter(day))
                .max(Comparator.comparing(ResultRule::validFrom));
    }

    /**
     * The law that asks for the result of this report to be told, as long as it was not told;
     * nothing where there is nobody to tell.
     */
    Optional<ResultRule> asking(Report report, LocalDate day) {
        return report.isAnonymous() || report.facts().has(Fact.ResultTold.class)
                ? Optional.empty()
                : of(report.legalField(), day).filter(ResultRule::noticeRequired);
    }

    /** A law gives a reward, the clue was true, and there is somebody to receive it. */
    boolean isRewardPossible(Report report, LocalDate day) {
        boolean penalty =
                report.facts()
                        .last(Fact.CaseDecided.class)
                        .filter(decided -> decided.result() == CaseResult.PENALTY)
                        .isPresent();
        return penalty
                && !report.isAnonymous()
                && of(report.legalField(), day).filter(ResultRule::rewardPossible).isPresent();
    }

    /** A field that was chosen; a fault if it is unknown. */
    Optional<String> read(@Nullable String given, Faults faults) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        if (!codes().contains(given.strip())) {
            faults.add(
                    "/legalField",
                    "unknown-code",
                    "法律领域代码无效，可用：" + String.join(", ", codes()) + "。",
                    "Use one of: " + String.join(", ", codes()) + ".");
            return Optional.empty();
        }
        return Optional.of(given.strip());
    }
}
