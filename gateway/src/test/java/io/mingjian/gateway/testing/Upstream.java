package io.mingjian.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real HTTP server that stands for all services. The query says how it behaves: {@code
 * ?do=hang}, for example. Without it, it answers what it got: method, path, headers, length and
 * SHA-256 of the body.
 */
public class Upstream implements QuarkusTestResourceLifecycleManager {
    private static final int HOLD_MS = 8_000;

    /** What each of the services says about itself here. */
    private static final String DESCRIPTION =
            """
            {"openapi": "3.1.0", "info": {"title": "x", "version": "1"},
             "paths": {"/v1/legal-time/due": {"get": {"summary": "<b>due</b>", "responses": {"200": {"description": "ok"}}}},
                       "/v1/secret": {"get": {"responses": {"200": {"description": "no row in the table"}}}}}}
            """;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger flakyCalls = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        HttpServer server =
                await(
                        vertx.createHttpServer(
                                        new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                                .requestHandler(this::answer)
                                .listen());
        String address = "http://127.0.0.1:" + server.actualPort();
        Map<String, String> settings = new HashMap<>(Tokens.settings());
        settings.put("mingjian.upstream.registry", address);
        settings.put("mingjian.upstream.detection", address);
        // Nobody listens on the discard port: the dead service.
        settings.put("mingjian.upstream.monitoring", "http://127.0.0.1:9");
        settings.put("mingjian.door.answer.quick", "5S");
        settings.put("mingjian.door.answer.patient", "20S");
        settings.put("mingjian.door.silence", "6S");
        settings.put("mingjian.door.body.json", "1M");
        settings.put("mingjian.quota.kind.merchant.requests", "5");
        settings.put("mingjian.quota.stranger.requests", "200");
        return settings;
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(HttpServerRequest request) {
        String act = request.getParam("do", "echo");
        if (request.path().startsWith("/q/")) {
            management(request);
            return;
        }
        switch (act) {
            case "echo" -> echo(request);
            case "hang" -> request.handler(ignored -> {});
            case "deaf" -> request.pause();
            case "die" -> request.connection().close();
            case "die-midway" -> dieMidway(request);
            case "drip" -> drip(request);
            case "hold" -> hold(request);
            case "flaky" -> flaky(request);
            case "location" -> created(request);
            case "no-content" -> request.response().setStatusCode(204).end();
            case "not-modified" ->
                    request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "leak" -> leak(request);
            default -> request.response().setStatusCode(500).end("no such behaviour: " + act);
        }
    }

    private static void echo(HttpServerRequest request) {
        MessageDigest digest = sha256();
        long[] length = {0};
        request.handler(
                chunk -> {
                    length[0] += chunk.length();
                    digest.update(chunk.getBytes());
                });
        request.endHandler(
                end -> {
                    JsonObject headers = new JsonObject();
                    request.headers()
                            .names()
                            .forEach(
                                    name ->
                                            headers.put(
                                                    name.toLowerCase(),
                                                    new JsonArray(request.headers().getAll(name))));
                    JsonObject seen =
                            new JsonObject()
                                    .put("method", request.method().name())
                                    .put("uri", request.uri())
                                    .put("headers", headers)
                                    .put("length", length[0])
                                    .put("sha256", HexFormat.of().formatHex(digest.digest()));
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .putHeader("ETag", "\"3\"")
                            .end(seen.toBuffer());
                });
    }

    private void management(HttpServerRequest request) {
        if (request.path().equals("/q/health/ready")) {
            request.response().end("{\"status\":\"UP\"}");
        } else if (request.uri().equals("/q/openapi?format=json")) {
            request.response().putHeader("Content-Type", "application/json").end(DESCRIPTION);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static void dieMidway(HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("Content-Length", "1000000");
        response.write(Buffer.buffer("half")).onSuccess(written -> request.connection().close());
    }

    private void drip(HttpServerRequest request) {
        HttpServerResponse response =
                request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.write("id: 1\n\n");
        vertx.setTimer(HOLD_MS, later -> response.end("id: 2\n\n"));
    }

    /** Reads a little, holds the sender back for a while, then reads the rest. */
    private void hold(HttpServerRequest request) {
        long[] seen = {0};
        boolean[] held = {false};
        request.handler(
                chunk -> {
                    seen[0] += chunk.length();
                    if (!held[0]) {
                        held[0] = true;
                        request.pause();
                        vertx.setTimer(HOLD_MS, later -> request.resume());
                    }
                });
        request.endHandler(end -> request.response().end(Long.toString(seen[0])));
    }

    /** Closes the connection under every first request and answers every second one. */
    private void flaky(HttpServerRequest request) {
        if (flakyCalls.getAndIncrement() % 2 == 0) {
            request.connection().close();
        } else {
            echo(request);
        }
    }

    private static void created(HttpServerRequest request) {
        request.endHandler(
                end ->
                        request.response()
                                .setStatusCode(201)
                                .putHeader(
                                        "Location",
                                        "http://"
                                                + request.getHeader("Host")
                                                + "/v1/complaints/4711?x=1")
                                .end());
    }

    private static void leak(HttpServerRequest request) {
        request.response()
                .putHeader("Set-Cookie", "inside=1")
                .putHeader("Server", "inside")
                .putHeader("X-Powered-By", "inside")
                .putHeader("Content-Security-Policy", "default-src *")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("RateLimit", "inside")
                .putHeader("Location", "https://inside.example/elsewhere")
                .end("{}");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
