package io.mingjian.detection.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {
    /** Run by the test in a process of its own, because failing means that the process ends. */
    static final class Probe {
        public static void main(String[] arguments) {
            System.exit(Library.environment() == null ? 1 : 0);
        }
    }

    @Test
    void aLongCommandLineDoesNotEndTheProcess() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Probe.class.getName());
        command.addAll(List.of("x".repeat(100_000), "y".repeat(100_000)));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
