package io.mingjian.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** The texts of a service's papers, in all versions, as it ships them. */
public final class TextVersions<T extends TextVersion> {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final List<T> all;

    private TextVersions(List<T> all) {
        this.all = all;
    }

    /** What a file beside the class says. */
    public static String shipped(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param faults everything that is wrong with these texts, for their author
     * @throws IllegalStateException naming every fault
     */
    public static <T extends TextVersion> TextVersions<T> parse(
            String yaml, Class<T> type, Function<List<T>, List<String>> faults) {
        try {
            List<T> read =
                    YAML.readValue(
                            yaml, YAML.getTypeFactory().constructCollectionType(List.class, type));
            List<String> found = faults.apply(read);
            if (!found.isEmpty()) {
                throw new IllegalStateException("templates: " + String.join("; ", found));
            }
            return new TextVersions<>(List.copyOf(read));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("templates cannot be read", broken);
        }
    }

    /** Whether a text has a version or a first day twice. */
    public static boolean isTwice(List<? extends TextVersion> own) {
        return own.stream().map(TextVersion::version).distinct().count() < own.size()
                || own.stream().map(TextVersion::validFrom).distinct().count() < own.size();
    }

    /**
     * The text in force on a day: the newest that has begun.
     *
     * @param kind in the message
     * @throws IllegalStateException if none has begun
     */
    public T inForceOn(Enum<?> kind, Predicate<T> isOfKind, LocalDate day) {
        return all.stream()
                .filter(isOfKind)
                .filter(each -> !each.validFrom().isAfter(day))
                .max(Comparator.comparing(TextVersion::validFrom))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no text of " + kind + " is in force on " + day));
    }

    /** The text that a paper was made with. */
    public T version(Enum<?> kind, Predicate<T> isOfKind, int version) {
        return all.stream()
                .filter(isOfKind)
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "version " + version + " of " + kind + " is gone"));
    }

    /** What shows whether a version still says what it said. */
    public static String sm3(Object said) {
        try {
            return Sm3.hex(JSON.writeValueAsBytes(said));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
