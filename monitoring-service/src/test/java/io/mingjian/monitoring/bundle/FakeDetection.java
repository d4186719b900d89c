package io.mingjian.monitoring.bundle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A door for evidence that remembers what it took, and says what a test has it say. */
final class FakeDetection implements AutoCloseable {
    private final HttpServer server;

    /** A file that came. */
    record Arrival(String authorization, String key, String content) {}

    /**
     * What is said instead of the usual answer.
     *
     * @param keeps whether the file becomes evidence all the same: the answer is lost on the way
     */
    record Saying(int status, String body, boolean keeps) {}

    final Map<String, UUID> evidence = new ConcurrentHashMap<>();
    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<Saying> next = new ConcurrentLinkedQueue<>();

    /** What happens while a file is on its way. */
    volatile Runnable meanwhile = () -> {};

    FakeDetection(URI address) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(address.getHost(), address.getPort()), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/v1/evidence", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String content = new String(bytes, StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        arrivals.add(
                new Arrival(exchange.getRequestHeaders().getFirst("Authorization"), key, content));
        meanwhile.run();
        Saying saying = next.poll();
        if (saying == null || saying.keeps()) {
            evidence.putIfAbsent(key, UUID.randomUUID());
        }
        if (saying == null) {
            saying = taken(evidence.get(key), Parcel.sha256(bytes));
        }
        if (saying.status() == 429) {
            exchange.getResponseHeaders().add("Retry-After", "7");
        }
        byte[] body = saying.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(saying.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static Saying taken(UUID evidence, String sha256) {
        return new Saying(
                201, "{\"id\":\"%s\",\"sha256\":\"%s\"}".formatted(evidence, sha256), true);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
