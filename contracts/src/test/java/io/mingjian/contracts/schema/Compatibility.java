package io.mingjian.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a new schema may not do to a released one, so that services of two neighbouring releases
 * understand each other: take a field away, change its type, format or constant, take a code away,
 * demand a field that old senders do not send, or stop demanding one that old readers rely on.
 */
final class Compatibility {
    private Compatibility() {}

    /**
     * Breaks of {@code current} against {@code released}, each with the place; empty if there are
     * none.
     */
    static List<String> breaks(JsonNode released, JsonNode current) {
        List<String> breaks = new ArrayList<>();
        compare("", released, current, breaks);
        return breaks;
    }

    private static void compare(
            String at, JsonNode released, JsonNode current, List<String> breaks) {
        for (String keyword : List.of("type", "format", "const")) {
            if (!released.path(keyword).equals(current.path(keyword))) {
                breaks.add(
                        at
                                + ": "
                                + keyword
                                + " changed from "
                                + released.path(keyword)
                                + " to "
                                + current.path(keyword));
            }
        }
        texts(released.path("enum")).stream()
                .filter(code -> !texts(current.path("enum")).contains(code))
                .forEach(code -> breaks.add(at + ": code " + code + " was taken away"));
        required(at, released, current, breaks);
        released.path("properties")
                .properties()
                .forEach(
                        field -> {
                            JsonNode now = current.path("properties").path(field.getKey());
                            String place = at + "/" + field.getKey();
                            if (now.isMissingNode()) {
                                breaks.add(place + ": was taken away");
                            } else {
                                compare(place, field.getValue(), now, breaks);
                            }
                        });
        if (released.has("items")) {
            compare(at + "/*", released.path("items"), current.path("items"), breaks);
        }
    }

    private static void required(
            String at, JsonNode released, JsonNode current, List<String> breaks) {
        Set<String> before = texts(released.path("required"));
        Set<String> now = texts(current.path("required"));
        now.stream()
                .filter(name -> !before.contains(name))
                .forEach(
                        name ->
                                breaks.add(
                                        at
                                                + "/"
                                                + name
                                                + ": is demanded now, but old senders do not send it"));
        before.stream()
                .filter(name -> !now.contains(name))
                .forEach(
                        name ->
                                breaks.add(
                                        at
                                                + "/"
                                                + name
                                                + ": may be absent now, but old readers rely on it"));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
