package io.mingjian.monitoring.bundle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A web archive. Its files are what was answered, and what was written as a resource; all other
 * records are passed over. A file is named by the id of its record or by its address. The manifest
 * is the resource whose address ends with the manifest's name.
 */
final class WarcArchive implements Archive {
    private static final int RECORDS_TO_ENTRIES = 10;

    /** Of an address: names are held in memory, and a finding has no longer one. */
    private static final int LONGEST_NAME = 2_048;

    private final Path path;
    private final boolean gzip;
    private final Limits limits;

    WarcArchive(Path path, boolean gzip, Limits limits) {
        this.path = path;
        this.gzip = gzip;
        this.limits = limits;
    }

    @Override
    public void each(Reader reader) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                Bounded packed = new Bounded(file, count -> {});
                InputStream unpacked = gzip ? new GzipMembers(packed) : packed) {
            InputStream in =
                    new BufferedInputStream(
                            new Bounded(unpacked, count -> refuse(packed.count(), count)), 1 << 16);
            int records = 0;
            Optional<WarcRecord> record = WarcRecord.next(in);
            while (record.isPresent()) {
                if (++records > limits.entries() * RECORDS_TO_ENTRIES) {
                    throw Faulty.tooManyEntries(limits.entries() * RECORDS_TO_ENTRIES);
                }
                read(record.get(), in, reader);
                record = WarcRecord.next(in);
            }
        } catch (ZipException | EOFException broken) {
            throw Faulty.broken("WARC");
        }
    }

    private void refuse(long packed, long unpacked) {
        if (unpacked > limits.totalBytes()) {
            throw Faulty.tooLargeInside("文件包");
        }
        if (gzip && limits.isBomb(packed, unpacked)) {
            throw Faulty.bomb("WARC.GZ");
        }
    }

    private void read(WarcRecord record, InputStream in, Reader reader) throws IOException {
        if (!record.field("warc-segment-number").isEmpty()) {
            throw Faulty.of("segmented", "不支持分段的 WARC 记录。");
        }
        DeclaredDigest whole = DeclaredDigest.of(record.field("warc-block-digest"));
        InputStream block = whole.along(record.block());
        switch (record.field("warc-type")) {
            case "resource" -> payload(record, block, Map.of(), reader);
            case "response" -> response(record, block, reader);
            default -> {}
        }
        block.transferTo(OutputStream.nullOutputStream());
        record.end(in);
        if (!whole.fits()) {
            throw wrongDigest(record);
        }
    }

    /** Only what was answered with success, over the web, is a file. */
    private void response(WarcRecord record, InputStream block, Reader reader) throws IOException {
        if (!record.reference("warc-target-uri").startsWith("http")) {
            return;
        }
        String status = WarcRecord.line(block);
        Map<String, String> head = WarcRecord.fields(block);
        if (status.matches("HTTP/\\S+ 2\\d\\d( .*)?")) {
            payload(record, block, head, reader);
        }
    }

    /** Programs differ on whether the digest is over the body as it was sent or as it was meant. */
    private void payload(
            WarcRecord record, InputStream block, Map<String, String> head, Reader reader)
            throws IOException {
        DeclaredDigest sent = DeclaredDigest.of(record.field("warc-payload-digest"));
        DeclaredDigest meant = DeclaredDigest.of(record.field("warc-payload-digest"));
        InputStream body = sent.along(block);
        boolean chunked =
                head.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("chunked");
        InputStream content =
                new Bounded(
                        meant.along(chunked ? new Dechunked(body) : body),
                        count -> refuseLarge(record, count));
        reader.read(member(record), content);
        content.transferTo(OutputStream.nullOutputStream());
        body.transferTo(OutputStream.nullOutputStream());
        if (!sent.fits() && !meant.fits()) {
            throw wrongDigest(record);
        }
    }

    private void refuseLarge(WarcRecord record, long count) {
        if (count > limits.entryBytes()) {
            throw Faulty.tooLargeInside("“" + Faulty.shown(record.field("warc-target-uri")) + "”");
        }
    }

    private static RuntimeException wrongDigest(WarcRecord record) {
        return Faulty.of(
                "warc-digest",
                "WARC 记录的摘要与内容不符：“" + Faulty.shown(record.field("warc-target-uri")) + "”。");
    }

    private static Member member(WarcRecord record) {
        String uri = record.reference("warc-target-uri");
        List<String> names =
                Stream.of(uri, record.reference("warc-record-id"))
                        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                        .toList();
        if (names.isEmpty() || names.stream().anyMatch(WarcArchive::isOdd)) {
            throw Faulty.broken("WARC-Target-URI");
        }
        return new Member(names, uri.startsWith("http") ? uri : null, date(record));
    }

    private static boolean isOdd(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }

    private static @Nullable Instant date(WarcRecord record) {
        try {
            return Instant.parse(record.field("warc-date"));
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Override
    public boolean mayHoldMore() {
        return true;
    }

    /** Something that was fetched is no manifest, whatever its address. */
    @Override
    public Optional<ManifestKind> manifest(Member member) {
        String name = member.name();
        return member.url() != null
                ? Optional.empty()
                : ManifestKind.named(
                        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
    }

    @Override
    public void close() {}
}
