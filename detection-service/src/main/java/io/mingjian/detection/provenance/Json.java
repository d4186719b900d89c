package io.mingjian.detection.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.JSON_DEPTH)
                    .maxStringLength(Limits.INFLATED_BYTES)
                    .build();
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final JsonFactory YAML =
            YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build();

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
        return brace < 0 ? Optional.empty() : members(FACTORY, text.substring(brace));
    }

    /** A mapping in YAML, with the same limits. */
    static Optional<Json> yaml(String text) {
        try {
            return members(YAML, text);
        } catch (RuntimeException e) {
            // The parser below reports some malformed input with exceptions of its own.
            return Optional.empty();
        }
    }

    /** The texts of an array of objects, each compact; empty where it is no such array. */
    static List<Json> objects(String array) {
        List<Json> objects = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(array)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return List.of();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT && objects.size() < 100) {
                StringBuilder object = new StringBuilder();
                write(parser, object);
                object(object.toString()).ifPresent(objects::add);
            }
        } catch (IOException e) {
            return List.of();
        }
        return objects;
    }

    private static Optional<Json> members(JsonFactory factory, String text) {
        try (JsonParser parser = factory.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? Optional.of(members(parser))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The members of the object that the parser has just entered. */
    private static Json members(JsonParser parser) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        java.util.Set<String> numbers = new java.util.LinkedHashSet<>();
        boolean duplicates = false;
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
