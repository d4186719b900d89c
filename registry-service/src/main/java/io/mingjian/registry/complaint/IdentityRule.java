package io.mingjian.registry.complaint;

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

/**
 * Whether the clock of acceptance stands still while identity is asked for: one dated row of {@code
 * rules/identity-request.yaml}.
 */
record IdentityRule(
        boolean pausesAcceptance, String basis, LimitStatus status, LocalDate validFrom) {

    /** The row in force on that day: the newest that has begun. */
    static boolean pausesAcceptanceOn(List<IdentityRule> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .max(Comparator.comparing(IdentityRule::validFrom))
                .filter(IdentityRule::pausesAcceptance)
                .isPresent();
    }

    /** The rows that ship with the service; an unknown name stops the start. */
    static List<IdentityRule> shipped() {
        String resource = "/rules/identity-request.yaml";
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        try (InputStream in = IdentityRule.class.getResourceAsStream(resource)) {
            return yaml.readValue(in, new TypeReference<List<IdentityRule>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
