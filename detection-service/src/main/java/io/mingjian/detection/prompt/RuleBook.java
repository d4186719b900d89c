package io.mingjian.detection.prompt;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code rule.yaml} as it stands. A row that cannot be understood stops the start.
 *
 * @param risks from which sum of weights on a request has this risk
 * @param evasion weight of disguise
 * @param negators words behind which some cues do not count
 * @param everyday words that only sound like terms
 * @param notice what is told with every answer, zh-CN
 */
record RuleBook(
        String version,
        LocalDate validFrom,
        Map<Risk, Integer> risks,
        int evasion,
        List<Cue> cues,
        List<String> negators,
        List<String> everyday,
        List<CategoryRule> categories,
        String notice,
        List<LabelDuty> labelDuties) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    RuleBook {
        risks = Map.copyOf(risks);
        cues = List.copyOf(cues);
        negators = List.copyOf(negators);
        everyday = List.copyOf(everyday);
        categories = List.copyOf(categories);
        labelDuties = List.copyOf(labelDuties);
        check(cues, categories);
    }

    static RuleBook shipped() {
        try (InputStream file =
                Objects.requireNonNull(
                        RuleBook.class.getResourceAsStream("rule.yaml"), "rule.yaml")) {
            return YAML.readValue(file, RuleBook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook parse(String yaml) throws IOException {
        return YAML.readValue(yaml, RuleBook.class);
    }

    /** The risk of a sum of weights. */
    Risk risk(int sum) {
        return Arrays.stream(Risk.values())
                .filter(risk -> risk != Risk.NONE && sum >= risks.getOrDefault(risk, sum + 1))
                .max(Risk::compareTo)
                .orElse(Risk.NONE);
    }

    private static void check(List<Cue> cues, List<CategoryRule> categories) {
        Set<String> known = cues.stream().map(Cue::code).collect(Collectors.toSet());
        if (known.size() != cues.size()) {
            throw new IllegalArgumentException("two cues have one code");
        }
        for (CategoryRule category : categories) {
            for (CategoryRule.Line line : category.when()) {
                Set<String> unknown = new HashSet<>(line.all());
                unknown.removeAll(known);
                if (!unknown.isEmpty() || line.all().isEmpty()) {
                    throw new IllegalArgumentException(
                            category.code() + " asks for cues that are none: " + unknown);
                }
            }
        }
    }
}
