package io.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.stack.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    @TempDir Path home;

    @Test
    void forgettingDeletesDataButNothingForeign() throws Exception {
        Files.createDirectories(home.resolve("postgres/base"));
        Files.writeString(home.resolve("postgres/base/1"), "rows");
        Files.writeString(home.resolve("secrets.properties"), "a=b");
        Files.writeString(home.resolve("letter.txt"), "mine");
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("jar"), "shared");
        Files.createDirectories(home.resolve("keycloak"));
        Files.createSymbolicLink(home.resolve("keycloak/lib"), elsewhere);

        LocalStack.forget(options());

        assertThat(home.resolve("postgres")).doesNotExist();
        assertThat(home.resolve("secrets.properties")).doesNotExist();
        assertThat(home.resolve("keycloak")).doesNotExist();
        assertThat(home.resolve("letter.txt")).exists();
        assertThat(elsewhere.resolve("jar")).exists();
    }

    @Test
    void eachStartBeginsNewLogsAndKeepsTheLastOnes() throws Exception {
        Path log = options().log("kafka");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "yesterday");

        Parts.turnLogs(options());

        assertThat(log).doesNotExist();
        assertThat(log.resolveSibling("kafka.log.1")).hasContent("yesterday");
    }

    @Test
    void nobodyElseMayLookIntoAHome() throws Exception {
        Parts.closeToOthers(home.resolve("new"));

        assertThat(Files.getPosixFilePermissions(home.resolve("new")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private StackOptions options() {
        return StackOptions.fromEnvironment(
                Path.of("/repo"), Map.of("MINGJIAN_HOME", home.toString()), Progress.silent());
    }
}
