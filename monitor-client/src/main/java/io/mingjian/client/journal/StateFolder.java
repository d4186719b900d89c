package io.mingjian.client.journal;

import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of one submission's state, held by one run at a time; a dead run holds nothing. */
public final class StateFolder implements Closeable {
    private static final String JOURNAL = "journal.log";

    /**
     * Held by this process. Asked before the file is opened: on POSIX whoever closes a file gives
     * up all locks that the process has on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

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
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw busy(folder);
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            real.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw busy(folder);
            }
            return new StateFolder(real, channel);
        } catch (IOException | RuntimeException failed) {
            HELD.remove(real);
            throw failed;
        }
    }

    private static Stopped busy(Path folder) {
        return new Stopped(Ending.BUSY, Text.of("%s", "%s", folder));
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
        HELD.remove(folder);
        channel.close();
    }
}
