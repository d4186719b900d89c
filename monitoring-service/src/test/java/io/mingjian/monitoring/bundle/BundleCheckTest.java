package io.mingjian.monitoring.bundle;

import static io.mingjian.monitoring.bundle.Parcel.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.monitoring.bundle.BundleCheck.Fitting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCheckTest {
    private static final Limits LIMITS = new Limits(20, 4 << 20, 8 << 20, 100, 100, 4, 10, 1 << 16);
    private static final String PAGE = "https://shop.yougou.example/a.png";

    @TempDir Path folder;

    private Fitting check(byte[] bundle) throws IOException {
        Path file = folder.resolve("bundle");
        Files.write(file, bundle);
        try (Archive archive = Archive.open(file, LIMITS)) {
            return BundleCheck.of(archive, LIMITS, Parcel.JSON);
        }
    }

    private void refused(byte[] bundle, String... codes) {
        Throwable thrown = catchThrowable(() -> check(bundle));
        assertThat(thrown).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).errors()).extracting(FieldError::code).containsExactly(codes);
        assertThat(((Refusal) thrown).errors())
                .allSatisfy(each -> assertThat(each.zh()).containsPattern("[\\u4e00-\\u9fff]"));
    }

    @Nested
    class AZip {
        @Test
        void thatFitsGivesItsFindingsWithTheNumbersOfTheirFiles() throws IOException {
            Fitting fitting = check(Parcel.ofOne().finding("F-2", "b.png", bytes("other")).zip());
            assertThat(fitting.files())
                    .extracting(file -> file.member().name())
                    .containsExactly("files/a.png", "b.png");
            assertThat(fitting.findings().get(1).at("/evidence/0/file").asInt()).isEqualTo(1);
        }

        @Test
        void mayHaveATableAsItsManifest() throws IOException {
            byte[] page = bytes("page");
            String table =
                    "线索编号,采集人员,平台名称,平台类型,页面网址,违法类型,内容摘要,采集时间,证据1编号,证据1保管人,证据1固证工具,证据1工具版本,证据1固证网址,证据1校时源,证据1校时偏差毫秒,证据1校时时间,证据1SHA-256,证据1SM3,证据1固证步骤,证据1操作人\r\n"
                            + "F-1,JW,优购,网店,https://a.example/1,FAKE_EVIDENCE_TUTORIAL,摘要,2026-04-14 09:30,a.png,经纬,fix,1,https://a.example/1,ntp,-1,2026-04-14 09:25,%s,%s,校时；截屏,JW\r\n"
                                    .formatted(Parcel.sha256(page), Parcel.sm3(page));
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("manifest.csv", table.getBytes(Charset.forName("GB18030")));
            files.put("a.png", page);
            Fitting fitting = check(Parcel.zip(files));
            assertThat(fitting.findings().get(0).at("/evidence/0/file").asInt()).isZero();
            assertThat(fitting.findings().get(0).at("/platform").asText()).isEqualTo("优购");
        }

        @Test
        void withAWrongHashIsRefusedAndToldTheRightOne() {
            Parcel parcel = Parcel.ofOne();
            parcel.fixation(0).put("sha256", "ab".repeat(32)).put("sm3", "cd".repeat(32));
            refused(parcel.zip(), "hash-differs", "hash-differs");
        }

        @Test
        void withAMissingFileIsRefused() {
            refused(Parcel.ofOne().without("files/a.png").zip(), "missing-file");
        }

        @Test
        void withAFileThatNoFindingNamesIsRefused() {
            refused(Parcel.ofOne().with("more.png", bytes("x")).zip(), "extra-file");
        }

        @Test
        void withoutAManifestIsRefused() {
            refused(Parcel.ofOne().manifestAs("list.json").zip(), "no-manifest");
        }

        @Test
        void withTwoManifestsIsRefused() {
            refused(Parcel.ofOne().with("manifest.csv", bytes("a,b")).zip(), "two-manifests");
        }

        @Test
        void withAnEmptyFileIsRefused() {
            refused(new Parcel().finding("F", "a.png", new byte[0]).zip(), "empty-file");
        }

        @ParameterizedTest
        @ValueSource(strings = {"../a.png", "a/../../b.png", "a/./b.png", "x//y.png", "a/ /b"})
        void withANameThatLeadsOutIsRefused(String name) {
            refused(Parcel.ofOne().with(name, bytes("x")).zip(), "leaves-the-bundle");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/etc/passwd", "C:/a.png", "c:a.png"})
        void withAnAbsoluteNameIsRefused(String name) {
            refused(Parcel.ofOne().with(name, bytes("x")).zip(), "absolute-name");
        }

        @Test
        void withABackslashOrAControlCharacterIsRefused() {
            refused(Parcel.ofOne().with("a\\b.png", bytes("x")).zip(), "name-not-plain");
            refused(Parcel.ofOne().with("a\u0007.png", bytes("x")).zip(), "name-not-plain");
        }

        @Test
        void withNamesThatSomeSystemsTakeForTheSameIsRefused() {
            refused(Parcel.ofOne().with("FILES/A.png", bytes("x")).zip(), "name-twice");
        }

        @Test
        void withTheSameNameTwiceIsRefused() {
            byte[] zip = Parcel.ofOne().with("files/b.png", bytes("x")).zip();
            refused(replaced(zip, "files/b.png", "files/a.png"), "name-twice");
        }

        @Test
        void withALongOrDeepNameIsRefused() {
            refused(Parcel.ofOne().with("n".repeat(101), bytes("x")).zip(), "name-too-long");
            refused(Parcel.ofOne().with("a/b/c/d/e.png", bytes("x")).zip(), "nested-too-deep");
        }

        @Test
        void thatUnpacksToFarMoreIsRefused() {
            refused(Parcel.ofOne().with("bomb.png", new byte[3 << 20]).zip(), "compression-ratio");
        }

        @Test
        void withAFileOverTheLimitIsRefused() {
            byte[] large = new byte[5 << 20];
            new Random(1).nextBytes(large);
            refused(Parcel.ofOne().with("large.png", large).zip(), "unpacks-to-too-much");
        }

        @Test
        void thatIsTooMuchInAllIsRefused() {
            Parcel parcel = Parcel.ofOne();
            byte[] three = new byte[3 << 20];
            new Random(2).nextBytes(three);
            for (int i = 0; i < 3; i++) {
                parcel.with(i + ".png", three);
            }
            refused(parcel.zip(), "unpacks-to-too-much");
        }

        @Test
        void withTooManyFilesIsRefused() {
            Parcel parcel = Parcel.ofOne();
            for (int i = 0; i < 20; i++) {
                parcel.with(i + ".png", bytes("x"));
            }
            refused(parcel.zip(), "too-many-entries");
        }

        @Test
        void withAnArchiveInsideIsRefusedWhateverItsName() {
            byte[] inner = Parcel.ofOne().zip();
            refused(Parcel.ofOne().with("a.png.zip", inner).zip(), "nested-archive");
            refused(Parcel.ofOne().with("picture.png", inner).zip(), "nested-archive");
            refused(Parcel.ofOne().with("b", Parcel.gzip(bytes("x"))).zip(), "nested-archive");
        }

        @Test
        void mayHoldAnOfficeDocument() throws IOException {
            byte[] document = Parcel.zip(Map.of("[Content_Types].xml", bytes("<Types/>")));
            assertThat(check(new Parcel().finding("F", "a.docx", document).zip()).files())
                    .hasSize(1);
        }

        @Test
        void withALinkIsRefused() {
            byte[] zip = Parcel.ofOne().with("link.png", bytes("/etc/passwd")).zip();
            refused(patched(zip, 2, 38, 0xa1ff0000), "not-a-plain-file");
        }

        @Test
        void thatIsEncryptedIsRefused() {
            byte[] zip = Parcel.ofOne().zip();
            int at = directoryEntry(zip, 1);
            zip[at + 8] |= 1;
            refused(zip, "encrypted");
        }

        @Test
        void thatIsCutOffIsRefused() {
            byte[] zip = Parcel.ofOne().zip();
            refused(Arrays.copyOf(zip, zip.length - 10), "broken-archive");
        }

        @Test
        void withAWrongChecksumIsRefused() {
            refused(patched(Parcel.ofOne().zip(), 1, 16, 1), "broken-archive");
        }

        @Test
        void whoseManifestIsNoneIsRefused() {
            refused(
                    Parcel.zip(Map.of("manifest.json", bytes("{\"version\":1,"))),
                    "manifest-unreadable");
            refused(Parcel.zip(Map.of("manifest.json", bytes("[]"))), "manifest-unreadable");
            refused(
                    Parcel.zip(Map.of("manifest.json", bytes("{\"version\":1,\"findings\":[1]}"))),
                    "manifest-unreadable");
            refused(
                    Parcel.zip(Map.of("manifest.json", bytes("{\"version\":1,\"findings\":[]}"))),
                    "no-findings");
            refused(
                    Parcel.zip(
                            Map.of(
                                    "manifest.json",
                                    bytes("{\"version\":1,\"version\":1,\"findings\":[]}"))),
                    "manifest-unreadable");
        }

        @Test
        void withTooManyFindingsIsRefused() {
            Parcel parcel = new Parcel();
            for (int i = 0; i < 11; i++) {
                parcel.finding("F-" + i, "a.png", bytes("x"));
            }
            refused(parcel.zip(), "too-many-findings");
        }

        @Test
        void takesARecordingWhoseHashesAreListed() throws IOException {
            byte[] film = bytes("film");
            Parcel parcel = Parcel.ofOne().with("film.mp4", film);
            parcel.fixation(0).put("recordingFile", "film.mp4");
            parcel.manifest()
                    .putArray("files")
                    .addObject()
                    .put("name", "film.mp4")
                    .put("sha256", Parcel.sha256(film))
                    .put("sm3", "00");
            refused(parcel.zip(), "hash-differs");
        }
    }

    @Nested
    class AWebArchive {
        private final Parcel parcel = new Parcel().finding("F-1", PAGE, bytes("a picture"));

        @Test
        void givesItsAnswersAndTheAddressTheyCameFrom() throws IOException {
            Fitting fitting = check(parcel.warc());
            assertThat(fitting.files().get(0).fingerprint().sha256())
                    .isEqualTo(Parcel.sha256(bytes("a picture")));
            assertThat(fitting.files().get(0).member().capturedAt())
                    .hasToString("2026-04-14T01:30:00Z");
            assertThat(fitting.findings().get(0).at("/evidence/0/url").asText()).isEqualTo(PAGE);
        }

        @Test
        void mayBePacked() throws IOException {
            assertThat(check(Parcel.gzip(parcel.warc())).files()).hasSize(1);
        }

        @Test
        void mayHoldMoreThanFindingsName() throws IOException {
            byte[] more =
                    Parcel.response("https://a.example/x.css", bytes("css"), "HTTP/1.1 200 OK\r\n");
            byte[] request = Parcel.record("request", "https://a.example/", bytes("GET /"), "");
            assertThat(check(Parcel.join(more, request, parcel.warc())).files()).hasSize(1);
        }

        @Test
        void namesItsFilesByTheIdOfTheRecordToo() throws IOException {
            String id = "urn:uuid:" + UUID.nameUUIDFromBytes(bytes(PAGE));
            parcel.fixation(0).put("file", id);
            assertThat(check(parcel.warc()).files()).hasSize(1);
        }

        @Test
        void isReadThroughItsChunks() throws IOException {
            String chunked = "5\r\na pic\r\n4;x=y\r\nture\r\n0\r\n\r\n";
            byte[] block = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked);
            byte[] record =
                    Parcel.record(
                            "response",
                            PAGE,
                            block,
                            "WARC-Payload-Digest: sha256:"
                                    + Parcel.sha256(bytes("a picture"))
                                    + "\r\n");
            byte[] manifest = Parcel.record("resource", "urn:x:manifest.json", parcel.json(), "");
            assertThat(check(Parcel.join(record, manifest)).files()).hasSize(1);
        }

        @Test
        void withAWrongDigestIsRefused() {
            byte[] wrong = replaced(parcel.warc(), "a picture", "b picture");
            refused(wrong, "warc-digest");
        }

        @Test
        void checksDigestsInBase32() throws IOException {
            byte[] record =
                    Parcel.record(
                            "resource",
                            "urn:x:empty",
                            new byte[0],
                            "WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n");
            assertThat(check(Parcel.join(record, parcel.warc())).files()).hasSize(1);
            refused(replaced(Parcel.join(record, parcel.warc()), "3I42", "3I43"), "warc-digest");
        }

        @Test
        void withAnotherAddressThanTheManifestsIsRefused() {
            parcel.fixation(0).put("url", "https://other.example/");
            refused(parcel.warc(), "url-differs");
        }

        @Test
        void thatIsBrokenIsRefused() {
            byte[] warc = parcel.warc();
            refused(Arrays.copyOf(warc, warc.length - 3), "broken-archive");
            refused(replaced(warc, "Content-Length: ", "Content-Lengfh: "), "broken-archive");
            refused(replaced(warc, "WARC/1.1", "WARC/9.9"), "broken-archive");
        }

        @Test
        void thatUnpacksToFarMoreIsRefused() {
            byte[] zeros = new byte[3 << 20];
            byte[] bomb = Parcel.response("https://a.example/zero", zeros, "HTTP/1.1 200 OK\r\n");
            refused(Parcel.gzip(Parcel.join(bomb, parcel.warc())), "compression-ratio");
        }

        @Test
        void withAnotherStatusIsNoFile() {
            refused(replaced(parcel.warc(), "200 OK", "404 NO"), "missing-file");
        }
    }

    @Test
    void whatIsNeitherIsRefused() {
        refused(bytes("hello, this is neither"), "unknown-format");
        refused(new byte[0], "unknown-format");
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] patched(byte[] zip, int entry, int field, int value) {
        ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(directoryEntry(zip, entry) + field, value);
        return zip;
    }

    /** Where the directory's entry with this number begins. */
    private static int directoryEntry(byte[] zip, int number) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("PK\u0001\u0002");
        for (int i = 0; i < number; i++) {
            at = text.indexOf("PK\u0001\u0002", at + 4);
        }
        return at;
    }

    static List<byte[]> seeds() {
        return List.of(
                Parcel.ofOne().zip(),
                new Parcel().finding("F-1", PAGE, bytes("a picture")).warc(),
                Parcel.gzip(new Parcel().finding("F-1", PAGE, bytes("a picture")).warc()));
    }

    static Limits limits() {
        return LIMITS;
    }
}
