package io.mingjian.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A real PostgreSQL for {@code @QuarkusTest}, and the public key of {@link Tokens}: one server per
 * test JVM, one fresh database per start of the application. Use it as
 * {@code @WithTestResource(PostgresResource.class)}.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final Object LOCK = new Object();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        String database = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException failure) {
            throw new IllegalStateException("no test database", failure);
        }
        int port = server().getPort();
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + port + "/" + database,
                "quarkus.datasource.jdbc.acquisition-timeout",
                PATIENCE.toSeconds() + "S",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres",
                "quarkus.oidc.public-key",
                Tokens.publicKey());
    }

    /** The server stays for the next application of this JVM; it ends with the JVM. */
    @Override
    public void stop() {}

    private static EmbeddedPostgres server() {
        synchronized (LOCK) {
            if (server == null) {
                server = started();
            }
            return server;
        }
    }

    private static EmbeddedPostgres started() {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setPort(Ports.free())
                        .setPGStartupWait(PATIENCE)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("listen_addresses", "127.0.0.1");
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
