package io.mingjian.stack.postgres;

import io.mingjian.stack.process.Child;
import io.mingjian.stack.process.ChildSpec;
import io.mingjian.stack.process.Readiness;
import io.mingjian.stack.process.StackFailure;
import io.mingjian.stack.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The database server of one stack. */
public final class Postgres {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Settings settings;
    private final PostgresBinaries binaries;

    /**
     * @param superuserPassword generated at first start and kept in the stack's secrets
     * @param buffers the server's {@code shared_buffers}
     * @param fsync false only for brief stacks of tests
     */
    public record Settings(
            Path home,
            Path cache,
            Path log,
            Path runDirectory,
            int port,
            String superuserPassword,
            String buffers,
            boolean fsync) {
        Path data() {
            return home.resolve("postgres");
        }
    }

    public Postgres(Settings settings) {
        this.settings = settings;
        this.binaries = new PostgresBinaries(settings.cache());
    }

    /** Starts the server on its kept data, made at first, and waits until it answers a query. */
    public Child start(Function<ChildSpec, Child> starter) {
        binaries.ensureUnpacked();
        if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
            initialise();
        }
        Child child = starter.apply(spec());
        awaitAnswer(child);
        return child;
    }

    /** Gives each service its own database and role; repeats do no harm. */
    public void ensureDatabases(Map<String, String> passwordsByName) {
        try (Connection connection = connect("template1")) {
            Databases databases = new Databases(connection);
            databases.countStatementsInNewOnes();
            for (Map.Entry<String, String> entry : passwordsByName.entrySet()) {
                databases.ensure(entry.getKey(), entry.getValue());
            }
        } catch (SQLException e) {
            throw new StackFailure("cannot prepare the databases: " + e.getMessage(), e);
        }
    }

    /** Forgets a database that can be made anew from a template. */
    public void drop(String name) {
        try (Connection connection = connect("postgres")) {
            new Databases(connection).drop(name);
        } catch (SQLException e) {
            throw new StackFailure("cannot drop database " + name + ": " + e.getMessage(), e);
        }
    }

    private ChildSpec spec() {
        List<String> command = new ArrayList<>(asServerUser());
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", settings.data().toString()));
        serverSettings()
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ChildSpec(
                "postgres",
                command,
                Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"),
                settings.home(),
                settings.log(),
                settings.runDirectory(),
                StopSignal.INT,
                List.of("-D " + settings.data()));
    }

    private Map<String, String> serverSettings() {
        return Map.of(
                "shared_preload_libraries", "pg_stat_statements",
                "port", String.valueOf(settings.port()),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "120",
                "shared_buffers", settings.buffers(),
                "fsync", settings.fsync() ? "on" : "off",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "log_line_prefix", "%m [%p] %u@%d ");
    }

    private void initialise() {
        try {
            Path half = settings.home().resolve("postgres.initialising");
            Path password = settings.home().resolve("postgres.password");
            run("rm", "-rf", half.toString());
            Files.createFile(
                    password,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(password, settings.superuserPassword());
                run(initdb(half, password));
            } finally {
                Files.delete(password);
            }
            Files.move(half, settings.data());
        } catch (IOException e) {
            throw new StackFailure("cannot make the database folder: " + e.getMessage(), e);
        }
    }

    private String[] initdb(Path folder, Path password) {
        List<String> command = new ArrayList<>(asServerUser());
        command.add(binaries.program("initdb").toString());
        command.addAll(List.of("-D", folder.toString(), "-U", SUPERUSER));
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password));
        command.addAll(List.of("--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"));
        return command.toArray(String[]::new);
    }

    /**
     * The server refuses to run as root. In a user namespace of its own, root has no powers and the
     * server agrees; nobody else has to be created.
     */
    private static List<String> asServerUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!userNamespacesWork()) {
            throw new StackFailure(
                    "PostgreSQL does not run as root and this machine forbids user namespaces;"
                            + " start as an ordinary user");
        }
        return List.of("unshare", "--user");
    }

    private static boolean userNamespacesWork() {
        try {
            return new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                        .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StackFailure("%s failed, see %s".formatted(command[0], settings.log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }

    private void awaitAnswer(Child child) {
        Readiness.await(
                child,
                START_LIMIT,
                () -> {
                    Optional<String> trouble = ask();
                    if (trouble.filter(t -> t.contains("password authentication")).isPresent()) {
                        throw new StackFailure(
                                "the secrets do not fit the data in %s; restore %s or remove all"
                                        .formatted(settings.home(), "secrets.properties"));
                    }
                    return trouble;
                });
    }

    private Optional<String> ask() {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("select 1");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", settings.superuserPassword());
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database, properties);
    }
}
