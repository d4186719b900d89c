package io.mingjian.detection.media;

import io.mingjian.detection.finding.DataTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sample folder of public and own files. It lies outside the repository: {@code MINGJIAN_DATA}
 * (environment) or {@code mingjian.data} (system property), otherwise {@code ../shared/data} beside
 * the repository. Tests that need it skip with a printed reason where it is missing.
 */
public final class SampleFiles {
    private SampleFiles() {}

    public static Optional<Path> folder(String name) {
        Path folder = root().resolve(name);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        System.out.println("skipped: no sample folder " + name + " (set MINGJIAN_DATA)");
        return Optional.empty();
    }

    private static Path root() {
        String told = System.getenv("MINGJIAN_DATA");
        if (told == null) {
            told = System.getProperty("mingjian.data");
        }
        if (told != null) {
            return Path.of(told);
        }
        return Path.of(System.getProperty("mingjian.root", "..")).resolve("../shared/data");
    }

    /** Picture files below a folder, in a fixed order. */
    public static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|webp)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a comma-separated file with quoted fields, without the heading. */
    public static List<List<String>> table(Path csv) {
        try {
            return Files.readAllLines(csv).stream().skip(1).map(DataTable::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
