package io.mingjian.stack;

import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service's own copy of its build, so that building again never pulls files away under a running
 * service. Only what changed is copied.
 */
final class Deployment {
    private final Path source;
    private final Path target;

    Deployment(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** The jar to run. */
    Path refresh() {
        try {
            Set<Path> wanted = filesUnder(source);
            for (Path file : wanted) {
                copyIfChanged(file);
            }
            for (Path file : filesUnder(target)) {
                if (!wanted.contains(file)) {
                    Files.delete(target.resolve(file));
                }
            }
            return target.resolve("quarkus-run.jar");
        } catch (IOException e) {
            throw new StackFailure("cannot copy " + source + ": " + e.getMessage(), e);
        }
    }

    private void copyIfChanged(Path file) throws IOException {
        Path from = source.resolve(file);
        Path to = target.resolve(file);
        if (Files.exists(to) && sameStamp(from, to)) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(
                from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** To the millisecond: copying a file keeps its time to the microsecond only. */
    private static boolean sameStamp(Path one, Path other) throws IOException {
        BasicFileAttributes a = Files.readAttributes(one, BasicFileAttributes.class);
        BasicFileAttributes b = Files.readAttributes(other, BasicFileAttributes.class);
        return a.size() == b.size()
                && a.lastModifiedTime().toMillis() == b.lastModifiedTime().toMillis();
    }

    private static Set<Path> filesUnder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
