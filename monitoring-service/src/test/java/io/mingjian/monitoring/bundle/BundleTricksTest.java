package io.mingjian.monitoring.bundle;

import static io.mingjian.monitoring.bundle.Parcel.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.monitoring.bundle.BundleCheck.Fitting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that were made to be read in two ways, to hide something, or to take the reader down. */
class BundleTricksTest {
    private static final Limits LIMITS = BundleCheckTest.limits();
    private static final String PAGE = "https://shop.yougou.example/a.png";

    @TempDir Path folder;

    private Fitting check(byte[] bundle) {
        try {
            Path file = folder.resolve("bundle");
            Files.write(file, bundle);
            try (Archive archive = Archive.open(file, LIMITS)) {
                return BundleCheck.of(archive, LIMITS, Parcel.JSON);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refused(byte[] bundle, String code) {
        refused(code, catchThrowable(() -> check(bundle)));
    }

    private static void refused(String code, Throwable thrown) {
        assertThat(thrown).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).errors()).extracting(FieldError::code).containsExactly(code);
    }

    @Nested
    class AZip {
        @Test
        void madeByHandFits() {
            assertThat(check(ZipSmith.ofOne().zip()).files()).hasSize(1);
            byte[] page = bytes("page of a shop");
            ZipSmith packed =
                    new ZipSmith()
                            .file("manifest.json", Parcel.ofOne().json(), ZipSmith.Entry::deflated)
                            .file("files/", new byte[0])
                            .file("files/a.png", page, ZipSmith.Entry::deflated)
                            .saying(bytes("made by hand"));
            assertThat(check(packed.zip()).files()).hasSize(1);
        }

        @Test
        void withBytesBetweenItsEntriesIsRefused() {
            refused(
                    new ZipSmith()
                            .file("manifest.json", Parcel.ofOne().json())
                            .bytes("hidden")
                            .file("files/a.png", bytes("page of a shop"))
                            .zip(),
                    "hidden-bytes");
            refused(ZipSmith.ofOne().bytes("hidden").zip(), "hidden-bytes");
        }

        @Test
        void withBytesBehindItsEndIsRefused() {
            refused(Parcel.join(ZipSmith.ofOne().zip(), bytes("hidden")), "broken-archive");
        }

        @Test
        void withAnotherZipInItsCommentIsRefused() {
            byte[] inner = new ZipSmith().file("other", bytes("x")).zip();
            refused(ZipSmith.ofOne().saying(inner).zip(), "broken-archive");
        }

        @Test
        void withMoreEntriesThanItTellsIsRefused() {
            refused(
                    ZipSmith.ofOne().file("more.png", bytes("x")).hidingOne().zip(),
                    "broken-archive");
        }

        @Test
        void whoseTwoHeadersDifferIsRefused() {
            refused(
                    ZipSmith.ofOne()
                            .file("b.png", bytes("x"), entry -> entry.localName = bytes("c.png"))
                            .zip(),
                    "broken-archive");
        }

        @Test
        void withBytesBehindAPackedFileIsRefused() {
            refused(
                    ZipSmith.ofOne()
                            .file(
                                    "b.png",
                                    bytes("x"),
                                    entry ->
                                            entry.packed =
                                                    Parcel.join(
                                                            entry.deflated().packed,
                                                            bytes("hidden")))
                            .zip(),
                    "broken-archive");
        }

        @Test
        void withAFileInsideAnotherIsRefused() {
            byte[] inner = new ZipSmith().file("c.png", bytes("inner")).zip();
            ZipSmith outer = ZipSmith.ofOne();
            int at = outer.size() + 30 + "b.bin".length() + 4;
            byte[] holder = Parcel.join(bytes("head"), Arrays.copyOf(inner, 30 + 5 + 5));
            refused(
                    outer.file("b.bin", holder).pointing("c.png", bytes("inner"), at).zip(),
                    "entries-overlap");
        }

        @Test
        void withTheSameBytesUnderTwoNamesIsRefused() {
            ZipSmith smith = ZipSmith.ofOne();
            int at = smith.size();
            refused(
                    smith.file("b.png", bytes("x")).pointing("c.png", bytes("x"), at).zip(),
                    "broken-archive");
        }

        @Test
        void inPartsIsRefused() {
            refused(ZipSmith.ofOne().onDisk(1).zip(), "in-parts");
        }

        @Test
        void ofTheLargeKindIsRefused() {
            byte[] zip = ZipSmith.ofOne().zip();
            Arrays.fill(zip, zip.length - 10, zip.length - 6, (byte) -1);
            refused(zip, "zip64");
        }

        @ParameterizedTest
        @ValueSource(ints = {0x1, 0x40, 0x41, 0x2000, 0x20})
        void thatIsEncryptedInAnyWayIsRefused(int flags) {
            refused(
                    ZipSmith.ofOne().file("b.png", bytes("x"), e -> e.flags = flags).zip(),
                    "encrypted");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 6, 9, 12, 14, 93, 95, 99})
        void packedInAnotherWayIsRefused(int method) {
            refused(
                    ZipSmith.ofOne().file("b.png", bytes("x"), e -> e.method = method).zip(),
                    "compression-method");
        }

        @ParameterizedTest
        @ValueSource(ints = {0xa000, 0x1000, 0x2000, 0x6000, 0xc000})
        void withLinksOrDevicesIsRefused(int type) {
            refused(
                    ZipSmith.ofOne()
                            .file("b.png", bytes("x"), e -> e.attributes = (type | 0777) << 16)
                            .zip(),
                    "not-a-plain-file");
        }

        @Test
        void withAFolderThatHoldsBytesIsRefused() {
            refused(ZipSmith.ofOne().file("b/", bytes("hidden")).zip(), "broken-archive");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "files/A.PNG",
                    "FILES/a.png",
                    "files/\uff41.png",
                    "files",
                    "files/a.png/b.png",
                    "manifest.json/b"
                })
        void withNamesThatMeetSomewhereIsRefused(String name) {
            refused(ZipSmith.ofOne().file(name, bytes("x")).zip(), "name-twice");
        }

