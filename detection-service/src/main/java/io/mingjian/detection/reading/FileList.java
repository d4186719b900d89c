package io.mingjian.detection.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that somebody means who names files and folders. */
public final class FileList {
    private FileList() {}

    /**
     * Files in the order in which they were named; below a folder in the order of their paths. A
     * folder may be named by a symbolic link; links inside folders are not followed. A file that is
     * reached twice stands once, under its first name.
     *
     * @throws UncheckedIOException if a folder cannot be listed
     */
    public static List<Path> of(List<Path> named) {
        Map<Path, Path> byPlace = new LinkedHashMap<>();
        for (Path path : named) {
            List<Path> files = Files.isDirectory(path) ? below(path) : List.of(path);
            files.forEach(file -> byPlace.putIfAbsent(place(file), file));
        }
        return List.copyOf(byPlace.values());
    }

    /** Where a file lies, whatever links lead there. */
    public static Path place(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // Gone or shut away: whoever opens it says so.
            return file.toAbsolutePath().normalize();
        }
    }

    /** Under the name that was given; a walk that starts at a link would end there. */
    private static List<Path> below(Path folder) {
        try {
            Path target = folder.toRealPath();
            try (Stream<Path> paths = Files.walk(target)) {
                return paths.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .map(p -> folder.resolve(target.relativize(p)))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
