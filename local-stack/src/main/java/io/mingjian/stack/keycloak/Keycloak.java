package io.mingjian.stack.keycloak;

import io.mingjian.stack.process.Child;
import io.mingjian.stack.process.ChildSpec;
import io.mingjian.stack.process.JavaCommand;
import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.Readiness;
import io.mingjian.stack.process.StackFailure;
import io.mingjian.stack.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The identity provider of one stack. */
public final class Keycloak {
    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final List<String> LINKED = List.of("lib", "providers", "themes", "conf");

    private final Settings settings;

    /**
     * @param archives where the build put the distribution
     */
    public record Settings(
            Path home,
            Path archives,
            Path cache,
            Path log,
            Path runDirectory,
            int port,
            int managementPort,
            int postgresPort,
            String databasePassword,
            String adminPassword) {
        Path folder() {
            return home.resolve("keycloak");
        }
    }

    public Keycloak(Settings settings) {
        this.settings = settings;
    }

    /** Unpacks and builds the distribution if need be, and gives this stack its own thin home. */
    public void prepare(Progress progress) {
        Path distribution =
                new KeycloakDistribution(
                                settings.archives(), settings.cache(), settings.log(), progress)
                        .ready();
        try {
            Files.createDirectories(settings.folder());
            for (String name : LINKED) {
                Path link = settings.folder().resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
        } catch (IOException e) {
            throw new StackFailure("cannot prepare Keycloak: " + e.getMessage(), e);
        }
    }

    /**
     * Lays the realm out for import.
     *
     * @return whether an earlier start imported another one, so that the database must be made anew
     */
    public boolean layOut(String realmJson) {
        Path file = settings.folder().resolve("data/import/mingjian-realm.json");
        try {
            Files.createDirectories(file.getParent());
            boolean imported = Files.exists(file);
            boolean same = imported && Files.readString(file).equals(realmJson);
            Path half = file.resolveSibling("mingjian-realm.half");
            Files.deleteIfExists(half);
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, realmJson);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return imported && !same;
        } catch (IOException e) {
            throw new StackFailure("cannot lay out the realm: " + e.getMessage(), e);
        }
    }

    public Child start(Function<ChildSpec, Child> starter) {
        Child child = starter.apply(spec());
        Readiness.await(child, START_LIMIT, () -> Readiness.trouble(health()));
        return child;
    }

    /** The management port: the other one answers before the import has ended. */
    public URI health() {
        return URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready");
    }

    /** As {@code kc.sh} would, but without a shell between the launcher and the process. */
    private ChildSpec spec() {
        Path folder = settings.folder();
        List<String> command =
                new JavaCommand(settings.home(), "keycloak")
                        .options("-Xms64m", "-Xmx320m", "-XX:MaxMetaspaceSize=220m")
                        .options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                        .options("-XX:+ExitOnOutOfMemoryError")
                        .options(
                                opens(
                                        "java.util",
                                        "java.util.concurrent",
                                        "java.security",
                                        "java.lang"))
                        .options("-Duser.language=en", "-Duser.country=US")
                        .options("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                        .options("-Dquarkus-log-max-startup-records=10000")
                        .options("-Dpicocli.disable.closures=true")
                        .options("-Dkc.home.dir=" + folder)
                        .options("-Djboss.server.config.dir=" + folder.resolve("conf"))
                        .main(
                                folder.resolve("lib/quarkus-run.jar").toString(),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                        .arguments(arguments())
                        .words();
        return new ChildSpec(
                "keycloak",
                command,
                environment(),
                folder,
                settings.log(),
                settings.runDirectory(),
                StopSignal.TERM,
                JavaCommand.marks(settings.home(), "keycloak"));
    }

    private static String[] opens(String... packages) {
        return Stream.of(packages)
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .toArray(String[]::new);
    }

    private String[] arguments() {
        return new String[] {
            "start",
            "--optimized",
            "--import-realm",
            "--http-enabled=true",
            "--hostname=http://127.0.0.1:" + settings.port(),
            "--http-host=127.0.0.1",
            "--http-port=" + settings.port(),
            "--http-management-port=" + settings.managementPort(),
            "--cache=local",
            "--log-level=info,io.smallrye.health:warn"
        };
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/keycloak",
                "KC_DB_USERNAME",
                "keycloak",
                "KC_DB_PASSWORD",
                settings.databasePassword(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                settings.adminPassword());
    }
}
