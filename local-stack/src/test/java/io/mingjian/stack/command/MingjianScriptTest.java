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

/** The script at the root: what it takes for stale, and how it refuses an old JDK. */
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
        Path javac = root.resolve("jvms/old/bin/javac");
        Files.createDirectories(javac.getParent());
        Files.writeString(javac, "#!/bin/sh\necho javac 11.0.2\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();

        assertThat(script("status"))
                .startsWith("mingjian: a JDK of version 17 or newer is needed")
                .hasLineCount(1);
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

    /** Both streams, because one line of trouble goes to the other one. */
    private String script(String command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", SCRIPT.toString(), command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "MINGJIAN_ROOT", root.toString(),
                                "MINGJIAN_JVMS", root.resolve("jvms").toString(),
                                "JAVA_HOME", root.resolve("jvms/old").toString(),
                                "PATH",
                                        root.resolve("jvms/old/bin")
                                                + ":"
                                                + System.getenv("PATH")));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static FileTime at(String instant) {
        return FileTime.from(Instant.parse(instant));
    }
}
