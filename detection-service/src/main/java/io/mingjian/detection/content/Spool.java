package io.mingjian.detection.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder where uploads gather until their hash, and with it their place, is known. */
final class Spool {
    /** An upload that takes longer than this has died. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;

    Spool(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Incoming begin() throws IOException {
        return Incoming.at(Files.createDirectories(folder).resolve(UUID.randomUUID() + ".part"));
    }

    void probe() throws IOException {
        try (Incoming probe = begin()) {
            probe.write(new byte[] {1}, 1);
        }
    }

    void sweep() throws IOException {
        Instant before = clock.instant().minus(LONGEST_UPLOAD);
        try (Stream<Path> files = Files.list(Files.createDirectories(folder))) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
