package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.audit.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The texts of all papers, in all versions ({@code papers/templates.yaml}). A kind without a text,
 * a version twice, or a place that a paper need not fill stops the start.
 */
final class PaperTemplates {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** The texts that ship with the service. */
    static final PaperTemplates SHIPPED = shipped();

    private final List<PaperTemplate> all;

    private PaperTemplates(List<PaperTemplate> all) {
        this.all = all;
    }

    private static PaperTemplates shipped() {
        try (InputStream in = PaperTemplates.class.getResourceAsStream("/papers/templates.yaml")) {
            return parse(
                    new String(
                            Objects.requireNonNull(in, "papers/templates.yaml").readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @throws IllegalStateException naming every fault
     */
    static PaperTemplates parse(String yaml) {
        try {
            List<PaperTemplate> read = YAML.readValue(yaml, new TypeReference<>() {});
            List<String> faults = faults(read);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("templates: " + String.join("; ", faults));
            }
            return new PaperTemplates(List.copyOf(read));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("templates cannot be read", broken);
        }
    }

    /** The text in force on a day: the newest that has begun. */
    PaperTemplate inForceOn(PaperKind kind, LocalDate day) {
        return all.stream()
                .filter(each -> each.kind() == kind && !each.validFrom().isAfter(day))
                .max(Comparator.comparing(PaperTemplate::validFrom))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no text of " + kind + " is in force on " + day));
    }

    /** The text that a paper was made with. */
    PaperTemplate version(PaperKind kind, int version) {
        return all.stream()
                .filter(each -> each.kind() == kind && each.version() == version)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "version " + version + " of " + kind + " is gone"));
    }

    /** What shows whether a version still says what it said. */
    static String sm3(PaperTemplate template) {
        try {
            return Sm3.hex(JSON.writeValueAsBytes(template));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> faults(List<PaperTemplate> read) {
        List<String> faults = new ArrayList<>();
        for (PaperKind kind : PaperKind.values()) {
            List<PaperTemplate> own = read.stream().filter(each -> each.kind() == kind).toList();
            if (own.isEmpty()) {
                faults.add(kind + " has no text");
            }
            if (own.stream().map(PaperTemplate::version).distinct().count() < own.size()
                    || own.stream().map(PaperTemplate::validFrom).distinct().count() < own.size()) {
                faults.add(kind + " has a version or a first day twice");
            }
        }
        read.forEach(each -> faults.addAll(each.faults()));
        return faults;
    }
}
