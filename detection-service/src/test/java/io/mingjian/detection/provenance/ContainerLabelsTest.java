package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ContainerSmith;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The label in films, sound and documents: read, with its place, and bounded. */
class ContainerLabelsTest {
    private static final String ONE = LabelText.label("1");
    private static final String XMP = LabelText.xmp(ONE);

    private record Example(Place place, byte[] file, boolean isStoredPlainly) {}

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        examples().forEach((name, example) -> files.put(name, example.file()));
        return files;
    }

    private static Map<String, Example> examples() {
        Map<String, Example> all = new LinkedHashMap<>();
        plain(all, "MP4", Place.MP4_KEYS, ContainerSmith.mp4("isom", "AIGC", ONE));
        plain(all, "M4A", Place.MP4_KEYS, ContainerSmith.mp4("M4A ", "AIGC", ONE));
        plain(all, "MP4 wrapped", Place.MP4_KEYS, wrappedMp4());
        plain(all, "MOV, list in the movie", Place.MP4_KEYS, ContainerSmith.quickTime(ONE));
        plain(all, "MP4 without keys", Place.MP4_ITEM, ContainerSmith.mp4Comment(ONE));
        plain(all, "MP4 box", Place.MP4_BOX, ContainerSmith.mp4Box(ONE));
        plain(all, "MP4 XMP", Place.MP4_XMP, ContainerSmith.mp4Xmp(XMP));
        plain(all, "HEIC", Place.HEIF_ITEM, ContainerSmith.heif("heic", XMP));
        plain(all, "AVIF", Place.HEIF_ITEM, ContainerSmith.heif("avif", XMP));
        plain(all, "FLV", Place.FLV_SCRIPT, ContainerSmith.flv(ONE));
        plain(all, "Matroska", Place.MATROSKA_TAG, ContainerSmith.matroska(ONE));
        plain(all, "AVI", Place.RIFF_INFO, ContainerSmith.avi(ONE));
        plain(all, "WAV", Place.RIFF_CHUNK, ContainerSmith.wav(ONE));
        plain(all, "MP3", Place.ID3_TXXX, ContainerSmith.mp3(ONE));
        plain(all, "MP3 stuffed", Place.ID3_TXXX, ContainerSmith.mp3Unsynchronised(ONE));
        plain(all, "FLAC", Place.VORBIS_COMMENT, ContainerSmith.flac(ONE));
        plain(all, "Ogg", Place.VORBIS_COMMENT, ContainerSmith.ogg(ONE));
        other(all, "Opus over two pages", Place.VORBIS_COMMENT, ContainerSmith.opus(ONE));
        plain(all, "GIF", Place.GIF_XMP, ContainerSmith.gif(XMP));
        plain(all, "TIFF", Place.TIFF_XMP, ContainerSmith.tiff(XMP));
        plain(all, "Word", Place.OOXML_PROPERTY, ContainerSmith.docx(ONE));
        String literal = ContainerSmith.literal(ONE);
        plain(all, "PDF", Place.PDF_INFO, ContainerSmith.pdf(literal));
        plain(all, "PDF hexadecimal", Place.PDF_INFO, hexadecimalPdf());
        plain(all, "PDF compressed", Place.PDF_INFO, ContainerSmith.pdfCompressed(ONE));
        plain(all, "Markdown mapping", Place.FRONT_MATTER, utf8(mapping()));
        plain(all, "Markdown in one line", Place.FRONT_MATTER, utf8(inline()));
        return all;
    }

    private static byte[] wrappedMp4() {
        return ContainerSmith.mp4("isom", "AIGC", LabelText.wrapped("1"));
    }

    private static byte[] hexadecimalPdf() {
        return ContainerSmith.pdf(ContainerSmith.hexadecimal(ONE));
    }

    private static String mapping() {
        StringBuilder text = new StringBuilder("---\ntitle: 测试\nAIGC:\n");
        Json.object(ONE)
                .orElseThrow()
                .values()
                .forEach((name, value) -> text.append("  %s: \"%s\"\n".formatted(name, value)));
        return text + "---\n# 标题\n";
    }

    private static String inline() {
        return "\uFEFF---\r\nAIGC: '" + ONE + "'\r\n---\r\n# 标题\r\n";
    }

    private static void plain(Map<String, Example> all, String name, Place place, byte[] file) {
        all.put(name, new Example(place, file, true));
    }

    private static void other(Map<String, Example> all, String name, Place place, byte[] file) {
        all.put(name, new Example(place, file, false));
    }

    private static MediaFile opened(byte[] file) {
        return MediaFile.open(ByteView.of(file)).orElseThrow();
    }

    private static List<Finding> read(byte[] file) {
        return new ImplicitLabel().read(opened(file));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .filter(Found.class::isInstance)
                .map(f -> ((Found) f).code())
                .toList();
    }

    private static Found only(List<Finding> findings) {
        assertThat(findings).singleElement().isInstanceOf(Found.class);
        return (Found) findings.get(0);
    }

    @TestFactory
    Stream<DynamicTest> theLabelIsReadAndItsPlaceTold() {
        return examples().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> isRead(e.getValue())));
    }

    private static void isRead(Example example) {
        Found found = only(read(example.file()));
        assertThat(found.code()).isEqualTo("GB_LABEL_CONFIRMED");
        assertThat(found.facts())
                .containsEntry("place", example.place().name())
                .containsEntry("fields", Json.object(ONE).orElseThrow().values());
        if (example.isStoredPlainly()) {
            int offset = (int) found.facts().get("offset");
            int length = (int) found.facts().get("length");
            assertThat(ByteView.of(example.file()).sha256(offset, length))
                    .isEqualTo(found.facts().get("sha256"));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsCutOffAnywhereIsAnswered() {
        return files().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> isAnswered(e.getValue())));
    }

    private static void isAnswered(byte[] file) {
        int answered = 0;
        for (int length = 1; length < file.length; length++) {
            Optional<MediaFile> cut = MediaFile.open(ByteView.of(Arrays.copyOf(file, length)));
            if (cut.isPresent()) {
                List<Finding> findings = new ImplicitLabel().read(cut.get());
                assertThat(findings).isNotEmpty();
                answered++;
            }
        }
        assertThat(answered).isPositive();
    }

    @Test
    void thePlacesOfTheGuidesAreNoDeviationAndOthersAre() {
        assertThat(deviations(ContainerSmith.mp4("isom", "AIGC", ONE))).isEmpty();
        assertThat(deviations(ContainerSmith.quickTime(ONE))).containsExactly("LIST_OUTSIDE_UDTA");
        assertThat(deviations(ContainerSmith.mp4Comment(ONE))).containsExactly("KEYLESS_LIST");
        assertThat(deviations(ContainerSmith.mp4Box(ONE))).containsExactly("KEYWORD_IN_MP4_BOX");
        assertThat(deviations(ContainerSmith.opus(ONE))).containsExactly("ACROSS_PAGES");
        assertThat(deviations(ContainerSmith.pdfCompressed(ONE)))
                .containsExactly("IN_OBJECT_STREAM");
    }

    @SuppressWarnings("unchecked")
    private static List<String> deviations(byte[] file) {
        return (List<String>) only(read(file)).facts().get("deviations");
    }

    @Test
    void aKeyWithoutItsValueIsAResidue() {
        assertThat(codes(read(ContainerSmith.mp4KeyWithoutValue())))
                .containsExactly("LABEL_RESIDUE");
    }

    @Test
    void ordinaryTextsInFilmsAreNoLabel() {
        String talk = "{\"topic\":\"AIGC and how to see it\"}";
        assertThat(codes(read(ContainerSmith.mp4("isom", "title", talk)))).isEmpty();
        assertThat(codes(read(ContainerSmith.mp4Comment(talk)))).isEmpty();
        assertThat(codes(read(utf8("# AIGC\n\nWhat it is.\n")))).isEmpty();
    }

    @Test
    void onlyTheLastRevisionOfAPdfCounts() {
        byte[] first = ContainerSmith.pdf(ContainerSmith.literal(ONE));
        String later = ContainerSmith.literal(LabelText.label("3"));
        byte[] update =
                FileSmith.latin1(
                        "4 0 obj\n<</AIGC "
                                + later
                                + ">>\nendobj\ntrailer\n<</Info 4 0 R>>\n%%EOF\n");
        List<Finding> findings = read(FileSmith.joined(first, update));
        assertThat(codes(findings)).containsExactly("GB_LABEL_SUSPECTED");
    }

    @Test
    void nestingBeyondTheLimitIsInconclusive() {
        List<Finding> findings = read(ContainerSmith.nested(1000));
        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        CouldNotRead.class, f -> assertThat(f.code()).isEqualTo("LIMIT"));
        assertThat(ImplicitLabel.verdict(findings)).isEqualTo(LabelVerdict.INCONCLUSIVE);
    }

    @Test
    void aDocumentThatInflatesTooFarIsInconclusive() {
        byte[] bomb =
                ContainerSmith.zip(
                        "[Content_Types].xml",
                        "<Types/>",
                        "docProps/custom.xml",
                        "<P>" + " ".repeat(20_000_000) + "</P>");
        assertThat(ImplicitLabel.verdict(read(bomb))).isEqualTo(LabelVerdict.INCONCLUSIVE);
    }

    @Test
    void anAppsOwnExportIsToldApart() {
        assertThat(codes(read(utf8("{\"aigc_label_type\": 1, \"id\": \"x\"}"))))
                .containsExactly("APP_LABEL_FIELD");
    }
}
