package io.mingjian.client.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder in which the files lie that findings name. */
public final class Attachments {
    /** The largest file that the platform takes, a film. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final Path real;

    /**
     * @throws IOException if there is no such folder
     */
    public Attachments(Path folder) throws IOException {
        this.folder = folder;
        this.real = folder.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new java.nio.file.NotDirectoryException(folder.toString());
        }
    }

    public Path folder() {
        return folder;
    }

    /** The regular file of that name; nothing for one that is not there or lies elsewhere. */
    public Optional<Path> find(String name) {
        try {
            Path file = real.resolve(name).toRealPath();
            return file.startsWith(real) && Files.isRegularFile(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException absent) {
            return Optional.empty();
        }
    }

    /** Reads the whole file. */
    public static Hashes hash(Path file) throws IOException {
        Hashes.Running running = new Hashes.Running();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                running.update(piece, 0, read);
            }
        }
        return running.end();
    }
}
