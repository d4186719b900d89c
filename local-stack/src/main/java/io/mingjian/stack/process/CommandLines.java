package io.mingjian.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole command line of a process; {@code ProcessHandle} cuts it at 4 KiB on Linux. */
final class CommandLines {
    private CommandLines() {}

    static String of(ProcessHandle handle) {
        Path file = Path.of("/proc", String.valueOf(handle.pid()), "cmdline");
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return handle.info().commandLine().orElse("");
        }
    }
}
