package io.mingjian.detection.content;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Files on a disk that all replicas share, under {@code sha256/ab/cd/abcd…}. A file is complete and
 * on the disk before it gets its name.
 */
final class FileStore implements ContentStore {
    private static final Logger LOG = Logger.getLogger(FileStore.class);

    private final Path root;
    private final Spool spool;
    private final Clock clock;

    FileStore(Path root, Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.spool = new Spool(this.root.resolve("incoming"), clock);
    }

    @Override
    public Incoming begin() throws IOException {
        return spool.begin();
    }

    @Override
    public void keep(Incoming upload, Fingerprint file) throws IOException {
        try (upload) {
            upload.finish();
            Path place = place(file);
            if (isWhole(file)) {
                return;
            }
            Path shelf = shelf(file.sha256());
            createDurably(shelf);
            Files.move(upload.path(), place, ATOMIC_MOVE);
            flush(shelf);
        }
    }

    @Override
    public boolean holds(Fingerprint file) throws IOException {
        Path place = place(file);
        return Files.isRegularFile(place) && Files.size(place) == file.sizeBytes();
    }

    @Override
    public byte[] read(Fingerprint file) throws IOException {
        try {
            return inPlace(file);
        } catch (NoSuchFileException missing) {
            bringBack(file.sha256());
        }
        try {
            return inPlace(file);
        } catch (NoSuchFileException e) {
            throw ContentLostException.missing(file, e);
        }
    }

    private byte[] inPlace(Fingerprint file) throws IOException {
        try (InputStream in = Files.newInputStream(place(file))) {
            return file.checked(in.readNBytes(Math.toIntExact(file.sizeBytes() + 1)));
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        Path shelf = shelf(sha256);
        if (Files.deleteIfExists(shelf.resolve(sha256))) {
            flush(shelf);
        }
        if (Files.deleteIfExists(aside().resolve(sha256))) {
            flush(aside());
        }
    }

    @Override
    public void setAside(String sha256) throws IOException {
        Path place = shelf(sha256).resolve(sha256);
        if (Files.exists(place)) {
            Files.createDirectories(aside());
            Path aside = aside().resolve(sha256);
            Files.move(place, aside, ATOMIC_MOVE);
            Files.setLastModifiedTime(aside, FileTime.from(clock.instant()));
            flush(aside());
            flush(shelf(sha256));
        }
    }

    @Override
    public int destroyAside(Instant before) throws IOException {
        if (!Files.isDirectory(aside())) {
            return 0;
        }
        int destroyed = 0;
        try (Stream<Path> files = Files.list(aside())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    destroyed += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
        }
        flush(aside());
        return destroyed;
    }

    /** Another reader may bring it back at the same moment. */
    private void bringBack(String sha256) throws IOException {
        Path aside = aside().resolve(sha256);
        if (!Files.exists(aside)) {
            return;
        }
        createDurably(shelf(sha256));
        try {
            Files.move(aside, shelf(sha256).resolve(sha256), ATOMIC_MOVE);
            LOG.warnf("%s was set aside and is asked for; it is back in its place", sha256);
        } catch (NoSuchFileException e) {
            LOG.debugf("%s was brought back by another reader", sha256);
        }
        flush(shelf(sha256));
    }

    private Path aside() {
        return root.resolve("aside");
    }

    @Override
    public List<String> writtenBefore(Instant time, String shelf) throws IOException {
        Path first = root.resolve("sha256").resolve(shelf);
        if (!Files.isDirectory(first)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.find(first, 2, (path, file) -> file.isRegularFile())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }

    /** A volume that is not mounted shows an empty directory, which is no loss of what is on it. */
    @Override
    public void requireAnswer() throws IOException {
        Path shelves = root.resolve("sha256");
        if (!Files.isDirectory(shelves)) {
            throw new NoSuchFileException(shelves.toString());
        }
        probe();
    }

    @Override
    public void probe() throws IOException {
        spool.probe();
    }

    @Override
    public void sweep() throws IOException {
        spool.sweep();
    }

    Path place(Fingerprint file) {
        return shelf(file.sha256()).resolve(file.sha256());
    }

    private Path shelf(String sha256) {
        return root.resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4));
    }

    private boolean isWhole(Fingerprint file) throws IOException {
        if (!Files.exists(place(file))) {
            return false;
        }
        try {
            read(file);
            return true;
        } catch (ContentLostException e) {
            LOG.warnf("%s; an upload of the same file replaces it", e.getMessage());
            return false;
        }
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
}
