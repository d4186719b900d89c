package io.mingjian.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * A real PostgreSQL for {@code @QuarkusTest}, and the public key of {@link Tokens}: one server per
 * test JVM, one fresh database per start of the application. Use it as
 * {@code @WithTestResource(PostgresResource.class)}.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final Object LOCK = new Object();
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
                try {
                    server =
                            EmbeddedPostgres.builder()
                                    .setServerConfig("fsync", "off")
                                    .setServerConfig("max_connections", "200")
                                    .setServerConfig("listen_addresses", "127.0.0.1")
                                    .start();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return server;
        }
    }
}
