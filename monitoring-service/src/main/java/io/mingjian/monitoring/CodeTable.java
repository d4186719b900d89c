package io.mingjian.monitoring;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A YAML list of records that ships with the service; an unknown or missing field stops the start.
 */
public final class CodeTable {
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private CodeTable() {}

    /** The rows of a text in the same form. */
    public static <R> List<R> parse(String yaml, Class<R> row) {
        try {
            return YAML.readerForListOf(row).readValue(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("codes", unreadable);
        }
    }

    /** All rows of the list. */
    public static <R> List<R> read(String resource, Class<R> row) {
        try (InputStream in = CodeTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            return YAML.readerForListOf(row).readValue(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
