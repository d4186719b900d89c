package io.mingjian.stack;

import io.mingjian.stack.kafka.KafkaBroker;
import io.mingjian.stack.keycloak.Keycloak;
import io.mingjian.stack.postgres.Postgres;
import io.mingjian.stack.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the options of a stack become the settings of its parts. */
final class Parts {
    private static final List<String> KEPT =
            List.of(
                    "postgres",
                    "kafka",
                    "keycloak",
                    "evidence",
                    "preservation.p12",
                    "preservation.pem",
                    "logs",
                    "secrets.properties");

    private Parts() {}

    static Postgres.Settings postgres(StackOptions options, Secrets secrets) {
        return new Postgres.Settings(
                options.home(),
                options.cache(),
                options.log("postgres"),
                options.run(),
                options.ports().postgres(),
                secrets.password("db.superuser"),
                options.databaseBuffers(),
                !options.brief());
    }

    static KafkaBroker.Settings kafka(StackOptions options) {
        Path target = target(options);
        String classPath =
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*";
        return new KafkaBroker.Settings(
                options.home(),
                classPath,
                options.log("kafka"),
                options.run(),
                options.ports().kafka(),
                options.ports().kafkaController());
    }

    static Keycloak.Settings keycloak(StackOptions options, Secrets secrets) {
        return new Keycloak.Settings(
                options.home(),
                target(options).resolve("dist"),
                options.cache(),
                options.log("keycloak"),
                options.run(),
                options.ports().keycloak(),
                options.ports().keycloakManagement(),
                options.ports().postgres(),
                secrets.password("db.keycloak"),
                secrets.password("keycloak.admin"));
    }

    static Map<String, String> databasePasswords(Secrets secrets) {
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put("keycloak", secrets.password("db.keycloak"));
        Stream.of(Service.values())
                .filter(Service::hasDatabase)
                .map(Service::label)
                .forEach(name -> passwords.put(name, secrets.password("db." + name)));
        return passwords;
    }

    /** By name, so that a home which is none loses nothing else. */
    static void forget(Path home) {
        try {
            for (String name : KEPT) {
                deleteTree(home.resolve(name));
            }
        } catch (IOException e) {
            throw new StackFailure("cannot delete in " + home + ": " + e.getMessage(), e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static void requireBuilt(StackOptions options) {
        for (Service service : options.services()) {
            require(service.build(options.root()).resolve("quarkus-run.jar"));
        }
        require(target(options).resolve("lib"));
    }

    private static void require(Path file) {
        if (!Files.exists(file)) {
            throw new StackFailure(file + " is missing; build first, for instance by mvn package");
        }
    }

    /** Data, logs and secrets are nobody else's business. */
    static void closeToOthers(Path home) {
        try {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StackFailure("cannot make " + home + ": " + e.getMessage(), e);
        }
    }

    /** Each start begins new logs and keeps those of the start before. */
    static void turnLogs(StackOptions options) {
        Path logs = options.home().resolve("logs");
        try {
            Files.createDirectories(logs);
            for (Path log : logsIn(logs)) {
                Path old = Path.of(log.toString().replaceFirst("\\.log$", ".log.1"));
                Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackFailure("cannot prepare " + logs + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> logsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private static Path target(StackOptions options) {
        return options.root().resolve("local-stack/target");
    }
}
