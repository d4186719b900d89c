package io.mingjian.detection.preservation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A folder for files of this process alone. A lock on a file beside it says that the process lives;
 * the kernel takes that away however the process ends, and so tells the folders of the dead apart
 * from those of processes that share the place.
 */
final class ProcessFolder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ProcessFolder.class);
    private static final String NAME = "mingjian-bundles-";
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private ProcessFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The folder comes after its lock, so that nobody finds one without. */
    static ProcessFolder under(Path parent) throws IOException {
        Files.createDirectories(parent);
        Path mark = Files.createTempFile(parent, NAME, LOCK);
        FileChannel lock = FileChannel.open(mark, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("somebody else holds " + mark);
        }
        String name = mark.getFileName().toString();
        Path path = parent.resolve(name.substring(0, name.length() - LOCK.length()));
        Files.createDirectory(
                path,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new ProcessFolder(path, lock);
    }

    Path path() {
        return path;
    }

    /** Removes the folders beside this one that no living process holds. */
    void removeThoseOfTheDead() throws IOException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(path.resolveSibling(""), NAME + "*")) {
            for (Path each : folders) {
                if (Files.isDirectory(each) && !each.equals(path)) {
                    removeIfDead(each);
                }
            }
        }
    }

    private static void removeIfDead(Path folder) {
        Path mark = mark(folder);
        try (FileChannel channel =
                        FileChannel.open(
                                mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                @Nullable FileLock held = tryLock(channel)) {
            if (held != null) {
                remove(folder);
                Files.deleteIfExists(mark);
            }
        } catch (IOException e) {
            LOG.warnf("%s stays behind: %s", folder, e);
        }
    }

    /** Null if another process holds it, or another folder of this one. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException mine) {
            return null;
        }
    }

    private static Path mark(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    @Override
    public void close() throws IOException {
        remove(path);
        Files.deleteIfExists(mark(path));
        lock.close();
    }
}
