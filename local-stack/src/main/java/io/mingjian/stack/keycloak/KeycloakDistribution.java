package io.mingjian.stack.keycloak;

import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The unpacked and optimised distribution in the cache that all stacks share. */
final class KeycloakDistribution {
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

    private final Path archives;
    private final Path cache;
    private final Path log;
    private final Progress progress;

    /**
     * @param archives the folder where the build put the distribution's archive
     */
    KeycloakDistribution(Path archives, Path cache, Path log, Progress progress) {
        this.archives = archives;
        this.cache = cache;
        this.log = log;
        this.progress = progress;
    }

    /** Unpacks and builds unless done before; safe when several stacks start at once. */
    Path ready() {
        Path archive = archive();
        Path folder = cache.resolve(archive.getFileName().toString().replace(".zip", ""));
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = openLock();
                    var lock = channel.lock()) {
                if (!Files.exists(folder)) {
                    prepare(archive, folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new StackFailure("cannot unpack Keycloak: " + e.getMessage(), e);
        }
    }

    private FileChannel openLock() throws IOException {
        return FileChannel.open(
                cache.resolve("keycloak.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    /** A folder with the final name is always whole and built. */
    private void prepare(Path archive, Path folder) throws IOException {
        Path half = cache.resolve("keycloak.preparing");
        if (Files.exists(half)) {
            deleteTree(half);
        }
        progress.say("keycloak", "unpacking the distribution (once)");
        unzip(archive, half);
        progress.say("keycloak", "optimising it for PostgreSQL (once, about a minute)");
        build(half);
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path archive() {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> missing());
        } catch (IOException e) {
            throw missing();
        }
    }

    private StackFailure missing() {
        return new StackFailure("Keycloak is not in " + archives + "; run the build first");
    }

    private void build(Path folder) throws IOException {
        Path script = folder.resolve("bin/kc.sh");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.concat(Stream.of("sh", script.toString()), BUILD.stream())
                                        .toList())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        // It runs once and for less than a minute, which compiling well would double.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process process = builder.start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StackFailure("Keycloak's build failed, see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }

    /** Without the one folder that the archive wraps around everything. */
    private static void unzip(Path archive, Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> paths = Files.walk(zip.getPath("/"))) {
            for (Path path : paths.filter(p -> p.getNameCount() > 1).toList()) {
                Path inside = path.subpath(1, path.getNameCount());
                place(path, folder.resolve(inside.toString()).normalize(), folder);
            }
        }
    }

    private static void place(Path source, Path target, Path folder) throws IOException {
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder: " + source);
        }
        if (Files.isDirectory(source)) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = Files.newInputStream(source)) {
            Files.copy(in, target);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
