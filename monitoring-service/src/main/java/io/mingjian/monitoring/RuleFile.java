package io.mingjian.monitoring;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A YAML list of dated rules that ships with the service; an unknown field, an unknown code or a
 * field given twice stops the start.
 */
public final class RuleFile {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private RuleFile() {}

    /** The rows of a classpath resource, such as {@code /quality/formulas.yaml}. */
    public static <R> List<R> read(String resource, Class<R> row) {
        try (InputStream in = RuleFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return List.copyOf(YAML.<List<R>>readValue(in, listOf(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    /** The rows of a text in the same form. */
    public static <R> List<R> parse(String yaml, Class<R> row) {
        try {
            return List.copyOf(YAML.<List<R>>readValue(yaml, listOf(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("rules", unreadable);
        }
    }

    private static JavaType listOf(Class<?> row) {
        return YAML.getTypeFactory().constructCollectionType(List.class, row);
    }
}
