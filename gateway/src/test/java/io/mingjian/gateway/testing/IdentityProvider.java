package io.mingjian.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A small identity provider that can be away: discovery and keys, nothing more. It is away when the
 * gateway starts. A test gets it injected.
 */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();
    private final KeyPair keys = Tokens.newPair();
    private Socket reserved;
    private int port;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        reserved = reserved();
        port = reserved.getLocalPort();
        return Map.of(
                "quarkus.oidc.auth-server-url", issuer(),
                "quarkus.oidc.token.issuer", issuer(),
                "quarkus.oidc.connection-timeout", "5S",
                "quarkus.oidc.public-key", "",
                "mingjian.upstream.registry", "http://127.0.0.1:9",
                "mingjian.upstream.detection", "http://127.0.0.1:9",
                "mingjian.upstream.monitoring", "http://127.0.0.1:9");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(IdentityProvider.class));
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/mingjian";
    }

    /** Signs as this provider. */
    public String sign(io.smallrye.jwt.build.JwtClaimsBuilder claims) {
        return claims.issuer(issuer()).jws().keyId("k1").sign(keys.getPrivate());
    }

    public void comes() throws IOException {
        reserved.close();
        server =
                await(
                        vertx.createHttpServer()
                                .requestHandler(this::answer)
                                .listen(port, "127.0.0.1"));
    }

    public void goes() {
        await(server.close());
    }

    private void answer(HttpServerRequest request) {
        JsonObject document =
                request.path().endsWith("/jwks")
                        ? new JsonObject().put("keys", new JsonArray().add(jwk()))
                        : new JsonObject()
                                .put("issuer", issuer())
                                .put("jwks_uri", issuer() + "/jwks")
                                .put("token_endpoint", issuer() + "/token");
        request.response().putHeader("Content-Type", "application/json").end(document.toBuffer());
    }

    private JsonObject jwk() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return new JsonObject()
                .put("kty", "RSA")
                .put("kid", "k1")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("n", unsigned(key.getModulus().toByteArray()))
                .put("e", unsigned(key.getPublicExponent().toByteArray()));
    }

    private static String unsigned(byte[] number) {
        int from = number[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(number, from, number.length));
    }

    /** Nobody listens there, and nobody else can take it, until the provider comes. */
    private static Socket reserved() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress("127.0.0.1", 0));
            return socket;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