        @Test
        void withNamesThatDifferInTheirWritingAloneIsRefused() {
            refused(
                    ZipSmith.ofOne().file("é", bytes("x")).file("e\u0301", bytes("y")).zip(),
                    "name-twice");
            refused(
                    ZipSmith.ofOne().file("straße", bytes("x")).file("STRASSE", bytes("y")).zip(),
                    "name-twice");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CON",
                    "nul.png",
                    "b/com1.tar",
                    "b.png.",
                    "b.png ",
                    " b.png",
                    "b.png:stream",
                    "b?.png",
                    "b*",
                    "\"b\"",
                    "<b>",
                    "b|c",
                    "b\u202egnp.exe",
                    "b\u200b.png",
                    "b\u0000.png",
                    "b\u2028c"
                })
        void withNamesThatSomeSystemReadsOtherwiseIsRefused(String name) {
            refused(ZipSmith.ofOne().file(name, bytes("x")).zip(), "name-not-plain");
        }

        @Test
        void mayHaveChineseNamesInEitherWriting() {
            Charset gb18030 = Charset.forName("GB18030");
            for (Charset charset : new Charset[] {gb18030, StandardCharsets.UTF_8}) {
                byte[] page = bytes("page");
                byte[] json = new Parcel().finding("F-1", "取证/页面𠀀.png", page).json();
                byte[] zip =
                        new ZipSmith()
                                .file("manifest.json", json)
                                .file("x", page, e -> e.name = "取证/页面𠀀.png".getBytes(charset))
                                .zip();
                assertThat(check(zip).files())
                        .extracting(file -> file.member().name())
                        .containsExactly("取证/页面𠀀.png");
            }
        }

        @Test
        void withANameInNoWritingIsRefused() {
            byte[] none = {(byte) 0xff, (byte) 0xff};
            refused(
                    ZipSmith.ofOne().file("x", bytes("x"), e -> e.name = none).zip(),
                    "broken-archive");
            byte[] gb18030 = "页面".getBytes(Charset.forName("GB18030"));
            refused(
                    ZipSmith.ofOne()
                            .file(
                                    "x",
                                    bytes("x"),
                                    e -> {
                                        e.name = gb18030;
                                        e.flags = 0x800;
                                    })
                            .zip(),
                    "broken-archive");
        }

        @Test
        void ofManyFilesThatEachUnpackToLittleEnoughIsRefused() {
            ZipSmith smith = ZipSmith.ofOne();
            for (int i = 0; i < 8; i++) {
                smith.file(i + ".txt", new byte[1_000_000], ZipSmith.Entry::deflated);
            }
            refused(smith.zip(), "compression-ratio");
        }

        @ParameterizedTest
        @MethodSource("io.mingjian.monitoring.bundle.BundleTricksTest#beginnings")
        void withAnArchiveOfAnyKindIsRefused(String begin) {
            byte[] inner = begin.getBytes(StandardCharsets.ISO_8859_1);
            refused(
                    ZipSmith.ofOne().file("b.png", Arrays.copyOf(inner, 600)).zip(),
                    "nested-archive");
        }

        @Test
        void mayHoldATextThatOnlyLooksLikeTheName() {
            for (String text : new String[] {"PKU report", "PK", "xx-lh", "BZ", "7z"}) {
                assertThat(check(new Parcel().finding("F", "a.txt", bytes(text)).zip()).files())
                        .hasSize(1);
            }
        }
    }

    static Stream<String> beginnings() {
        return Stream.of(
                "PK\u0003\u0004",
                "PK\u0005\u0006",
                "\u001f\u008b",
                "\u001f\u009d",
                "7z\u00bc\u00af\u0027\u001c",
                "Rar!\u001a\u0007",
                "BZh9",
                "\u00fd7zXZ\0",
                "LZIP",
                "\u0004\"M\u0018",
                "(\u00b5/\u00fd",
                "MSCF",
                "xar!",
                "!<arch>\n",
                "WARC/1.0",
                "xx-lh5-",
                "a".repeat(257) + "ustar");
    }

    @Nested
    class AWebArchive {
        private final Parcel parcel = new Parcel().finding("F-1", PAGE, bytes("a picture"));

        private byte[] with(byte[]... records) {
            return Parcel.join(Parcel.join(records), parcel.warc());
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1e3", "0x10", "", "99999999999999999999", "4", "6", "5, 5"})
        void withALengthThatIsNoneOrWrongIsRefused(String length) {
            byte[] record =
                    replaced(
                            Parcel.record("resource", "urn:x:y", bytes("12345"), ""),
                            "Content-Length: 5",
                            "Content-Length: " + length);
            refused(with(record), "broken-archive");
        }

        @Test
        void withALengthBeyondItsEndIsRefused() {
            refused(
                    replaced(
                            Parcel.record("resource", "urn:x:y", bytes("12345"), ""),
                            "Content-Length: 5",
                            "Content-Length: 999999999999999"),
                    "broken-archive");
        }

        @Test
        void whoseRecordTellsSomethingTwiceIsRefused() {
            for (String more : new String[] {"Content-Length: 4\r\n", "WARC-Type: metadata\r\n"}) {
                refused(
                        with(Parcel.record("resource", "urn:x:y", bytes("12345"), more)),
                        "broken-archive");
            }
            byte[] lawful =
                    Parcel.record(
                            "request",
                            "https://a.example/",
                            bytes("x"),
                            "WARC-Concurrent-To: <urn:a>\r\nWARC-Concurrent-To: <urn:b>\r\n");
            assertThat(check(with(lawful)).files()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ffffffff\r\nabc\r\n0\r\n\r\n",
                    "fffffffff\r\nabc\r\n0\r\n\r\n",
                    "-3\r\nabc\r\n0\r\n\r\n",
                    "3\r\nabcd\r\n0\r\n\r\n",
                    "3\r\nabc",
                    "\r\n"
                })
        void withChunksThatLieIsRefused(String chunks) {
            byte[] block = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            refused(
                    with(Parcel.record("response", "https://a.example/", block, "")),
                    "broken-archive");
        }

        @Test
        void isReadInManyChunksWithoutTakingMuchForEach() {
            String chunks = "1\r\nx\r\n".repeat(60_000) + "0\r\n\r\n";
            byte[] block = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            byte[] warc = with(Parcel.record("response", "https://a.example/", block, ""));
            Frugal.within(64 * Frugal.MIB, () -> check(warc));
        }

        @Test
        void isReadInManyMembersEmptyOnesToo() throws IOException {
            byte[] empty = Parcel.gzip(new byte[0]);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i < 50_000; i++) {
                out.write(empty);
            }
            out.write(Parcel.gzip(parcel.warc()));
            assertThatCode(() -> assertThat(check(out.toByteArray()).files()).hasSize(1))
                    .doesNotThrowAnyException();
        }

        @Test
        void mayHaveAMemberForEachRecord() {
            byte[] more = Parcel.response("https://a.example/", bytes("x"), "HTTP/1.1 200 OK\r\n");
            byte[] packed = Parcel.join(Parcel.gzip(more), Parcel.gzip(parcel.warc()));
            assertThat(check(packed).files()).hasSize(1);
        }

        @Test
        void withBytesBehindItsLastMemberIsRefused() {
            refused(
                    Parcel.join(Parcel.gzip(parcel.warc()), bytes("hidden bytes behind the end")),
                    "broken-archive");
        }

        @Test
        void whoseMembersAreCutOrWrongIsRefused() {
            byte[] packed = Parcel.gzip(parcel.warc());
            for (int at : new int[] {1, 7, 9}) {
                refused(Arrays.copyOf(packed, packed.length - at), "broken-archive");
            }
            for (int at : new int[] {2, 3, packed.length - 1, packed.length - 8}) {
                byte[] wrong = packed.clone();
                wrong[at] ^= (byte) 0xe0;
                refused(wrong, "broken-archive");
            }
        }

        @Test
        void withABombAmongItsMembersIsRefused() {
            byte[] bomb =
                    Parcel.response(
                            "https://a.example/zero", new byte[3 << 20], "HTTP/1.1 200 OK\r\n");
            refused(
                    Parcel.join(Parcel.gzip(parcel.warc()), Parcel.gzip(bomb)),
                    "compression-ratio");
        }

        @Test
        void doesNotHoldAddressesThatAreTooLong() {
            String page = "https://a.example/" + "x".repeat(6_000);
            byte[] more = Parcel.response(page, bytes("x"), "HTTP/1.1 200 OK\r\n");
            assertThat(check(with(more)).files()).hasSize(1);
            parcel.finding("F-2", page, bytes("y"));
            refused(parcel.warc(), "missing-file");
        }

        @Test
        void withAControlCharacterInAnAddressIsRefused() {
            refused(
                    with(
                            Parcel.response(
                                    "https://a.example/\0", bytes("x"), "HTTP/1.1 200 OK\r\n")),
                    "broken-archive");
        }

        @Test
        void withAnEndlessLineOrHeadIsRefused() {
            refused(with(bytes("WARC/1.1\r\nA: " + "x".repeat(9_000))), "broken-archive");
            refused(with(bytes("WARC/1.1\r\n" + "A: b\r\n".repeat(200))), "broken-archive");
            refused(
                    with(bytes("WARC/1.1\r\nA: b\r\n" + " more\r\n".repeat(200))),
                    "broken-archive");
        }
    }

    @Nested
    class AManifest {
        private void unreadable(String json) {
            refused(
                    "manifest-unreadable",
                    catchThrowable(
                            () -> Manifest.read(ManifestKind.JSON, bytes(json), Parcel.JSON, 10)));
        }

        /** Three bytes each, a hundred in memory. */
        @Test
        void ofTooManyValuesIsRefusedBeforeItIsHeld() {
            String many = "{},".repeat(1_100_000);
            String json = "{\"version\":1,\"findings\":[{\"x\":[" + many + "{}]}]}";
            byte[] bytes = bytes(json);
            Frugal.within(
                    8 * Frugal.MIB,
                    () ->
                            refused(
                                    "manifest-unreadable",
                                    catchThrowable(
                                            () ->
                                                    Manifest.read(
                                                            ManifestKind.JSON,
                                                            bytes,
                                                            Parcel.JSON,
                                                            10))));
        }

        @Test
        void thatIsNestedIsRefused() {
            unreadable(
                    "{\"version\":1,\"findings\":[{\"x\":"
                            + "[".repeat(900)
                            + "]".repeat(900)
                            + "}]}");
            unreadable("[".repeat(100_000));
        }

        @Test
        void withAFindingThatIsTooLongIsRefused() {
            unreadable("{\"version\":1,\"findings\":[{\"x\":\"" + "x".repeat(200_001) + "\"}]}");
        }

        @Test
        void withAZeroCharacterIsRefused() {
            unreadable("{\"version\":1,\"findings\":[{\"x\":\"\\u0000\"}]}");
            unreadable("{\"version\":1,\"findings\":[{\"\\u0000\":1}]}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"1\"", "1.5", "2", "null", "true"})
        void ofAnotherVersionIsRefused(String version) {
            unreadable("{\"version\":" + version + ",\"findings\":[{}]}");
        }
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
