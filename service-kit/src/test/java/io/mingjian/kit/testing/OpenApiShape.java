package io.mingjian.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema, or a choice of schemas, allows on its first level, with references followed.
 *
 * @param types JSON types with their format, such as {@code string(date)}; empty means any
 * @param fields what may stand in an object, with the schemas of each field
 * @param required what every alternative demands
 * @param values the enumeration; empty means any
 * @param items schemas of an array's items
 * @param entries schemas of the values of a map
 */
record OpenApiShape(
        Set<String> types,
        Map<String, List<JsonNode>> fields,
        Set<String> required,
        Set<String> values,
        List<JsonNode> items,
        List<JsonNode> entries) {

    private static OpenApiShape empty() {
        return new OpenApiShape(
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The common shape of alternatives. */
    static OpenApiShape of(JsonNode document, List<JsonNode> alternatives) {
        OpenApiShape all = empty();
        boolean first = true;
        for (JsonNode alternative : alternatives) {
            OpenApiShape shape = of(document, alternative);
            all.takeIn(shape);
            if (shape.types().equals(Set.of("null"))) {
                continue;
            }
            if (first) {
                all.required().addAll(shape.required());
                first = false;
            } else {
                all.required().retainAll(shape.required());
            }
        }
        return all;
    }

    private static OpenApiShape of(JsonNode document, JsonNode schema) {
        JsonNode target = resolved(document, schema);
        OpenApiShape shape = empty();
        types(target).forEach(type -> shape.types().add(formatted(type, target)));
        target.path("properties")
                .properties()
                .forEach(
                        field ->
                                shape.fields()
                                        .computeIfAbsent(field.getKey(), key -> new ArrayList<>())
                                        .add(field.getValue()));
        target.path("required").forEach(field -> shape.required().add(field.asText()));
        target.path("enum").forEach(value -> shape.values().add(value.asText()));
        if (target.has("items")) {
            shape.items().add(target.path("items"));
        }
        if (target.path("additionalProperties").isObject()) {
            shape.entries().add(target.path("additionalProperties"));
        }
        target.path("allOf").forEach(part -> shape.add(of(document, part)));
        for (String choice : List.of("oneOf", "anyOf")) {
            List<JsonNode> alternatives = new ArrayList<>();
            target.path(choice).forEach(alternatives::add);
            shape.add(of(document, alternatives));
        }
        return shape;
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asText()));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asText());
        }
        return types;
    }

    private static String formatted(String type, JsonNode schema) {
        return schema.has("format") && !type.equals("null")
                ? type + "(" + schema.path("format").asText() + ")"
                : type;
    }

    private void add(OpenApiShape part) {
        takeIn(part);
        required.addAll(part.required());
    }

    private void takeIn(OpenApiShape other) {
        types.addAll(other.types());
        other.fields()
                .forEach(
                        (field, schemas) ->
                                fields.computeIfAbsent(field, key -> new ArrayList<>())
                                        .addAll(schemas));
        values.addAll(other.values());
        items.addAll(other.items());
        entries.addAll(other.entries());
    }

    /** Whether every type of the other is one of these. */
    boolean covers(OpenApiShape other) {
        if (types.isEmpty()) {
            return true;
        }
        return !other.types().isEmpty()
                && other.types().stream()
                        .allMatch(narrow -> types.stream().anyMatch(wide -> covers(wide, narrow)));
    }

    private static boolean covers(String wide, String narrow) {
        return wide.equals(narrow)
                || narrow.startsWith(wide + "(")
                || (wide.equals("number") && narrow.startsWith("integer"));
    }

    /** The node, or what its reference inside the document points to. */
    static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = document.at(target.path("$ref").asText().substring(1));
        }
        return target;
    }
}
