package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One party's way through the gateway: its address and the party's bearer token. */
public final class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;
    private final Supplier<@Nullable String> token;

    /**
     * @param token asked for each request; null sends none
     */
    public Door(URI gateway, Supplier<@Nullable String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends a document, or an empty body for null. */
    public Answer post(String path, @Nullable Object document) {
        return post(path, document, Map.of());
    }

    public Answer post(String path, @Nullable Object document, Map<String, String> headers) {
        return send("POST", path, publisher(document), withType(headers, "application/json"));
    }

    /** Sends bytes under a media type. */
    public Answer upload(String path, byte[] bytes, String type, Map<String, String> headers) {
        return upload(path, BodyPublishers.ofByteArray(bytes), type, headers);
    }

    /** Sends what is made while it is sent. */
    public Answer upload(
            String path, BodyPublisher body, String type, Map<String, String> headers) {
        return send("POST", path, body, withType(headers, type));
    }

    /** Any method with a text as its body, also one that is no document. */
    public Answer raw(String method, String path, String body, Map<String, String> headers) {
        return send(method, path, BodyPublishers.ofString(body), headers);
    }

    /** A step of a resource with the tag under which the party just saw it. */
    public Answer step(String resource, String step, @Nullable Object document) {
        String seen = get(resource).etag();
        return post(
                resource + "/" + step,
                document,
                Map.of("If-Match", seen.isEmpty() ? "\"0\"" : seen));
    }

    private Answer send(
            String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(PATIENCE)
                        .method(method, body);
        headers.forEach(request::setHeader);
        String bearer = token.get();
        if (bearer != null) {
            request.setHeader("Authorization", "Bearer " + bearer);
        }
        try {
            return new Answer(
                    method + " " + path, HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object document) {
        try {
            return document == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a document", e);
        }
    }

    private static Map<String, String> withType(Map<String, String> headers, String type) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.putIfAbsent("Content-Type", type);
        return all;
    }
}
