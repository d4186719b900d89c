package io.mingjian.monitoring.bundle;

import io.mingjian.monitoring.bundle.ZipDirectory.Entry;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** A ZIP; its manifest lies beside its folders. */
final class ZipArchive implements Archive {
    private final RandomAccessFile file;
    private final List<Entry> entries;
    private final Limits limits;
    private final long length;

    ZipArchive(Path path, Limits limits) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.limits = limits;
        try {
            this.length = file.length();
            this.entries = ZipDirectory.read(file, limits);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    @Override
    public void each(Reader reader) throws IOException {
        long total = 0;
        for (Entry entry : entries) {
            total += read(entry, total, reader);
        }
    }

    private long read(Entry entry, long before, Reader reader) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            InputStream packed =
                    new BufferedInputStream(new Slice(file, entry.at(), entry.packed()));
            CheckedInputStream checked =
                    new CheckedInputStream(
                            entry.stored()
                                    ? packed
                                    : new InflaterInputStream(packed, inflater, 1 << 16),
                            new CRC32());
            Bounded content = new Bounded(checked, count -> refuse(entry, count, before));
            reader.read(new Member(List.of(entry.name()), null, null), content);
            content.transferTo(OutputStream.nullOutputStream());
            if (content.count() != entry.unpacked()
                    || !entry.stored() && inflater.getBytesRead() != entry.packed()
                    || checked.getChecksum().getValue() != entry.crc()) {
                throw Faulty.broken(Faulty.shown(entry.name()));
            }
            return content.count();
        } catch (ZipException | EOFException broken) {
            throw Faulty.broken(Faulty.shown(entry.name()));
        } finally {
            inflater.end();
        }
    }

    private void refuse(Entry entry, long count, long before) {
        if (count > limits.entryBytes()) {
            throw Faulty.tooLargeInside("“" + Faulty.shown(entry.name()) + "”");
        }
        if (before + count > limits.totalBytes()) {
            throw Faulty.tooLargeInside("文件包");
        }
        if (limits.isBomb(entry.packed(), count)) {
            throw Faulty.bomb(entry.name());
        }
        if (limits.isBomb(length, before + count)) {
            throw Faulty.bomb("ZIP");
        }
    }

    @Override
    public boolean mayHoldMore() {
        return false;
    }

    @Override
    public Optional<ManifestKind> manifest(Member member) {
        return ManifestKind.named(member.name());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A part of the file as a stream. */
    private static final class Slice extends InputStream {
        private final RandomAccessFile file;
        private long at;
        private long left;

        Slice(RandomAccessFile file, long at, long length) {
            this.file = file;
            this.at = at;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            file.seek(at);
            int read = file.read(buffer, offset, (int) Math.min(length, left));
            if (read > 0) {
                at += read;
                left -= read;
            }
            return read;
        }
    }
}
