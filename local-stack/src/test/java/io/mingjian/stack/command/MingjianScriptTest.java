package io.mingjian.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the root: what it takes for stale, which JDK and which locale it gives to Java. */
class MingjianScriptTest {
    private static final FileTime OLD = at("2026-01-01T00:00:00Z");
    private static final FileTime BUILT = at("2026-02-01T00:00:00Z");
    private static final FileTime NEW = at("2026-03-01T00:00:00Z");
    private static final Path SCRIPT =
            Path.of(System.getProperty("mingjian.root", "..")).resolve("mingjian");

    @TempDir Path root;

    @BeforeEach
    void everythingIsBuilt() throws Exception {
        write("pom.xml", OLD);
        for (String module : new String[] {"contracts", "service-kit", "paper-kit"}) {
            module(module);
        }
        for (String module : new String[] {"local-stack", "acceptance"}) {
            module(module);
            write(module + "/target/" + module + "-1.jar", BUILT);
        }
        for (String module :
                new String[] {
                    "registry-service", "detection-service", "monitoring-service", "gateway"
                }) {
            module(module);
            write(module + "/target/quarkus-app/quarkus-run.jar", BUILT);
        }
        module("monitor-client");
        write("monitor-client/target/monitor-client.jar", BUILT);
    }

    @Test
    void nothingIsStaleAfterABuild() throws Exception {
        assertThat(script("stale")).isEmpty();
    }

    @Test
    void aChangedSourceMakesItsModuleStale() throws Exception {
        write("gateway/src/main/A.java", NEW);

        assertThat(script("stale")).isEqualTo("gateway\n");
    }

    @Test
    void aChangedKitMakesAllStale() throws Exception {
        write("service-kit/src/main/A.java", NEW);

        assertThat(script("stale").lines()).hasSize(6);
    }

    @Test
    void aMissingProductMakesItsModuleStale() throws Exception {
        Files.delete(root.resolve("registry-service/target/quarkus-app/quarkus-run.jar"));

        assertThat(script("stale")).isEqualTo("registry-service\n");
    }

    @Test
    void aVanishedSourceMakesItsModuleStale() throws Exception {
        Files.delete(root.resolve("gateway/src/main/A.java"));

        assertThat(script("stale")).isEqualTo("gateway\n");
    }

    @Test
    void aChangedTestMakesNothingStale() throws Exception {
        write("gateway/src/test/ATest.java", NEW);

        assertThat(script("stale")).isEmpty();
    }

    @Test
    void aLaterBuildThatFoundTheProductStillGoodCounts() throws Exception {
        write("gateway/src/main/A.java", at("2026-02-10T00:00:00Z"));
        write("gateway/target/.built", at("2026-02-20T00:00:00Z"));

        assertThat(script("stale")).isEmpty();
    }

    @Test
    void aJdkThatIsTooOldIsRefusedInOneLine() throws Exception {
        program("javac", "echo javac 11.0.2");

        assertThat(script("status"))
                .startsWith("mingjian: a JDK of version 17 or newer is needed")
                .hasLineCount(1);
    }

    /**
     * Java reads names of files by the locale, and a bare one would leave it unable to open them.
     */
    @ParameterizedTest
    @ValueSource(strings = {"read", "check", "reuse", "evaluate", "verify", "client", "submit"})
    void filesWithChineseNamesAreReadInAnyLocale(String command) throws Exception {
        program("javac", "echo javac 17.0.2");
        program("java", "locale charmap");

        for (String locale : new String[] {"C", "xx_XX.UTF-8"}) {
            assertThat(script(command, Map.of("LC_ALL", locale))).endsWith("UTF-8\n");
        }
    }

    private void program(String name, String line) throws Exception {
        Path program = root.resolve("jvms/one/bin").resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private void module(String name) throws Exception {
        write(name + "/pom.xml", OLD);
        write(name + "/src/main/A.java", OLD);
        Files.setLastModifiedTime(root.resolve(name + "/src/main"), OLD);
    }

    private void write(String path, FileTime time) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        boolean isNew = !Files.exists(file);
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, time);
        if (isNew) {
            Files.setLastModifiedTime(file.getParent(), OLD);
        }
    }

    private String script(String command) throws Exception {
        return script(command, Map.of());
    }

    /** Both streams, because one line of trouble goes to the other one. */
    private String script(String command, Map<String, String> more) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", SCRIPT.toString(), command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "MINGJIAN_ROOT", root.toString(),
                                "MINGJIAN_JVMS", root.resolve("jvms").toString(),
                                "JAVA_HOME", root.resolve("jvms/one").toString(),
                                "PATH",
                                        root.resolve("jvms/one/bin")
                                                + ":"
                                                + System.getenv("PATH")));
        builder.environment().putAll(more);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static FileTime at(String instant) {
        return FileTime.from(Instant.parse(instant));
    }
}
