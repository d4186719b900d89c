package io.mingjian.gateway.console;

import io.mingjian.gateway.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Registry and detection as far as the console asks them, over real HTTP, with the answers a test
 * puts on the desk. It remembers what it was asked. The console's identity is a bearer token here;
 * the code flow is tested in the browser.
 */
public class Desk implements QuarkusTestResourceLifecycleManager {
    static final String COMPLAINT = "01890000-0000-7000-8000-000000000001";
    static final String FOREIGN = "01890000-0000-7000-8000-0000000000ff";
    static final String EVIDENCE = "01890000-0000-7000-8000-00000000000e";

    private final Vertx vertx = Vertx.vertx();
    final List<Asked> asked = new ArrayList<>();
    private final Map<String, JsonObject> documents = new HashMap<>();
    private final Deque<JsonObject> refusals = new ArrayDeque<>();
    private String version = "\"3\"";

    /** A request as it came. */
    record Asked(String method, String uri, String bearer, String ifMatch, String body) {}

    @Override
    public Map<String, String> start() {
        HttpServer server =
                await(
                        vertx.createHttpServer(
                                        new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                                .requestHandler(this::read)
                                .listen());
        String address = "http://127.0.0.1:" + server.actualPort();
        Map<String, String> settings = new HashMap<>(Tokens.settings());
        settings.put("mingjian.upstream.registry", address);
        settings.put("mingjian.upstream.detection", address);
        settings.put("mingjian.upstream.monitoring", "http://127.0.0.1:9");
        settings.put("quarkus.oidc.console.tenant-enabled", "true");
        settings.put("quarkus.oidc.console.application-type", "service");
        settings.put("quarkus.oidc.console.public-key", settings.get("quarkus.oidc.public-key"));
        settings.put("quarkus.oidc.console.token.issuer", Tokens.ISSUER);
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Desk.class));
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    synchronized void clear() {
        asked.clear();
        documents.clear();
        refusals.clear();
        version = "\"3\"";
        put("/v1/complaints/" + COMPLAINT, Papers.complaint());
        put("/v1/evidence/" + EVIDENCE, Papers.evidence());
        put("/v1/evidence/" + EVIDENCE + "/analysis", Papers.analysis());
        put("/v1/queue", Papers.queue());
    }

    synchronized void put(String path, JsonObject document) {
        documents.put(path, document);
    }

    synchronized void remove(String path) {
        documents.remove(path);
    }

    /** The next step is refused with this problem. */
    synchronized void refuse(JsonObject problem) {
        refusals.add(problem);
    }

    synchronized void is(String tag) {
        version = tag;
    }

    synchronized List<Asked> steps() {
        return asked.stream().filter(each -> each.method().equals("POST")).toList();
    }

    synchronized List<String> uris() {
        return asked.stream().map(Asked::uri).toList();
    }

    synchronized List<Asked> all() {
        return List.copyOf(asked);
    }

    private void read(HttpServerRequest request) {
        request.body().onSuccess(body -> answer(request, body));
    }

    private synchronized void answer(HttpServerRequest request, Buffer body) {
        asked.add(
                new Asked(
                        request.method().name(),
                        request.uri(),
                        request.getHeader("Authorization"),
                        request.getHeader("If-Match"),
                        body.toString()));
        if (request.path().endsWith("/file")) {
            request.response()
                    .putHeader("Content-Type", "application/pdf")
                    .end(Buffer.buffer("%PDF-"));
            return;
        }
        if (request.path().endsWith("/content")) {
            request.response()
                    .putHeader("Content-Type", "image/jpeg")
                    .putHeader("Set-Cookie", "inside=1")
                    .end(Buffer.buffer(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2}));
            return;
        }
        if (request.path().endsWith("/thumbnail")) {
            boolean known = "\"small\"".equals(request.getHeader("If-None-Match"));
            request.response()
                    .setStatusCode(known ? 304 : 200)
                    .putHeader("Content-Type", "image/jpeg")
                    .putHeader("ETag", "\"small\"")
                    .putHeader("Cache-Control", "private, max-age=300")
                    .end(known ? Buffer.buffer() : Buffer.buffer(new byte[] {(byte) 0xff}));
            return;
        }
        if (request.method().name().equals("POST")) {
            step(request);
            return;
        }
        JsonObject document = documents.get(request.path());
        if (document == null) {
            problem(request, Papers.problem(404, "未找到该投诉。"));
        } else if (document.containsKey("svg")) {
            request.response().putHeader("Content-Type", "image/svg+xml").end("<svg/>");
        } else if (document.containsKey("pdf")) {
            request.response().putHeader("Content-Type", "application/pdf").end("%PDF-");
        } else {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("ETag", version)
                    .end(document.toBuffer());
        }
    }

    /** What is answered to a POST there, instead of a complaint that was accepted. */
    synchronized void answers(String path, JsonObject document) {
        documents.put("POST " + path, document);
    }

    private void step(HttpServerRequest request) {
        JsonObject refusal = refusals.poll();
        if (refusal != null) {
            problem(request, refusal);
            return;
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("ETag", "\"4\"")
                .end(
                        documents
                                .getOrDefault(
                                        "POST " + request.path(),
                                        Papers.complaint().put("state", "ACCEPTED"))
                                .toBuffer());
    }

    private static void problem(HttpServerRequest request, JsonObject problem) {
        request.response()
                .setStatusCode(problem.getInteger("status"))
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.toBuffer());
    }

    static JsonObject fault(String pointer, String detail) {
        return new JsonObject().put("pointer", pointer).put("code", "x").put("detail", detail);
    }

    static JsonObject invalid(JsonObject... faults) {
        return Papers.problem(422, "有不符合要求之处。").put("errors", new JsonArray(List.of(faults)));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
