package io.mingjian.client.journal;

import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder of one submission's state, held by one run at a time; a dead run holds nothing. */
public final class StateFolder implements Closeable {
    private static final String JOURNAL = "journal.log";

    private final Path folder;
    private final FileChannel channel;

    private StateFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be, readable by its owner alone, and takes it.
     *
     * @throws Stopped if another run has it
     */
    public static StateFolder take(Path folder) throws IOException {
        Files.createDirectories(folder, ownersAlone());
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new Stopped(Ending.BUSY, Text.of("%s", "%s", folder));
        }
        return new StateFolder(folder, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    public Path journal() {
        return journalIn(folder);
    }

    public static Path journalIn(Path folder) {
        return folder.resolve(JOURNAL);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
