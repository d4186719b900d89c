package io.mingjian.gateway.openapi;

import io.mingjian.gateway.identity.Grant;
import io.mingjian.gateway.identity.Operation;
import io.mingjian.gateway.identity.Operations;
import io.mingjian.gateway.openapi.Description.State;
import io.mingjian.gateway.upstream.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes one OpenAPI 3.1 document out of the services' documents: outside paths, names that cannot
 * clash, one security scheme, unique operation ids, and the answers that the door itself may give.
 * Pure: the same descriptions give the same document.
 */
final class Merge {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final JsonObject services = new JsonObject();
    private final JsonArray tags = new JsonArray();
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tagNames = new HashSet<>();

    private Merge() {}

    /**
     * @param version of the gateway, shown as the version of the API
     */
    static JsonObject of(List<Description> descriptions, String version) {
        Merge merge = new Merge();
        descriptions.forEach(merge::add);
        DoorAnswers.components()
                .forEach(
                        kind -> merge.section(kind.getKey()).mergeIn((JsonObject) kind.getValue()));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", info(descriptions, version))
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
                .put(
                        "security",
                        new JsonArray().add(new JsonObject().put("bearer", new JsonArray())))
                .put("tags", merge.tags)
                .put("paths", merge.paths)
                .put("components", merge.components)
                .put("x-mingjian-services", merge.services);
    }

    private static JsonObject info(List<Description> descriptions, String version) {
        String text =
                "明鉴对外接口：登记、鉴定、监测三项服务经同一网关提供。The public API of Mingjian's services behind one gateway.";
        String absent =
                descriptions.stream()
                        .filter(description -> description.state() == State.MISSING)
                        .map(description -> description.service().label())
                        .collect(Collectors.joining(", "));
        String notice =
                absent.isEmpty()
                        ? ""
                        : " **本文档不完整：以下服务暂时无法取得接口说明 / Incomplete, these services do not answer: "
                                + absent
                                + "**";
        return new JsonObject()
                .put("title", "Mingjian API")
                .put("version", version)
                .put("description", text + notice);
    }

    private void add(Description description) {
        JsonObject document = description.document();
        JsonObject state =
                new JsonObject().put("state", description.state().name().toLowerCase(Locale.ROOT));
        services.put(description.service().label(), state);
        if (document == null) {
            return;
        }
        Names names = new Names(description.service());
        addComponents(document.getJsonObject("components", new JsonObject()), names);
        addTags(document.getJsonArray("tags", new JsonArray()), names);
        addPaths(
                document.getJsonObject("paths", new JsonObject()),
                description.service(),
                names,
                state);
    }

    private void addComponents(JsonObject given, Names names) {
        for (Map.Entry<String, Object> kind : given) {
            if (!"securitySchemes".equals(kind.getKey())
                    && kind.getValue() instanceof JsonObject named) {
                JsonObject section = section(kind.getKey());
                names.values(named)
                        .forEach(
                                entry ->
                                        section.put(
                                                names.component(entry.getKey()), entry.getValue()));
            }
        }
    }

    private JsonObject section(String kind) {
        if (!components.containsKey(kind)) {
            components.put(kind, new JsonObject());
        }
        return components.getJsonObject(kind);
    }

    private void addTags(JsonArray given, Names names) {
        for (Object tag : given) {
            if (tag instanceof JsonObject described) {
                String name = names.tag(described.getString("name"));
                tagNames.add(name);
                tags.add(described.copy().put("name", name));
            }
        }
    }

    private void addPaths(JsonObject given, Service service, Names names, JsonObject state) {
        Set<String> undescribed =
                Operations.TABLE.stream()
                        .filter(row -> row.service() == service)
                        .map(Operation::label)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unrouted = new TreeSet<>();
        for (Map.Entry<String, Object> path : given) {
            JsonObject item = names.renamed((JsonObject) path.getValue());
            for (String method : Set.copyOf(item.fieldNames())) {
                if (METHODS.contains(method)) {
                    Optional<Operation> row = row(service, method, path.getKey());
                    row.ifPresent(
                            found -> {
                                undescribed.remove(found.label());
                                complete(item.getJsonObject(method), found, names);
                            });
                    if (row.isEmpty()) {
                        item.remove(method);
                        unrouted.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }
            }
            if (item.fieldNames().stream().anyMatch(METHODS::contains)) {
                paths.put(service.prefix() + path.getKey(), item);
            }
        }
        state.put("withoutDescription", new JsonArray(List.copyOf(undescribed)));
        state.put("withoutRoute", new JsonArray(List.copyOf(unrouted)));
    }

    private static Optional<Operation> row(Service service, String method, String path) {
        String label = nameless(method.toUpperCase(Locale.ROOT) + " " + path);
        return Operations.TABLE.stream()
                .filter(row -> row.service() == service && nameless(row.label()).equals(label))
                .findFirst();
    }

    private static String nameless(String label) {
        return label.replaceAll("\\{[^}]*}", "{}");
    }

    private void complete(JsonObject operation, Operation row, Names names) {
        operation.remove("security");
        operation.remove("servers");
        operation.put(
                "operationId",
                unique(operation.getString("operationId", names.operationId(words(row)))));
        operation.put("tags", tags(operation.getJsonArray("tags"), row.service(), names));
        operation.put("x-mingjian-allowed", allowed(row.grants()));
        operation.put("x-mingjian-body", row.body().name());
        if (!operation.containsKey("responses")) {
            operation.put("responses", new JsonObject());
        }
        JsonObject responses = operation.getJsonObject("responses");
        DoorAnswers.of(row)
                .forEach(
                        (status, answer) -> {
                            if (!responses.containsKey(status)) {
                                responses.put(status, answer);
                            }
                        });
    }

    private String unique(String wanted) {
        String id = wanted;
        for (int next = 2; !operationIds.add(id); next++) {
            id = wanted + "_" + next;
        }
        return id;
    }

    private static String words(Operation row) {
        return (row.method().name().toLowerCase(Locale.ROOT) + row.path())
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("_$", "");
    }

    private JsonArray tags(JsonArray given, Service service, Names names) {
        JsonArray renamed = new JsonArray();
        if (given == null || given.isEmpty()) {
            renamed.add(service.label());
        } else {
            given.forEach(tag -> renamed.add(names.tag(String.valueOf(tag))));
        }
        for (Object tag : renamed) {
            if (tagNames.add((String) tag)) {
                tags.add(new JsonObject().put("name", tag));
            }
        }
        return renamed;
    }

    private static JsonArray allowed(List<Grant> grants) {
        JsonArray allowed = new JsonArray();
        grants.forEach(
                grant ->
                        allowed.add(
                                new JsonObject()
                                        .put("kinds", names(grant.kinds()))
                                        .put("roles", names(grant.roles()))));
        return allowed;
    }

    private static JsonArray names(Set<? extends Enum<?>> values) {
        return new JsonArray(values.stream().map(Enum::name).sorted().toList());
    }
}
