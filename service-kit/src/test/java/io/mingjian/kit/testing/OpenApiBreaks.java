package io.mingjian.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rules by which a description breaks its clients.
 *
 * <p>Gone: an operation, an answer of success, a media type, a field of an answer, a field of a
 * request (unknown fields are refused), a value of an enumeration. Added: a required field of a
 * request, a required parameter, a required body. Changed: the type of a field; requests may widen
 * it, answers may narrow it. Names of path variables and all texts are free.
 */
final class OpenApiBreaks {
    private static final List<String> METHODS =
            List.of("get", "post", "put", "patch", "delete", "head", "options");

    private final JsonNode old;
    private final JsonNode now;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    /** Who reads what is compared. */
    private enum Direction {
        REQUEST,
        RESPONSE
    }

    OpenApiBreaks(JsonNode old, JsonNode now) {
        this.old = old;
        this.now = now;
    }

    List<String> list() {
        Map<String, JsonNode> before = operations(old);
        Map<String, JsonNode> after = operations(now);
        before.forEach(
                (name, operation) -> {
                    if (after.containsKey(name)) {
                        compared.clear();
                        operation(name, operation, after.get(name));
                    } else {
                        found.add(name + ": operation removed");
                    }
                });
        return List.copyOf(found);
    }

    private void operation(String name, JsonNode before, JsonNode after) {
        parameters(name, parameters(old, before), parameters(now, after));
        JsonNode body = OpenApiShape.resolved(old, before.path("requestBody"));
        JsonNode newBody = OpenApiShape.resolved(now, after.path("requestBody"));
        if (newBody.path("required").asBoolean() && !body.path("required").asBoolean()) {
            found.add(name + ": request body made required");
        }
        contents(name + ": request", body, newBody, Direction.REQUEST);
        before.path("responses")
                .properties()
                .forEach(
                        response ->
                                response(
                                        name + ": response " + response.getKey(),
                                        response,
                                        after.path("responses")));
    }

    private void parameters(
            String name, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        after.forEach(
                (key, parameter) -> {
                    JsonNode known = before.getOrDefault(key, MissingNode.getInstance());
                    if (parameter.path("required").asBoolean()
                            && !known.path("required").asBoolean()) {
                        found.add(name + ": parameter " + key + " made required");
                    }
                    if (known.has("schema")) {
                        schemas(
                                name + ": parameter " + key,
                                List.of(known.path("schema")),
                                List.of(parameter.path("schema")),
                                Direction.REQUEST);
                    }
                });
    }

    private void response(String where, Map.Entry<String, JsonNode> response, JsonNode responses) {
        if (responses.has(response.getKey())) {
            contents(
                    where,
                    OpenApiShape.resolved(old, response.getValue()),
                    OpenApiShape.resolved(now, responses.path(response.getKey())),
                    Direction.RESPONSE);
        } else if (response.getKey().startsWith("2")) {
            found.add(where + " removed");
        }
    }

    private void contents(String where, JsonNode before, JsonNode after, Direction direction) {
        before.path("content")
                .properties()
                .forEach(
                        media -> {
                            if (!after.path("content").has(media.getKey())) {
                                found.add(where + " " + media.getKey() + " removed");
                            } else if (media.getValue().has("schema")) {
                                schemas(
                                        where,
                                        List.of(media.getValue().path("schema")),
                                        List.of(
                                                after.path("content")
                                                        .path(media.getKey())
                                                        .path("schema")),
                                        direction);
                            }
                        });
    }

    private void schemas(
            String where, List<JsonNode> before, List<JsonNode> after, Direction direction) {
        if (!compared.add(before + "→" + after + direction)) {
            return;
        }
        OpenApiShape oldShape = OpenApiShape.of(old, before);
        OpenApiShape newShape = OpenApiShape.of(now, after);
        boolean fits =
                direction == Direction.REQUEST
                        ? newShape.covers(oldShape)
                        : oldShape.covers(newShape);
        if (!fits) {
            found.add(where + " type changed from " + oldShape.types() + " to " + newShape.types());
            return;
        }
        if (!newShape.values().isEmpty()) {
            oldShape.values().stream()
                    .filter(value -> !newShape.values().contains(value))
                    .forEach(value -> found.add(where + " value " + value + " removed"));
        }
        if (direction == Direction.REQUEST) {
            newShape.required().stream()
                    .filter(field -> !oldShape.required().contains(field))
                    .forEach(field -> found.add(where + " field " + field + " made required"));
        }
        fields(where, oldShape, newShape, direction);
        if (!oldShape.items().isEmpty() && !newShape.items().isEmpty()) {
            schemas(where + "[]", oldShape.items(), newShape.items(), direction);
        }
        if (!oldShape.entries().isEmpty() && !newShape.entries().isEmpty()) {
            schemas(where + "{}", oldShape.entries(), newShape.entries(), direction);
        }
    }

    private void fields(String where, OpenApiShape before, OpenApiShape after, Direction way) {
        before.fields()
                .forEach(
                        (field, schema) -> {
                            if (after.fields().containsKey(field)) {
                                schemas(
                                        where + "." + field,
                                        schema,
                                        after.fields().get(field),
                                        way);
                            } else {
                                found.add(where + " field " + field + " removed");
                            }
                        });
    }

    /** Operations by method and path; names of path variables say nothing to a client. */
    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                METHODS.stream()
                                        .filter(path.getValue()::has)
                                        .forEach(
                                                method ->
                                                        operations.put(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey()
                                                                                .replaceAll(
                                                                                        "\\{[^}]+}",
                                                                                        "{}"),
                                                                inherited(
                                                                        path.getValue(), method))));
        return operations;
    }

    /** The operation with the parameters that its path gives to all of its operations. */
    private static JsonNode inherited(JsonNode path, String method) {
        ObjectNode operation = path.path(method).deepCopy();
        ArrayNode own = operation.withArray("/parameters");
        path.path("parameters").forEach(own::add);
        return operation;
    }

    /** Parameters outside the path, by place and name. */
    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation
                .path("parameters")
                .forEach(
                        entry -> {
                            JsonNode parameter = OpenApiShape.resolved(document, entry);
                            if (!parameter.path("in").asText().equals("path")) {
                                parameters.putIfAbsent(
                                        parameter.path("in").asText()
                                                + " "
                                                + parameter.path("name").asText(),
                                        parameter);
                            }
                        });
        return parameters;
    }
}
