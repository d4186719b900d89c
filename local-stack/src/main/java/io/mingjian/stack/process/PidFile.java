package io.mingjian.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about a started process: pid, how to stop it, and words that its command line must
 * contain before anybody may signal it (pids are reused).
 */
record PidFile(Path file, long pid, StopSignal signal, List<String> marks) {
    private static final int LOOKS = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    String name() {
        return file.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    void write() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pid + "\n" + signal + "\n" + String.join("\n", marks) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when there is no such file or nobody can make sense of it. */
    static Optional<PidFile> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(
                    new PidFile(
                            file,
                            Long.parseLong(lines.get(0)),
                            StopSignal.valueOf(lines.get(1)),
                            List.copyOf(lines.subList(2, lines.size()))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** All of a folder, by name. */
    static List<PidFile> in(Path runDirectory) {
        if (!Files.isDirectory(runDirectory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runDirectory)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .map(PidFile::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The running process, if the pid is alive and its command line bears all marks. A process that
     * is just loading its program shows no command line or a part of one, so that a stranger is
     * looked at for half a second before it is taken for one.
     */
    Optional<ProcessHandle> owner() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        for (int look = 0;
                look < LOOKS && process.filter(ProcessHandle::isAlive).isPresent();
                look++) {
            if (bearsMarks(process.get())) {
                return process;
            }
            Readiness.pause(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    private boolean bearsMarks(ProcessHandle handle) {
        String commandLine = " " + CommandLines.of(handle) + " ";
        return !marks.isEmpty()
                && marks.stream().allMatch(mark -> commandLine.contains(" " + mark + " "));
    }
}
