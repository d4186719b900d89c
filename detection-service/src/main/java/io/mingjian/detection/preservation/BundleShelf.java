package io.mingjian.detection.preservation;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where files of bundles lie until they are fetched: few at a time, because each may be as large as
 * a bundle may be, in a folder of this process alone. Whatever becomes of a request, its file goes.
 */
@ApplicationScoped
class BundleShelf {
    private static final Logger LOG = Logger.getLogger(BundleShelf.class);

    private final Semaphore free;
    private final Set<Path> taken = ConcurrentHashMap.newKeySet();
    private final ProcessFolder folder;
    private final Executor background;

    @Inject
    BundleShelf(@ConfigProperty(name = "mingjian.preservation.bundles") int most) {
        this(
                most,
                Path.of(System.getProperty("java.io.tmpdir")),
                Infrastructure.getDefaultWorkerPool());
    }

    BundleShelf(int most, Path parent, Executor background) {
        this.free = new Semaphore(most);
        this.background = background;
        try {
            this.folder = ProcessFolder.under(parent);
        } catch (IOException e) {
            throw new UncheckedIOException("no bundle can be written", e);
        }
    }

    /**
     * A place for one file.
     *
     * @throws BundlesBusy if all are taken
     */
    Place take() {
        if (!free.tryAcquire()) {
            throw new BundlesBusy();
        }
        Path file = folder.path().resolve(UUID.randomUUID() + ".zip");
        taken.add(file);
        return new Place(file);
    }

    /**
     * Removes what no place is taken for: of processes that ended, and what could not be removed.
     */
    void sweep() throws IOException {
        folder.removeThoseOfTheDead();
        try (Stream<Path> files = Files.list(folder.path())) {
            files.filter(file -> !taken.contains(file)).forEach(BundleShelf::remove);
        }
    }

    int free() {
        return free.availablePermits();
    }

    Path folder() {
        return folder.path();
    }

    @PreDestroy
    void close() {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warnf("%s stays behind until another process sweeps: %s", folder.path(), e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("%s stays behind until the next sweep: %s", file, e);
        }
    }

    /** What is written into a file. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    /**
     * From before the file is written until its download ends or is given up. The file is removed
     * when both writer and reader are through with it, whoever is the last.
     */
    final class Place {
        private final Path file;
        private boolean writing;
        private boolean left;

        private Place(Path file) {
            this.file = file;
        }

        /** Writes the file, unless whoever asked for it has gone. */
        Path write(Writing content) throws IOException {
            begin();
            try {
                content.to(file);
                return file;
            } finally {
                end();
            }
        }

        /** The file is not wanted any more. May be said again. */
        synchronized void leave() {
            boolean first = !left;
            left = true;
            if (first && !writing) {
                clear();
            }
        }

        synchronized boolean isLeft() {
            return left;
        }

        private synchronized void begin() throws IOException {
            if (left) {
                throw new IOException("nobody waits for the bundle any more");
            }
            writing = true;
        }

        private synchronized void end() {
            writing = false;
            if (left) {
                clear();
            }
        }

        /** The place is free when the disk is. */
        private void clear() {
            background.execute(
                    () -> {
                        remove(file);
                        taken.remove(file);
                        free.release();
                    });
        }
    }
}
