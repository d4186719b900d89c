package io.mingjian.stack.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One launcher per home. The lock belongs to the operating system: it is free again the moment its
 * owner dies, however it dies.
 */
public final class LauncherLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path pid;

    private LauncherLock(FileChannel channel, Path pid) {
        this.channel = channel;
        this.pid = pid;
    }

    /** Empty when another launcher holds it. */
    public static Optional<LauncherLock> take(Path runDirectory) {
        try {
            Files.createDirectories(runDirectory);
            FileChannel channel = open(runDirectory);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            Path pid = runDirectory.resolve("launcher.owner");
            Files.writeString(pid, String.valueOf(ProcessHandle.current().pid()));
            return Optional.of(new LauncherLock(channel, pid));
        } catch (IOException e) {
            throw new StackFailure("cannot lock " + runDirectory + ": " + e.getMessage(), e);
        }
    }

    /** The launcher that holds the lock now. */
    public static Optional<ProcessHandle> holder(Path runDirectory) {
        if (!Files.exists(runDirectory.resolve("launcher.lock"))) {
            return Optional.empty();
        }
        try (FileChannel channel = open(runDirectory)) {
            if (tryLock(channel) != null) {
                return Optional.empty();
            }
            String pid = Files.readString(runDirectory.resolve("launcher.owner")).trim();
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static FileChannel open(Path runDirectory) throws IOException {
        return FileChannel.open(
                runDirectory.resolve("launcher.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pid);
            channel.close();
        } catch (IOException e) {
            throw new StackFailure("cannot release the launcher lock: " + e.getMessage(), e);
        }
    }
}
