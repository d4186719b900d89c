package io.mingjian.stack.postgres;

import io.mingjian.stack.process.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once into the cache folder that all stacks share. */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Set<PosixFilePermission> EXECUTABLE =
            Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path cache;
    private final Path folder;

    PostgresBinaries(Path cache) {
        this.cache = cache;
        this.folder = cache.resolve("postgres-18");
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacks unless done before; safe when several stacks start at once. */
    void ensureUnpacked() {
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = openLock(cache.resolve("postgres.lock"));
                    var lock = channel.lock()) {
                if (!Files.exists(folder)) {
                    unpack();
                }
            }
        } catch (IOException e) {
            throw new StackFailure("cannot unpack PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static FileChannel openLock(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Into a neighbour first, then renamed: a folder with the final name is always whole. */
    private void unpack() throws IOException {
        Path half = folder.resolveSibling(folder.getFileName() + ".unpacking");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                place(tar, e, half);
            }
        }
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, EXECUTABLE);
            }
        }
    }

    private static InputStream archive() {
        InputStream stream = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (stream == null) {
            throw new StackFailure("the PostgreSQL binaries are missing from the class path");
        }
        return new BufferedInputStream(stream, 1 << 16);
    }
}
