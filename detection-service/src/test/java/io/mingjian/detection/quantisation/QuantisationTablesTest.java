package io.mingjian.detection.quantisation;

import static io.mingjian.detection.quantisation.JpegHeads.MESSENGER;
import static io.mingjian.detection.quantisation.JpegHeads.PHOTOSHOP_8_CHROMA;
import static io.mingjian.detection.quantisation.JpegHeads.PHOTOSHOP_8_LUMA;
import static io.mingjian.detection.quantisation.JpegHeads.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifSmith;
import io.mingjian.detection.media.ExifSmith.Directory;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.PictureDrawer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisationTablesTest extends AnalyzerContract {
    private static final int MAKE = 0x010F;
    private static final int SOFTWARE = 0x0131;
    private static final int MAKER_NOTE = 0x927C;

    @Override
    protected Analyzer analyzer() {
        return new QuantisationTables();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withExif(libraryJpeg(), made("Apple").tiff());
    }

    @Override
    protected String positiveCode() {
        return "TABLES_CONTRADICT_CAMERA";
    }

    @Override
    protected byte[] negative() {
        return FileSmith.withExif(libraryJpeg(), made("SAMSUNG").tiff());
    }

    /** At this quality the platform's encoder rounds as the library does. */
    private static byte[] libraryJpeg() {
        return PictureDrawer.jpeg(PictureDrawer.goods(160, 120, 3), 0.9);
    }

    private static ExifSmith made(String make) {
        return new ExifSmith().text(Directory.IFD0, MAKE, make);
    }

    private static List<Finding> read(byte[] file) {
        return new QuantisationTables().read(MediaFile.open(ByteView.of(file)).orElseThrow());
    }

    private static Map<String, Object> facts(byte[] file) {
        return ((Found) read(file).get(0)).facts();
    }

    private static List<String> codesOf(byte[] file) {
        return read(file).stream().map(f -> ((Found) f).code()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 75, 90, 95})
    void theQualityOfTheLibraryIsComputed(int quality) {
        byte[] jpeg = PictureDrawer.jpeg(PictureDrawer.goods(64, 48, 1), quality / 100.0);
        assertThat(facts(jpeg))
                .containsEntry("family", "IJG")
                .containsEntry("quality", String.valueOf(quality))
                .containsEntry("subsampling", "4:2:0")
                .containsEntry("coding", "SOF0");
    }

    @Test
    void colourMayHaveAQualityOfItsOwn() {
        byte[] file =
                JpegHeads.file(
                        "2x2", FileSmith.joined(table(0, 8, luma(90)), table(1, 8, chroma(75))));
        assertThat(facts(file)).containsEntry("quality", "90/75");
    }

    @Test
    void oneTableMayServeForAll() {
        byte[] file =
                JpegHeads.file(
                        "1x1", FileSmith.joined(table(0, 8, luma(80)), table(1, 8, luma(80))));
        assertThat(facts(file))
                .containsEntry("quality", "80 (one table for all)")
                .containsEntry("subsampling", "4:4:4");
    }

    @Test
    void wideTablesAreNotCutOffAt255() {
        byte[] file =
                JpegHeads.file(
                        "2x1", FileSmith.joined(table(0, 16, wide(5)), table(1, 16, wideC(5))));
        assertThat(wide(5)[0]).isEqualTo(160);
        assertThat(Arrays.stream(wide(5)).max().orElseThrow()).isGreaterThan(255);
        assertThat(facts(file))
                .containsEntry("family", "IJG")
                .containsEntry("quality", "5")
                .containsEntry("subsampling", "4:2:2");
    }

    @Test
    void greyHasOneTable() {
        byte[] file = JpegHeads.file(List.of(0x1100), table(0, 8, luma(60)));
        assertThat(facts(file)).containsEntry("quality", "60").containsEntry("subsampling", "GREY");
    }

    @Test
    void tablesOfAMessengerAreThoseOfItsCompressor() {
        byte[] file =
                JpegHeads.file("2x2", FileSmith.joined(table(0, MESSENGER), table(1, MESSENGER)));
        assertThat(facts(file)).containsEntry("family", "MOZJPEG").containsEntry("quality", "75");
    }

    @Test
    void knownTablesAreFoundInOneSegmentAndInTwo() {
        byte[] luma = table(0, PHOTOSHOP_8_LUMA);
        byte[] chroma = table(1, PHOTOSHOP_8_CHROMA);
        byte[] together = JpegHeads.file("1x1", FileSmith.joined(luma, chroma));
        byte[] apart = JpegHeads.file("1x1", luma, chroma);
        assertThat(facts(together))
                .containsEntry("family", "PHOTOSHOP")
                .containsEntry("quality", "8")
                .containsEntry("digest", "44f583ed6b65cb8ba915ec5df051616c");
        assertThat(facts(apart)).containsEntry("family", "PHOTOSHOP");
        assertThat((List<?>) facts(apart).get("places")).hasSize(2);
    }

    @Test
    void theSameTablesWithOtherSubsamplingAreNotThatProgram() {
        byte[] file =
                JpegHeads.file("2x2", table(0, PHOTOSHOP_8_LUMA), table(1, PHOTOSHOP_8_CHROMA));
        assertThat(facts(file)).containsEntry("family", "UNKNOWN").doesNotContainKey("quality");
    }

    @Test
    void aLaterDefinitionCounts() {
        byte[] file = JpegHeads.file(List.of(0x1100), table(0, 8, luma(20)), table(0, 8, luma(70)));
        assertThat(facts(file)).containsEntry("quality", "70");
    }

    @Test
    void tablesOfAProgramContradictACameraThatDoesNotNameIt() {
        byte[] file =
                JpegHeads.file("1x1", table(0, PHOTOSHOP_8_LUMA), table(1, PHOTOSHOP_8_CHROMA));
        byte[] silent = FileSmith.withExif(file, made("NIKON").tiff());
        byte[] open =
                FileSmith.withExif(
                        file,
                        made("NIKON").text(Directory.IFD0, SOFTWARE, "Adobe Photoshop 7.0").tiff());
        assertThat(codesOf(silent)).contains("TABLES_CONTRADICT_CAMERA");
        assertThat(((Found) read(silent).get(1)).facts())
                .containsEntry("reason", "TABLES_OF_A_PROGRAM");
        assertThat(codesOf(open)).containsExactly("QUANTISATION_TABLES");
        assertThat(codesOf(file)).containsExactly("QUANTISATION_TABLES");
    }

    @Test
    void aMakersOwnNotesSettleTheMatter() {
        byte[] noted =
                FileSmith.withExif(
                        libraryJpeg(),
                        made("Apple")
                                .bytes(Directory.EXIF, MAKER_NOTE, FileSmith.latin1("Apple iOS\0"))
                                .tiff());
        assertThat(found(positive(), "TABLES_CONTRADICT_CAMERA").facts())
                .containsEntry("reason", "RARE_WITH_THIS_MAKER")
                .containsEntry("filesSeen", 8)
                .containsEntry("withSuchTables", 1);
        assertThat(codes(noted)).containsExactly("QUANTISATION_TABLES");
    }

    @Test
    void brokenTablesAreSaidToBeBroken() {
        byte[] shortOne = JpegHeads.file("2x2", Arrays.copyOf(table(0, 8, luma(50)), 40));
        byte[] missing = JpegHeads.file("2x2", table(0, 8, luma(50)));
        byte[] strange = JpegHeads.file("2x2", new byte[] {0x27, 1, 2});
        for (byte[] file : List.of(shortOne, missing, strange)) {
            assertThat(read(file))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CouldNotRead.class,
                            unread -> assertThat(unread.code()).isEqualTo("DAMAGED"));
        }
    }

    @Test
    void otherKindsHaveNone() {
        assertThat(analyze(plainPng())).singleElement().isInstanceOf(NothingFound.class);
    }

    @Test
    void noFileFillsTheReportWithItsSegments() {
        byte[] table = table(0, 8, luma(50));
        byte[][] segments = Collections.nCopies(500, table).toArray(byte[][]::new);
        assertThat((List<?>) facts(JpegHeads.file(List.of(0x1100), segments)).get("places"))
                .hasSize(StoredTables.MOST_SEGMENTS);
    }

    private static final int[] LUMA =
            numbers(
                    "16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56"
                            + " 14 17 22 29 51 87 80 62 18 22 37 56 68 109 103 77 24 35 55 64 81"
                            + " 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99");
    private static final int[] CHROMA =
            numbers(
                    "17 18 24 47 99 99 99 99 18 21 26 66 99 99 99 99 24 26 56 99 99 99 99 99"
                            + " 47 66 99 99 99 99 99 99"
                            + " 99".repeat(32));

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] luma(int quality) {
        return scaled(LUMA, quality, 255);
    }

    private static int[] chroma(int quality) {
        return scaled(CHROMA, quality, 255);
    }

    private static int[] wide(int quality) {
        return scaled(LUMA, quality, 32_767);
    }

    private static int[] wideC(int quality) {
        return scaled(CHROMA, quality, 32_767);
    }

    private static int[] scaled(int[] printed, int quality, int most) {
        double percent = quality < 50 ? Math.floor(5000.0 / quality) : 200 - 2 * quality;
        return Arrays.stream(printed)
                .map(v -> (int) Math.max(1, Math.min(most, Math.floor(v * percent / 100 + 0.5))))
                .toArray();
    }
}
