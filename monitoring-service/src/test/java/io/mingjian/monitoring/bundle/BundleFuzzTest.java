package io.mingjian.monitoring.bundle;

import static io.mingjian.monitoring.bundle.Parcel.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.monitoring.bundle.BundleCheck.Fitting;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bundles: whatever the bytes, they fit or are refused in words, say the same twice, and take
 * memory in proportion to what they are, not to what they say. See docs/fuzzing.md.
 */
class BundleFuzzTest {
    private static final Limits LIMITS = BundleCheckTest.limits();
    private static final String PAGE = "https://shop.yougou.example/a.png";
    private static final int MOST_FINDINGS = 10;

    @MethodSource
    @FuzzTest
    void zip(byte[] file) {
        bundle(file);
    }

    static Stream<byte[]> zip() {
        return Stream.of(
                Parcel.ofOne().zip(),
                ZipSmith.ofOne().zip(),
                ZipSmith.ofOne().file("b/", new byte[0]).saying(bytes("comment")).zip(),
                ZipSmith.ofOne()
                        .file(
                                "x",
                                bytes("x"),
                                e -> e.name = "页".getBytes(Charset.forName("GB18030")))
                        .zip(),
                ZipSmith.ofOne().file("b", new byte[5_000], ZipSmith.Entry::deflated).zip(),
                ZipSmith.ofOne().file("b", bytes("x"), e -> e.flags = 1).zip(),
                ZipSmith.ofOne().pointing("b", bytes("x"), 0).hidingOne().zip());
    }

    @MethodSource
    @FuzzTest
    void warc(byte[] file) {
        bundle(file);
    }

    static Stream<byte[]> warc() {
        byte[] chunked =
                bytes(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n");
        return Stream.of(
                new Parcel().finding("F-1", PAGE, bytes("a picture")).warc(),
                Parcel.record("response", "https://a.example/", chunked, ""),
                Parcel.record(
                        "resource",
                        "urn:x:manifest.json",
                        Parcel.ofOne().json(),
                        "WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"));
    }

    @MethodSource
    @FuzzTest
    void packedWarc(byte[] file) {
        bundle(file);
    }

    static Stream<byte[]> packedWarc() {
        return warc().map(Parcel::gzip).map(member -> Parcel.join(member, member));
    }

    /** The members alone, to their end. */
    @MethodSource
    @FuzzTest
    void members(byte[] file) {
        Frugal.within(
                most(file),
                () -> {
                    try (GzipMembers members = new GzipMembers(new ByteArrayInputStream(file))) {
                        long left = 64 * Frugal.MIB;
                        byte[] buffer = new byte[1 << 12];
                        for (int read = 0; read >= 0 && left > 0; read = members.read(buffer)) {
                            left -= read;
                        }
                    } catch (ZipException | EOFException told) {
                        assertThat(told).isNotNull();
                    } catch (IOException other) {
                        throw new UncheckedIOException(other);
                    }
                });
    }

    static Stream<byte[]> members() {
        return Stream.of(Parcel.gzip(new byte[0]), Parcel.gzip(bytes("text")), new byte[0]);
    }

    @MethodSource
    @FuzzTest
    void manifest(byte[] file) {
        manifest(ManifestKind.JSON, file);
    }

    static Stream<byte[]> manifest() {
        return Stream.of(
                Parcel.ofOne().json(),
                bytes("{\"version\":1,\"findings\":[{\"evidence\":{\"a\":{\"file\":0}}}]}"),
                bytes(
                        "{\"version\":1,\"findings\":[{\"evidence\":[1,{\"file\":-7}]}],\"files\":[1]}"),
                bytes("{\"version\":1,\"findings\":[{\"price\":1e999999999}]}"));
    }

    @MethodSource
    @FuzzTest
    void table(byte[] file) {
        manifest(ManifestKind.CSV, file);
    }

    static Stream<byte[]> table() {
        String text = "线索编号,采集人员,采集时间,证据1编号,商品价格\r\nF-1,JW,2026-04-14 09:30,a.png,1E999999999\r\n";
        return Stream.of(bytes(text), text.getBytes(Charset.forName("GB18030")));
    }

    @MethodSource
    @FuzzTest
    void name(byte[] bytes) {
        String name = new String(bytes, StandardCharsets.UTF_8);
        try {
            EntryName.check(name, LIMITS);
            Path inside = Path.of("/bundle").resolve(name).normalize();
            assertThat(inside).startsWithRaw(Path.of("/bundle"));
            assertThat(name).doesNotContain("\\", ":", "\0", "..".concat("/"));
        } catch (Refusal told) {
            assertThat(told.detail(false)).isNotBlank();
        }
        assertThat(EntryName.folded(EntryName.folded(name))).isEqualTo(EntryName.folded(name));
    }

    static Stream<byte[]> name() {
        return Stream.of("a/b.png", "../a", "C:\\a", "/a", "a/./b", "ＣＯＮ", "straße", "页面.png")
                .map(Parcel::bytes);
    }

    private static void bundle(byte[] bytes) {
        try {
            Path file = Files.createTempFile("bundle", ".fuzz");
            try {
                Files.write(file, bytes);
                Frugal.within(most(bytes), () -> told(file));
                assertThat(told(file)).isEqualTo(told(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a bundle holds, or why it is refused. */
    private static String told(Path file) {
        try (Archive archive = Archive.open(file, LIMITS)) {
            Fitting fitting = BundleCheck.of(archive, LIMITS, Parcel.JSON);
            fitting.findings().forEach(FileNumbers::withStandIns);
            return fitting.findings() + " " + fitting.files().size();
        } catch (Refusal told) {
            assertThat(told.detail(false)).isNotBlank();
            return told.detail(false) + told.errors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void manifest(ManifestKind kind, byte[] bytes) {
        try {
            Manifest read = Manifest.read(kind, bytes, Parcel.JSON, MOST_FINDINGS);
            assertThat(read.findings()).hasSizeBetween(1, MOST_FINDINGS);
            read.findings()
                    .forEach(
                            finding -> {
                                FileNumbers.withStandIns(finding);
                                Item item = FileNumbers.withEvidence(finding, Map.of());
                                assertThat(item.faults()).isEmpty();
                            });
        } catch (Refusal told) {
            assertThat(told.detail(false)).isNotBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Buffers for each of a few entries, and loading a class or two. */
    private static long most(byte[] file) {
        return 64 * Frugal.MIB + 1_000L * file.length;
    }
}
