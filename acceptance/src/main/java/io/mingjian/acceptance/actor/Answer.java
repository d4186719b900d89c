package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gateway answered.
 *
 * @param request method and path, for messages
 */
public record Answer(String request, HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    /** Empty if the answer has no such header. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The document, or a missing node if the body is none. */
    public JsonNode body() {
        try {
            JsonNode node = JSON.readTree(response.body());
            return node == null ? MissingNode.getInstance() : node;
        } catch (java.io.IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    public JsonNode at(String pointer) {
        return body().at(pointer);
    }

    public String textAt(String pointer) {
        return at(pointer).asText("");
    }

    /** The values of one member over an array: {@code each("/errors", "pointer")}. */
    public List<String> each(String pointer, String member) {
        List<String> values = new ArrayList<>();
        at(pointer).forEach(item -> values.add(item.path(member).asText()));
        return values;
    }

    public boolean isProblem() {
        return header("Content-Type").startsWith("application/problem+json");
    }

    /** Fails unless the status is this one. */
    public Answer require(int status) {
        if (status() != status) {
            throw new Refused(this, status);
        }
        return this;
    }

    /** The document with line breaks, for messages. */
    public String pretty() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body());
        } catch (JsonProcessingException unwritable) {
            return text();
        }
    }
}
