package io.mingjian.detection.evidence;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The bytes of all evidence, each file once, under {@code sha256/ab/cd/abcd…}. Replicas share the
 * directory.
 *
 * <p>A file is complete and on the disk before it gets its name, so a name never stands for half a
 * file. A crash between naming and the commit of the row leaves a file that nobody points at; that
 * does no harm and serves the next upload of the same bytes. All methods block.
 */
@ApplicationScoped
public class ContentStore {
    private static final Logger LOG = Logger.getLogger(ContentStore.class);

    /** An upload that takes longer than this has died. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final Path root;
    private final Clock clock;

    ContentStore(@ConfigProperty(name = "mingjian.evidence.dir") Path root, Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Opens a fresh file for bytes that are on their way in. */
    Incoming begin() throws IOException {
        Path path = incoming().resolve(UUID.randomUUID() + ".part");
        return new Incoming(path, FileChannel.open(path, CREATE_NEW, WRITE, READ));
    }

    /**
     * Gives a finished upload its place; the same content that is already there is kept instead.
     */
    void keep(Incoming upload, Fingerprint fingerprint) throws IOException {
        upload.channel.force(true);
        upload.channel.close();
        Path shelf = shelf(fingerprint.sha256());
        Path place = shelf.resolve(fingerprint.sha256());
        if (holds(place, fingerprint.sizeBytes())) {
            Files.delete(upload.path);
            return;
        }
        createDurably(shelf);
        Files.move(upload.path, place, ATOMIC_MOVE);
        flush(shelf);
    }

    /**
     * Reads a file and checks it against its address.
     *
     * @throws ContentLostException if it is gone or no longer has the content of its address
     */
    public byte[] read(String sha256) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(place(sha256));
        } catch (NoSuchFileException e) {
            throw new ContentLostException(sha256, "missing", e);
        }
        if (!Digests.sha256Of(bytes).equals(sha256)) {
            throw new ContentLostException(sha256, "altered", null);
        }
        return bytes;
    }

    /**
     * Fails unless the store answers, that is: its shelves are there and a file can be written. A
     * volume that is not mounted shows an empty directory, which is no loss of what is on it.
     */
    public void requireAnswer() throws IOException {
        Path shelves = root.resolve("sha256");
        if (!Files.isDirectory(shelves)) {
            throw new NoSuchFileException(shelves.toString());
        }
        probe();
    }

    /** Fails unless a file can be written and removed right now. */
    public void probe() throws IOException {
        try (Incoming probe = begin()) {
            probe.write(new byte[] {1}, 1);
        }
    }

    /** Removes what uploads that died have left behind. */
    void sweep() throws IOException {
        Instant before = clock.instant().minus(LONGEST_UPLOAD);
        try (Stream<Path> files = Files.list(incoming())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path place(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    private Path shelf(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 address");
        }
        return root.resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4));
    }

    private Path incoming() throws IOException {
        return Files.createDirectories(root.resolve("incoming"));
    }

    private static boolean holds(Path place, long sizeBytes) throws IOException {
        return Files.isRegularFile(place) && Files.size(place) == sizeBytes;
    }

    /** Creates the missing directories and flushes each new name in the directory above it. */
    private void createDurably(Path shelf) throws IOException {
        Files.createDirectories(root);
        Path above = root;
        for (Path step : root.relativize(shelf)) {
            Path directory = above.resolve(step);
            if (!Files.isDirectory(directory)) {
                create(directory);
                flush(above);
            }
            above = directory;
        }
    }

    private static void create(Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            LOG.debugf("%s was made by another upload at the same moment", directory);
        }
    }

    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    /** A file on its way in. Closing it before {@link #keep} throws it away. */
    static final class Incoming implements AutoCloseable {
        private final Path path;
        private final FileChannel channel;

        private Incoming(Path path, FileChannel channel) {
            this.path = path;
            this.channel = channel;
        }

        void write(byte[] bytes, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        /** The first bytes of the file, fewer if it is shorter. */
        byte[] head(int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, channel.size()));
            while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
                // a read may return less than was asked for
            }
            return buffer.array();
        }

        Path path() {
            return path;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(path);
        }
    }
}
