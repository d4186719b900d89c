package io.mingjian.monitoring.bundle;

import io.mingjian.kit.refusal.Invalid;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bundle's files one after the other; may be gone through more than once. */
interface Archive extends Closeable {
    /**
     * A file.
     *
     * @param names under which a manifest may name it; the first is the one that people are told
     * @param url the address that it was captured from, where the archive says so
     * @param capturedAt when it was captured, where the archive says so
     */
    record Member(List<String> names, @Nullable String url, @Nullable Instant capturedAt) {
        String name() {
            return names.get(0);
        }
    }

    /** Reads one file; what it does not read is read and checked after it. */
    interface Reader {
        void read(Member member, InputStream content) throws IOException;
    }

    /**
     * Goes through all files in their order. Bounds hold whatever the archive says about itself.
     *
     * @throws Invalid if it is broken, too large inside, or holds what is not allowed
     */
    void each(Reader reader) throws IOException;

    /** Whether files that no finding names belong there: web archives are full of them. */
    boolean mayHoldMore();

    /** Which file is the manifest, if this is one. */
    Optional<ManifestKind> manifest(Member member);

    /**
     * Opens a bundle by what it is, not by what it is called.
     *
     * @throws Invalid if it is none
     */
    static Archive open(Path file, Limits limits) throws IOException {
        byte[] head = new byte[8];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, head.length);
        }
        if (read == head.length && head[0] == 'P' && head[1] == 'K') {
            return new ZipArchive(file, limits);
        }
        boolean gzip = read == head.length && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
        boolean warc = new String(head, StandardCharsets.ISO_8859_1).startsWith("WARC/");
        if (gzip || warc) {
            return new WarcArchive(file, gzip, limits);
        }
        throw Faulty.of("unknown-format", "文件包须为 ZIP、WARC 或者 WARC.GZ。");
    }
}
