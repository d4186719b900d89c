package io.mingjian.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.mingjian.client.findings.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Gateway and identity provider in this JVM. Keeps what a real platform keeps, honours keys as it
 * does, and fails when it is told to.
 */
final class FakeGateway implements AutoCloseable {
    static final String CLIENT = "monitor-jingwei";
    static final String SECRET = "s3cret-of-this-test-alone";
    static final String EVIDENCE = "/api/detection/v1/evidence";
    static final String INSTRUCTION = "0193b0c0-0000-7000-8000-00000000a001";
    static final String BATCHES =
            "/api/monitoring/v1/instructions/" + INSTRUCTION + "/lead-batches";

    /** When a test wants to meddle with a request. */
    interface Meddling {
        /**
         * Called with the whole body there and nothing done yet.
         *
         * @param number of this request since the start, tokens not counted
         */
        default Reaction before(int number, HttpExchange exchange) {
            return Reaction.NONE;
        }

        /** Called when the effect is there and the answer is not sent. */
        default Reaction after(int number, HttpExchange exchange) {
            return Reaction.NONE;
        }
    }

    /** What becomes of the request. */
    record Reaction(int status, String retryAfter, boolean cut) {
        static final Reaction NONE = new Reaction(0, "", false);
        static final Reaction CUT = new Reaction(0, "", true);

        static Reaction says(int status, String retryAfter) {
            return new Reaction(status, retryAfter, false);
        }
    }

    static {
        // Without it every answer waits for the other side's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private record Kept(String request, int status, JsonNode body) {}

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Kept> keys = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** Id of each stored file to its SHA-256, one entry for each effect. */
    final Map<String, String> evidence = new TreeMap<>();

    /** What was taken, by number; the natural key. */
    final Map<String, ObjectNode> findings = new TreeMap<>();

    final List<String> effects = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    final List<Map<String, String>> tokenForms = new ArrayList<>();
    int repeatedUploads;
    int repeatedFindings;
    int batches;
    volatile Meddling meddling = new Meddling() {};
    volatile Predicate<JsonNode> refused = finding -> false;
    volatile String known = INSTRUCTION;
    volatile int instructionStatus = 200;

    /** Uses of a token after which it is not taken any more. */
    volatile int tokenUses = Integer.MAX_VALUE;

    private int used;

    FakeGateway() throws IOException {
        this(null);
    }

    /**
     * @param tls speaks https if there is one
     */
    FakeGateway(SSLContext tls) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        scheme = tls == null ? "http" : "https";
        if (tls == null) {
            server = HttpServer.create(here, 100);
        } else {
            HttpsServer https = HttpsServer.create(here, 100);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        }
        server.setExecutor(threads);
        server.createContext("/issuer/.well-known/openid-configuration", this::discovery);
        server.createContext("/issuer/token", this::token);
        server.createContext("/api/", this::api);
        server.start();
    }

    String address() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    String issuer() {
        return address() + "/issuer";
    }

    int requests() {
        return requests.get();
    }

