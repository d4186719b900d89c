package io.mingjian.registry.person;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.registry.filer.ContactKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many filers a contact may have before it says nothing any more: a dated row of {@code
 * rules/filer-hubs.yaml}.
 */
record Hub(ContactKind kind, int most, String basis, LimitStatus status, LocalDate validFrom) {
    static final List<Hub> SHIPPED = shipped();

    /** The rows in force on that day, by kind; a kind without one is never compared. */
    static Map<ContactKind, Integer> on(List<Hub> rows, LocalDate day) {
        Map<ContactKind, Integer> found = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .sorted(Comparator.comparing(Hub::validFrom))
                .forEach(row -> found.put(row.kind(), row.most()));
        return found;
    }

    private static List<Hub> shipped() {
        String resource = "/rules/filer-hubs.yaml";
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        try (InputStream in = Hub.class.getResourceAsStream(resource)) {
            return yaml.readValue(in, new TypeReference<List<Hub>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
