package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.ExifSmith;
import io.mingjian.detection.media.ExifSmith.Directory;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.provenance.CameraCheck.Answered;
import io.mingjian.detection.provenance.CameraCheck.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each check on camera data that agree, that contradict, and that are not there. */
class CameraChecksTest {
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(160, 120, 3), 0.85);
    private static final String TAKEN = "2026:05:01 10:00:00";

    private static ExifSmith exif() {
        return new ExifSmith();
    }

    private static byte[] file(ExifSmith exif) {
        return FileSmith.withExif(JPEG, exif.tiff());
    }

    private static Map<String, Outcome> outcomes(byte[] file) {
        MediaFile media = MediaFile.open(ByteView.of(file)).orElseThrow();
        return CameraChecks.of(CameraData.of(media).orElseThrow()).stream()
                .collect(Collectors.toMap(a -> a.check().name(), a -> a.answer().outcome()));
    }

    private static Outcome outcome(String check, ExifSmith exif) {
        return outcomes(file(exif)).get(check);
    }

    @Test
    void emptyDataLeaveNearlyEverythingOpen() {
        Map<String, Outcome> outcomes = outcomes(file(exif()));
        assertThat(outcomes).hasSize(CameraChecks.TABLE.size());
        assertThat(outcomes).containsEntry("EXIF_FIRST", Outcome.AGREES);
        outcomes.remove("EXIF_FIRST");
        assertThat(outcomes.values()).containsOnly(Outcome.ABSENT);
    }

    @Test
    void notesOfAnotherMakerContradict() {
        Function<String, ExifSmith> canon =
                note ->
                        exif().text(Directory.IFD0, ExifFields.MAKE, "Canon")
                                .bytes(
                                        Directory.EXIF,
                                        ExifFields.MAKER_NOTE,
                                        FileSmith.latin1(note));
        ExifSmith apple =
                exif().text(Directory.IFD0, ExifFields.MAKE, "Apple")
                        .bytes(
                                Directory.EXIF,
                                ExifFields.MAKER_NOTE,
                                FileSmith.latin1("Apple iOS\0\0\1MM"));
        assertThat(outcome("MAKER_NOTE", apple)).isEqualTo(Outcome.AGREES);
        assertThat(outcome("MAKER_NOTE", canon.apply("Apple iOS\0\0\1MM")))
                .isEqualTo(Outcome.CONTRADICTS);
        assertThat(outcome("MAKER_NOTE", canon.apply("\f\0\1\0\3\0\50\0")))
                .isEqualTo(Outcome.NOTED);
        assertThat(outcome("MAKER_NOTE", exif().text(Directory.IFD0, ExifFields.MAKE, "Canon")))
                .isEqualTo(Outcome.ABSENT);
    }

    @Test
    void makersAreKnownByTheBeginningOfTheirName() {
        assertThat(maker("NIKON CORPORATION")).isEqualTo(Outcome.AGREES);
        assertThat(maker("samsung")).isEqualTo(Outcome.AGREES);
        assertThat(maker("Nobody Ltd")).isEqualTo(Outcome.NOTED);
    }

    private static Outcome maker(String make) {
        return outcome("MAKER_KNOWN", exif().text(Directory.IFD0, ExifFields.MAKE, make));
    }

    @Test
    void theLensOfAPhoneNamesThePhone() {
        assertThat(lens("iPhone 15 back dual wide camera 5.96mm f/1.6")).isEqualTo(Outcome.AGREES);
        assertThat(lens("iPhone 12 Pro back camera 4.2mm f/1.6")).isEqualTo(Outcome.CONTRADICTS);
    }

    private static Outcome lens(String name) {
        return outcome(
                "LENS",
                exif().text(Directory.IFD0, ExifFields.MODEL, "iPhone 15")
                        .text(Directory.EXIF, ExifFields.LENS_MODEL, name));
    }

    @Test
    void onlyApplesProfileIsAskedFor() {
        assertThat(profile("Apple", "appl")).isEqualTo(Outcome.AGREES);
        assertThat(profile("Apple", "HP  ")).isEqualTo(Outcome.NOTED);
        assertThat(profile("Canon", "appl")).isEqualTo(Outcome.ABSENT);
    }

    private static Outcome profile(String make, String creator) {
        byte[] profile = new byte[128];
        System.arraycopy(FileSmith.latin1(creator), 0, profile, 80, 4);
        byte[] segment = FileSmith.joined(FileSmith.latin1("ICC_PROFILE\0\1\1"), profile);
        byte[] jpeg = FileSmith.withSegment(JPEG, 0xE2, segment);
        return outcomes(
                        FileSmith.withExif(
                                jpeg, exif().text(Directory.IFD0, ExifFields.MAKE, make).tiff()))
                .get("COLOUR_PROFILE");
    }

    @Test
    void exposureIsWrittenTwice() {
        ExifSmith agreeing =
                exif().ratio(Directory.EXIF, ExifFields.EXPOSURE_TIME, 1, 250)
                        .signedRatio(Directory.EXIF, ExifFields.SHUTTER_SPEED, 797, 100)
                        .ratio(Directory.EXIF, ExifFields.F_NUMBER, 28, 10)
                        .ratio(Directory.EXIF, ExifFields.APERTURE, 297, 100);
        ExifSmith other =
                exif().ratio(Directory.EXIF, ExifFields.EXPOSURE_TIME, 2, 1)
                        .signedRatio(Directory.EXIF, ExifFields.SHUTTER_SPEED, 1, 1)
                        .ratio(Directory.EXIF, ExifFields.F_NUMBER, 28, 10)
                        .ratio(Directory.EXIF, ExifFields.APERTURE, 5, 1);
        ExifSmith slow =
                exif().ratio(Directory.EXIF, ExifFields.EXPOSURE_TIME, 2, 1)
                        .signedRatio(Directory.EXIF, ExifFields.SHUTTER_SPEED, -1, 1);
        assertThat(outcomes(file(agreeing)))
                .containsEntry("SHUTTER", Outcome.AGREES)
                .containsEntry("APERTURE", Outcome.AGREES)
                .containsEntry("EXPOSURE", Outcome.AGREES);
        assertThat(outcomes(file(other)))
                .containsEntry("SHUTTER", Outcome.CONTRADICTS)
                .containsEntry("APERTURE", Outcome.CONTRADICTS);
        assertThat(outcome("SHUTTER", slow)).isEqualTo(Outcome.AGREES);
    }

    @Test
    void nothingIsSavedBeforeItIsTaken() {
        assertThat(saved(TAKEN)).containsEntry("TIME_ORDER", Outcome.AGREES);
        assertThat(saved(TAKEN)).containsEntry("SAVED_AT_ONCE", Outcome.AGREES);
        assertThat(saved("2026:05:09 08:00:00"))
                .containsEntry("TIME_ORDER", Outcome.AGREES)
                .containsEntry("SAVED_AT_ONCE", Outcome.NOTED);
        assertThat(saved("2026:04:01 08:00:00")).containsEntry("TIME_ORDER", Outcome.CONTRADICTS);
        // Another time zone, and a clock that was never set.
        assertThat(saved("2026:05:01 01:00:00")).containsEntry("TIME_ORDER", Outcome.AGREES);
        assertThat(saved("0000:00:00 00:00:00")).containsEntry("TIME_ORDER", Outcome.ABSENT);
    }

    private static Map<String, Outcome> saved(String time) {
        return outcomes(
                file(
                        exif().text(Directory.EXIF, ExifFields.DATE_TIME_ORIGINAL, TAKEN)
                                .text(Directory.IFD0, ExifFields.DATE_TIME, time)));
    }

    @Test
    void satellitesTellTheTimeWithinAnyZone() {
        assertThat(satellite("2026:05:01", 2, "")).isEqualTo(Outcome.AGREES);
        assertThat(satellite("2026:05:02", 2, "")).isEqualTo(Outcome.AGREES);
        assertThat(satellite("2026:05:03", 2, "")).isEqualTo(Outcome.CONTRADICTS);
        assertThat(satellite("2026:05:01", 2, "+08:00")).isEqualTo(Outcome.AGREES);
        assertThat(satellite("2026:05:02", 3, "+08:00")).isEqualTo(Outcome.CONTRADICTS);
        assertThat(satellite("2026:13:01", 2, "")).isEqualTo(Outcome.ABSENT);
        assertThat(satellite("2026:05:01", 99, "")).isEqualTo(Outcome.ABSENT);
    }

    private static Outcome satellite(String date, int hour, String offset) {
        return outcome(
                "SATELLITE_TIME",
                exif().text(Directory.EXIF, ExifFields.DATE_TIME_ORIGINAL, TAKEN)
                        .text(Directory.EXIF, ExifFields.OFFSET_TIME_ORIGINAL, offset)
                        .text(Directory.GPS, ExifFields.GPS_DATE, date)
                        .ratio(Directory.GPS, ExifFields.GPS_TIME, hour, 1, 0, 1, 0, 1));
    }

    @Test
    void subsecondsAreDigits() {
        assertThat(subseconds("431")).isEqualTo(Outcome.AGREES);
        assertThat(subseconds("4x")).isEqualTo(Outcome.NOTED);
    }

    private static Outcome subseconds(String text) {
        return outcome(
                "SUBSECONDS", exif().text(Directory.EXIF, ExifFields.SUBSECONDS_ORIGINAL, text));
    }

    @Test
    void theRecordedSizeIsThatOfThePicture() {
        assertThat(size(160, 120)).isEqualTo(Outcome.AGREES);
        assertThat(size(120, 160)).isEqualTo(Outcome.AGREES);
        assertThat(size(4032, 3024)).isEqualTo(Outcome.CONTRADICTS);
    }

    private static Outcome size(int width, int height) {
        return outcome(
                "PICTURE_SIZE",
                exif().large(Directory.EXIF, ExifFields.WIDTH, width)
                        .number(Directory.EXIF, ExifFields.HEIGHT, height));
    }

    @Test
    void programsPutTheirOwnSegmentInFront() {
        byte[] resaved =
                FileSmith.withSegment(
                        file(exif()), 0xE0, FileSmith.latin1("JFIF\0\1\1\0\0\1\0\1\0\0"));
        assertThat(outcomes(resaved)).containsEntry("EXIF_FIRST", Outcome.NOTED);
    }

    @Test
    void contradictionsAreListedApartAndTakeTheCounterSignAway() {
        byte[] file =
                file(
                        exif().text(Directory.IFD0, ExifFields.MAKE, "Canon")
                                .text(Directory.IFD0, ExifFields.MODEL, "Canon EOS R6")
                                .ratio(Directory.EXIF, ExifFields.EXPOSURE_TIME, 1, 100)
                                .ratio(Directory.EXIF, ExifFields.F_NUMBER, 4, 1)
                                .number(Directory.EXIF, ExifFields.ISO, 200)
                                .text(Directory.EXIF, ExifFields.DATE_TIME_ORIGINAL, TAKEN)
                                .number(Directory.EXIF, ExifFields.WIDTH, 6000)
                                .number(Directory.EXIF, ExifFields.HEIGHT, 4000));
        List<Found> found =
                new FileHistory()
                        .read(MediaFile.open(ByteView.of(file)).orElseThrow()).stream()
                                .map(Found.class::cast)
                                .toList();
        assertThat(found)
                .extracting(Found::code)
                .containsExactly("CAMERA_DATA_PARTIAL", "CAMERA_DATA_CONTRADICTS");
        assertThat(found.get(1).facts())
                .containsEntry("contradictions", List.of("PICTURE_SIZE"))
                .containsEntry("make", "Canon");
        assertThat(found.get(1).zhSummary()).contains("6000×4000", "160×120");
        assertThat((List<?>) found.get(0).facts().get("checks")).hasSize(CameraChecks.TABLE.size());
    }

    @Test
    void everyCheckHasItsWords() {
        assertThat(CameraChecks.TABLE).extracting(CameraCheck::name).doesNotHaveDuplicates();
        assertThat(CameraChecks.TABLE)
                .allSatisfy(check -> assertThat(check.zhQuestion()).isNotBlank());
        Answered answered =
                CameraChecks.TABLE
                        .get(0)
                        .of(
                                CameraData.of(
                                                MediaFile.open(ByteView.of(file(exif())))
                                                        .orElseThrow())
                                        .orElseThrow());
        assertThat(answered.facts()).containsKeys("check", "question", "outcome", "seen");
    }
}