    private void discovery(HttpExchange exchange) throws IOException {
        ObjectNode told = Json.mapper().createObjectNode();
        told.put("issuer", issuer()).put("token_endpoint", issuer() + "/token");
        answer(exchange, 200, told);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String pair :
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                        .split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        synchronized (this) {
            tokenForms.add(form);
            boolean good =
                    CLIENT.equals(form.get("client_id"))
                            && (SECRET.equals(form.get("client_secret"))
                                    || form.containsKey("client_assertion"));
            if (!good) {
                answer(
                        exchange,
                        401,
                        Json.mapper().createObjectNode().put("error", "unauthorized_client"));
                return;
            }
            String token = "token-" + UUID.randomUUID();
            tokens.clear();
            tokens.add(token);
            used = 0;
            answer(
                    exchange,
                    200,
                    Json.mapper()
                            .createObjectNode()
                            .put("access_token", token)
                            .put("expires_in", 300));
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        byte[] body;
        try {
            body = exchange.getRequestBody().readAllBytes();
        } catch (IOException cutOff) {
            exchange.close();
            return;
        }
        int number = requests.incrementAndGet();
        if (!authorized(exchange)) {
            answer(exchange, 401, problem("unauthorized", "令牌无效"));
            return;
        }
        if (stopped(exchange, meddling.before(number, exchange))) {
            return;
        }
        Kept kept = act(exchange, body);
        if (!stopped(exchange, meddling.after(number, exchange))) {
            answer(exchange, kept.status(), kept.body());
        }
    }

    private boolean stopped(HttpExchange exchange, Reaction reaction) throws IOException {
        if (reaction.cut()) {
            exchange.close();
            return true;
        }
        if (reaction.status() != 0) {
            if (!reaction.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", reaction.retryAfter());
            }
            answer(exchange, reaction.status(), problem("busy", "请稍后重试"));
            return true;
        }
        return false;
    }

    private synchronized boolean authorized(HttpExchange exchange) {
        String told = exchange.getRequestHeaders().getFirst("Authorization");
        return told != null && tokens.contains(told.replace("Bearer ", "")) && used++ < tokenUses;
    }

    private synchronized Kept act(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        headers.add(
                path + " " + key + " " + exchange.getRequestHeaders().getFirst("Accept-Language"));
        if (exchange.getRequestMethod().equals("GET")) {
            int status = path.endsWith(known) ? instructionStatus : 404;
            return new Kept("", status, status == 200 ? missing() : problem("no", "没有该监测指令"));
        }
        String request = path + " " + hex(sha256().digest(body));
        Kept before = keys.get(key);
        if (before != null) {
            if (path.equals(EVIDENCE)) {
                repeatedUploads++;
            }
            return before.request().equals(request)
                    ? before
                    : new Kept("", 422, problem("idempotency-key-reuse", "键已用于其他内容"));
        }
        Kept done = path.equals(EVIDENCE) ? store(request, body) : take(request, body);
        if (done.status() < 300) {
            keys.put(key, done);
        }
        return done;
    }

    private Kept store(String request, byte[] body) {
        String id = UUID.randomUUID().toString();
        if (new String(body, StandardCharsets.UTF_8).startsWith("no picture")) {
            return new Kept("", 415, problem("unsupported-media", "不支持的文件类型"));
        }
        String sha256 = hex(sha256().digest(body));
        evidence.put(id, sha256);
        effects.add("evidence " + sha256);
        return new Kept(
                request,
                201,
                Json.mapper()
                        .createObjectNode()
                        .put("id", id)
                        .put("sha256", sha256)
                        .put("sm3", sm3(body)));
    }

    private Kept take(String request, byte[] body) {
        batches++;
        JsonNode items;
        try {
            items = Json.mapper().readTree(body).path("items");
        } catch (IOException malformed) {
            return new Kept("", 400, problem("malformed", "不是 JSON"));
        }
        if (items.isEmpty() || items.size() > 100) {
            return new Kept("", 422, problem("invalid", "1 至 100 条"));
        }
        ObjectNode outcome = Json.mapper().createObjectNode();
        ArrayNode outcomes = outcome.putArray("items");
        for (int at = 0; at < items.size(); at++) {
            outcomes.add(takeOne(at, (ObjectNode) items.get(at)));
        }
        return new Kept(request, 207, outcome);
    }

    private ObjectNode takeOne(int at, ObjectNode finding) {
        String no = finding.path("findingNo").asText();
        ObjectNode outcome = Json.mapper().createObjectNode().put("index", at).put("findingNo", no);
        ObjectNode earlier = findings.get(no);
        for (JsonNode fixation : finding.path("evidence")) {
            if (!evidence.containsKey(fixation.path("evidenceId").asText())
                    || fixation.has("file")) {
                return refusal(outcome, 422, "/evidence", "证据不存在");
            }
        }
        if (refused.test(finding)) {
            return refusal(outcome, 422, "/uscc", "统一社会信用代码校验位不正确");
        }
        if (earlier != null) {
            repeatedFindings++;
            return earlier.equals(finding)
                    ? outcome.put("status", 200).put("leadId", "lead-" + no)
                    : refusal(outcome, 409, "/findingNo", "编号已用于其他内容");
        }
        findings.put(no, finding);
        effects.add("finding " + no);
        return outcome.put("status", 201).put("leadId", "lead-" + no);
    }

    private static ObjectNode refusal(ObjectNode outcome, int status, String pointer, String why) {
        ObjectNode problem = problem("invalid", "共有 1 处不符合要求");
        problem.putArray("errors")
                .addObject()
                .put("pointer", pointer)
                .put("code", "wrong")
                .put("detail", why);
        outcome.put("status", status).set("problem", problem);
        return outcome;
    }

    private static ObjectNode problem(String type, String detail) {
        return Json.mapper()
                .createObjectNode()
                .put("type", "urn:mingjian:problem:" + type)
                .put("detail", detail);
    }

    private static JsonNode missing() {
        return Json.mapper().createObjectNode();
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body)
            throws IOException {
        byte[] bytes = Json.bytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hex(hash);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
