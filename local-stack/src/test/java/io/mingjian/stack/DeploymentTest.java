package io.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
    @TempDir Path folder;
    private Path source;
    private Path target;

    @BeforeEach
    void build() throws Exception {
        source = Files.createDirectories(folder.resolve("source/lib")).getParent();
        target = folder.resolve("target");
        Files.writeString(source.resolve("quarkus-run.jar"), "one");
        Files.writeString(source.resolve("lib/a.jar"), "a");
    }

    @Test
    void theWholeBuildIsCopied() {
        assertThat(deploy()).hasContent("one").startsWith(target);
        assertThat(target.resolve("lib/a.jar")).hasContent("a");
    }

    @Test
    void whatDidNotChangeIsLeftAsItIs() throws Exception {
        deploy();
        FileTime same = Files.getLastModifiedTime(target.resolve("lib/a.jar"));
        Files.writeString(target.resolve("lib/a.jar"), "b");
        Files.setLastModifiedTime(target.resolve("lib/a.jar"), same);

        deploy();

        assertThat(target.resolve("lib/a.jar")).hasContent("b");
    }

    @Test
    void whatChangedIsCopiedAgain() throws Exception {
        deploy();
        Files.writeString(source.resolve("lib/a.jar"), "c");
        Files.setLastModifiedTime(
                source.resolve("lib/a.jar"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        deploy();

        assertThat(target.resolve("lib/a.jar")).hasContent("c");
    }

    @Test
    void whatVanishedFromTheBuildVanishes() throws Exception {
        deploy();
        Files.delete(source.resolve("lib/a.jar"));

        deploy();

        assertThat(target.resolve("lib/a.jar")).doesNotExist();
    }

    private Path deploy() {
        return new Deployment(source, target).refresh();
    }
}
