package io.mingjian.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The merged document, cut for the page. */
record PageView(String version, List<Group> groups) {

    /** Operations under one tag. */
    record Group(String name, List<Line> lines) {}

    /** One operation. */
    record Line(String method, String path, String summary, String id, String allowed) {}

    static PageView of(JsonObject document) {
        Map<String, List<Line>> byTag = new TreeMap<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            for (Map.Entry<String, Object> member : paths.getJsonObject(path)) {
                if (member.getValue() instanceof JsonObject operation
                        && operation.containsKey("operationId")) {
                    byTag.computeIfAbsent(
                                    operation.getJsonArray("tags").getString(0),
                                    any -> new ArrayList<>())
                            .add(line(member.getKey(), path, operation));
                }
            }
        }
        List<Group> groups =
                byTag.entrySet().stream()
                        .map(tag -> new Group(tag.getKey(), List.copyOf(tag.getValue())))
                        .toList();
        return new PageView(document.getJsonObject("info").getString("version"), groups);
    }

    private static Line line(String method, String path, JsonObject operation) {
        return new Line(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.getString("summary", ""),
                operation.getString("operationId"),
                allowed(operation.getJsonArray("x-mingjian-allowed")));
    }

    private static String allowed(JsonArray grants) {
        return grants.stream()
                .map(JsonObject.class::cast)
                .map(
                        grant ->
                                words(grant.getJsonArray("kinds"))
                                        + " × "
                                        + words(grant.getJsonArray("roles")))
                .collect(Collectors.joining("; "));
    }

    private static String words(JsonArray names) {
        return names.size() > 7
                ? "全部"
                : names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
