package io.mingjian.detection.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object out of a text that may go on behind it. Values other than texts are kept as the
 * text they were written as.
 *
 * @param values members in order of first appearance
 * @param numbers names of members whose value is a number
 * @param hasDuplicates a name occurs twice; the first value is kept
 */
record Json(Map<String, String> values, java.util.Set<String> numbers, boolean hasDuplicates) {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Limits.JSON_DEPTH)
                                    .maxStringLength(Limits.INFLATED_BYTES)
                                    .build())
                    .build();

    Json {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        numbers = java.util.Set.copyOf(numbers);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Empty when no whole object starts at the first brace. */
    static Optional<Json> object(String text) {
        int brace = text.indexOf('{');
        if (brace < 0) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(text.substring(brace))) {
            return Optional.of(members(parser));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Json members(JsonParser parser) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        java.util.Set<String> numbers = new java.util.LinkedHashSet<>();
        boolean duplicates = false;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            StringBuilder value = new StringBuilder();
            if (token == JsonToken.VALUE_STRING) {
                value.append(parser.getText());
            } else {
                write(parser, value);
            }
            duplicates |= values.putIfAbsent(name, value.toString()) != null;
            if (token.isNumeric()) {
                numbers.add(name);
            }
        }
        return new Json(values, numbers, duplicates);
    }

    /** The current value, compact. */
    private static void write(JsonParser parser, StringBuilder out) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                String separator = "{";
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    out.append(separator).append(quoted(parser.currentName())).append(':');
                    parser.nextToken();
                    write(parser, out);
                    separator = ",";
                }
                out.append(separator.equals("{") ? "{}" : "}");
            }
            case START_ARRAY -> {
                String separator = "[";
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    out.append(separator);
                    write(parser, out);
                    separator = ",";
                }
                out.append(separator.equals("[") ? "[]" : "]");
            }
            case VALUE_STRING -> out.append(quoted(parser.getText()));
            default -> out.append(parser.getText());
        }
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
