package io.mingjian.gateway.openapi;

import io.mingjian.gateway.upstream.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames what a service's document refers to, so that equal names of two services do not clash:
 * {@code Problem} of the registry becomes {@code RegistryProblem}. Text that only looks like a
 * reference, as in an example, is left alone.
 */
final class Names {
    private static final Pattern COMPONENT = Pattern.compile("#/components/([A-Za-z]+)/(.+)");
    private static final Pattern PATH = Pattern.compile("#/paths/~1v1(.*)");

    /** Members whose own members are names, not keywords. */
    private static final Set<String> MAPS =
            Set.of(
                    "properties",
                    "patternProperties",
                    "$defs",
                    "dependentSchemas",
                    "schemas",
                    "responses",
                    "parameters",
                    "examples",
                    "requestBodies",
                    "headers",
                    "links",
                    "callbacks",
                    "pathItems",
                    "paths",
                    "content",
                    "encoding",
                    "variables");

    /** Members that hold data of the API itself. */
    private static final Set<String> DATA =
            Set.of("example", "default", "const", "enum", "value", "required");

    private final Service service;

    Names(Service service) {
        this.service = service;
    }

    String component(String name) {
        return service.title() + name;
    }

    String operationId(String id) {
        return service.label() + "_" + id;
    }

    String tag(String name) {
        return service.label() + ": " + name;
    }

    /** A copy with all references renamed. */
    JsonObject renamed(JsonObject object) {
        JsonObject copy = new JsonObject();
        for (Map.Entry<String, Object> member : object) {
            copy.put(member.getKey(), renamed(member.getKey(), member.getValue()));
        }
        return copy;
    }

    private Object renamed(String keyword, Object value) {
        if (DATA.contains(keyword)) {
            return value;
        }
        if (value instanceof String text) {
            return switch (keyword) {
                case "$ref", "operationRef" -> reference(text);
                case "operationId" -> operationId(text);
                default -> text;
            };
        }
        if (value instanceof JsonObject object) {
            return switch (keyword) {
                case "mapping" -> mapping(object);
                default -> MAPS.contains(keyword) ? values(object) : renamed(object);
            };
        }
        return value instanceof JsonArray array && !"examples".equals(keyword)
                ? items(array)
                : value;
    }

    /** Renames in the values and leaves the keys, which are names. */
    JsonObject values(JsonObject named) {
        JsonObject copy = new JsonObject();
        for (Map.Entry<String, Object> entry : named) {
            copy.put(
                    entry.getKey(),
                    entry.getValue() instanceof JsonObject object
                            ? renamed(object)
                            : entry.getValue());
        }
        return copy;
    }

    private JsonArray items(JsonArray array) {
        JsonArray copy = new JsonArray();
        array.forEach(item -> copy.add(item instanceof JsonObject object ? renamed(object) : item));
        return copy;
    }

    /** A discriminator names schemas by reference or by bare name. */
    private JsonObject mapping(JsonObject mapping) {
        JsonObject copy = new JsonObject();
        for (Map.Entry<String, Object> entry : mapping) {
            String target = String.valueOf(entry.getValue());
            copy.put(entry.getKey(), target.contains("/") ? reference(target) : component(target));
        }
        return copy;
    }

    private String reference(String reference) {
        Matcher component = COMPONENT.matcher(reference);
        if (component.matches()) {
            return "#/components/" + component.group(1) + "/" + component(component.group(2));
        }
        Matcher path = PATH.matcher(reference);
        return path.matches()
                ? "#/paths/" + service.prefix().replace("/", "~1") + "~1v1" + path.group(1)
                : reference;
    }
}
