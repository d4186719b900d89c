package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of services that died, in the folder for temporary files. */
@EnabledOnOs(OS.LINUX)
class FfmpegProgramTest {
    /** Larger than any number that the system gives a process. */
    private static final String DEAD = "mingjian-media-999999999-";

    @TempDir Path temporary;
    private Path ours;
    private Path leftover;

    @BeforeEach
    void leftovers() throws IOException {
        ours = folder("mingjian-media-" + ProcessHandle.current().pid() + "-1");
        leftover = folder(DEAD + "1");
    }

    @AfterEach
    void opened() throws IOException {
        Path locked = temporary.resolve(DEAD + "2");
        if (Files.exists(locked)) {
            Files.setPosixFilePermissions(locked, permissions("rwx------"));
        }
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("ffmpeg"), "x");
        return folder;
    }

    private static Set<PosixFilePermission> permissions(String text) {
        return PosixFilePermissions.fromString(text);
    }

    @Test
    void ownFoldersOfTheDeadAreRemovedAndTheOwnFolderStays() throws IOException {
        Path other = folder("mingjian-media-" + ProcessHandle.current().pid() + "-2");
        FfmpegProgram.sweep(temporary, ours);
        assertThat(leftover).doesNotExist();
        assertThat(other).as("a container gives every process the same number").doesNotExist();
        assertThat(ours.resolve("ffmpeg")).exists();
    }

    @Test
    void whatAnotherUserHasLeftStays() throws IOException {
        assumeTrue(isRoot(), "only root can give a folder to another user");
        Path foreign = folder(DEAD + "2");
        Files.setAttribute(foreign, "unix:uid", 65_534);
        FfmpegProgram.sweep(temporary, ours);
        assertThat(foreign.resolve("ffmpeg")).exists();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void whatCannotBeRemovedIsInNobodysWay() throws IOException {
        assumeFalse(isRoot(), "root can remove everything");
        Path locked = folder(DEAD + "2");
        Files.setPosixFilePermissions(locked, permissions("---------"));
        FfmpegProgram.sweep(temporary, ours);
        assertThat(locked).exists();
        assertThat(leftover).doesNotExist();
    }

    private boolean isRoot() throws IOException {
        return Files.getAttribute(ours, "unix:uid").equals(0);
    }
}
