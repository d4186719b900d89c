package io.mingjian.detection.preservation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingjian.detection.bundle.Certificates;
import io.mingjian.detection.bundle.SigningKey;
import io.mingjian.detection.bundle.TestAuthority;
import io.mingjian.detection.bundle.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** A key to sign with and a time stamp authority over HTTP that can be told to misbehave. */
public class PreservationResource implements QuarkusTestResourceLifecycleManager {
    private static final int LONGER_THAN_ANY = 1 << 17;

    /** What the authority does next: {@code good, error, noise, endless, silent, foreign}. */
    private final AtomicReference<String> mood = new AtomicReference<>("good");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestKeys keys = TestKeys.onP256();
    private final TestAuthority authority = new TestAuthority(keys.authority());
    private byte[] earlier = {};
    private HttpServer server;
    private Path folder;
    private Path root;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("preservation");
            Path key = Files.writeString(folder.resolve("key.pem"), pem(keys.signer()));
            root =
                    Files.write(
                            folder.resolve("root.pem"), Certificates.write(List.of(keys.root())));
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            return Map.of(
                    "mingjian.preservation.key",
                    key.toString(),
                    "mingjian.preservation.tsa",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "mingjian.preservation.tsa-patience",
                    "PT15S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                mood,
                new TestInjector.AnnotatedAndMatchesType(
                        FromResource.class, AtomicReference.class));
        injector.injectIntoFields(
                root, new TestInjector.AnnotatedAndMatchesType(FromResource.class, Path.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        switch (mood.get()) {
            case "good" -> {
                earlier = authority.answer(request, now);
                send(exchange, 200, earlier);
            }
            case "error" -> send(exchange, 503, new byte[0]);
            case "noise" -> send(exchange, 200, new byte[] {0x30, 0x03, 0x02, 0x01, 0x00});
            case "endless" -> send(exchange, 200, new byte[LONGER_THAN_ANY]);
            case "foreign" -> send(exchange, 200, earlier);
            case "silent" -> {
                // No answer at all; the connection ends with the server.
            }
            default -> throw new IllegalStateException(mood.get());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String pem(SigningKey key) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(key.key());
            for (var certificate : key.chain()) {
                writer.writeObject(certificate);
            }
        }
        return text.toString();
    }
}
