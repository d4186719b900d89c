package io.mingjian.gateway.openapi;

import io.mingjian.gateway.identity.BodyLimit;
import io.mingjian.gateway.identity.Operation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The answers of the door itself, as the merged description tells them. */
final class DoorAnswers {
    private static final Map<String, String> TEXTS =
            Map.of(
                    "401", "未登录或令牌无效 / no token or a bad one",
                    "403", "机构类别或角色无权 / not for this kind of organisation or role",
                    "408", "请求正文发送超时 / the body stopped coming",
                    "413", "正文超过上限 / the body exceeds the limit",
                    "429", "请求过于频繁 / too many requests",
                    "502", "后端服务无法连接 / the service cannot be reached",
                    "503", "服务暂不可用 / temporarily unavailable",
                    "504", "后端服务响应超时 / the service did not answer in time");

    private DoorAnswers() {}

    /** References by status for one operation. */
    static Map<String, JsonObject> of(Operation operation) {
        Map<String, JsonObject> answers = new TreeMap<>();
        TEXTS.keySet()
                .forEach(
                        status ->
                                answers.put(
                                        status,
                                        new JsonObject()
                                                .put(
                                                        "$ref",
                                                        "#/components/responses/Door" + status)));
        if (operation.body() == BodyLimit.NONE) {
            answers.remove("408");
        }
        return answers;
    }

    /** Schemas, responses and the security scheme that the references need. */
    static JsonObject components() {
        JsonObject responses = new JsonObject();
        TEXTS.forEach((status, text) -> responses.put("Door" + status, response(status, text)));
        return new JsonObject()
                .put("schemas", new JsonObject().put("DoorProblem", problem()))
                .put("responses", responses)
                .put(
                        "securitySchemes",
                        new JsonObject()
                                .put(
                                        "bearer",
                                        new JsonObject()
                                                .put("type", "http")
                                                .put("scheme", "bearer")
                                                .put("bearerFormat", "JWT")
                                                .put(
                                                        "description",
                                                        "OIDC access token with audience mingjian-api")));
    }

    private static JsonObject response(String status, String text) {
        JsonObject response =
                new JsonObject()
                        .put("description", text)
                        .put(
                                "content",
                                new JsonObject()
                                        .put(
                                                "application/problem+json",
                                                new JsonObject()
                                                        .put(
                                                                "schema",
                                                                new JsonObject()
                                                                        .put(
                                                                                "$ref",
                                                                                "#/components/schemas/DoorProblem"))));
        return switch (status) {
            case "401" -> response.put("headers", header("WWW-Authenticate"));
            case "429", "503" -> response.put("headers", header("Retry-After"));
            default -> response;
        };
    }

    private static JsonObject header(String name) {
        return new JsonObject().put(name, new JsonObject().put("schema", type("string")));
    }

    private static JsonObject problem() {
        return type("object")
                .put("description", "RFC 9457")
                .put(
                        "properties",
                        new JsonObject()
                                .put(
                                        "type",
                                        type("string")
                                                .put("description", "urn:mingjian:problem:<name>"))
                                .put("title", type("string"))
                                .put("status", type("integer"))
                                .put("detail", type("string"))
                                .put("traceId", type("string"))
                                .put("limit", type("integer").put("description", "413: bytes"))
                                .put(
                                        "policy",
                                        type("string").put("description", "429: which quota")))
                .put(
                        "required",
                        new JsonArray()
                                .add("type")
                                .add("title")
                                .add("status")
                                .add("detail")
                                .add("traceId"));
    }

    private static JsonObject type(String name) {
        return new JsonObject().put("type", name);
    }
}
