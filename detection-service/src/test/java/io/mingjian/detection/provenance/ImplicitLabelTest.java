package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static io.mingjian.detection.media.FileSmith.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FileSmith;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicitLabelTest extends AnalyzerContract {
    private static final String ONE = LabelText.label("1");

    @Override
    protected Analyzer analyzer() {
        return new ImplicitLabel();
    }

    @Override
    protected byte[] positive() {
        return FileSmith.withInternationalText(plainPng(), "XML:com.adobe.xmp", LabelText.xmp(ONE));
    }

    @Override
    protected String positiveCode() {
        return "GB_LABEL_CONFIRMED";
    }

    @Override
    protected byte[] negative() {
        return plainJpeg();
    }

    private LabelVerdict verdict(byte[] file) {
        return ImplicitLabel.verdict(analyze(file));
    }

    @SuppressWarnings("unchecked")
    private static List<String> deviations(Found found) {
        return (List<String>) found.facts().get("deviations");
    }

    @TestFactory
    Stream<DynamicTest> theLabelIsReadInEveryPlace() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] png = plainPng();
        byte[] jpeg = plainJpeg();
        byte[] ascii = joined(latin1("ASCII\0\0\0"), utf8(LabelText.wrapped("1")));
        byte[] unicode =
                joined(
                        latin1("UNICODE\0"),
                        LabelText.wrapped("1").getBytes(StandardCharsets.UTF_16BE));
        byte[] undefined = joined(new byte[8], utf8(ONE));
        files.put("PNG iTXt", positive());
        files.put(
                "PNG iTXt compressed",
                FileSmith.withCompressedInternationalText(
                        png, "XML:com.adobe.xmp", LabelText.xmp(ONE)));
        files.put(
                "PNG iTXt attribute, other prefix",
                FileSmith.withInternationalText(
                        png, "XML:com.adobe.xmp", LabelText.attributeXmp(ONE)));
        files.put("PNG tEXt", FileSmith.withText(png, "AIGC", ONE));
        files.put("PNG tEXt wrapped", FileSmith.withText(png, "AIGC", LabelText.wrapped("1")));
        files.put("PNG zTXt", FileSmith.withCompressedText(png, "AIGC", utf8(ONE)));
        files.put("PNG tEXt XMP", FileSmith.withText(png, "XML:com.adobe.xmp", LabelText.xmp(ONE)));
        files.put(
                "PNG after the pixels",
                FileSmith.withLateChunk(png, "tEXt", joined(latin1("AIGC\0"), utf8(ONE))));
        files.put("PNG eXIf", FileSmith.withChunk(png, "eXIf", FileSmith.tiff(0x9286, 7, ascii)));
        files.put("JPEG XMP", FileSmith.withXmp(jpeg, LabelText.xmp(ONE)));
        files.put("JPEG UserComment", FileSmith.withExif(jpeg, FileSmith.tiff(0x9286, 7, ascii)));
        files.put(
                "JPEG UserComment UTF-16",
                FileSmith.withExif(jpeg, FileSmith.tiff(0x9286, 7, unicode)));
        files.put(
                "JPEG UserComment undefined",
                FileSmith.withExif(jpeg, FileSmith.tiff(0x9286, 7, undefined)));
        files.put(
                "JPEG ImageDescription",
                FileSmith.withExif(
                        jpeg, FileSmith.tiff(0x010E, 2, utf8(LabelText.wrapped("1") + "\0"))));
        files.put("JPEG COM", FileSmith.withSegment(jpeg, 0xFE, utf8(LabelText.wrapped("1"))));
        files.put("JPEG APP5", FileSmith.withSegment(jpeg, 0xE5, utf8("AIGC" + ONE)));
        files.put("JPEG extended XMP", extended(jpeg));
        files.put("WebP XMP", FileSmith.webp("XMP ", utf8(LabelText.xmp(ONE))));
        files.put("WebP EXIF", FileSmith.webp("EXIF", FileSmith.tiff(0x9286, 7, ascii)));
        return files.entrySet().stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getKey(), () -> isReadExactly(file.getValue())));
    }

    private void isReadExactly(byte[] file) {
        assertThat(verdict(file)).isEqualTo(LabelVerdict.CONFIRMED_BY_METADATA);
        Found found = found(file, "GB_LABEL_CONFIRMED");
        assertThat(found.facts()).containsEntry("fields", Json.object(ONE).orElseThrow().values());
        int offset = (int) found.facts().get("offset");
        int length = (int) found.facts().get("length");
        EvidencePicture picture = opened(file);
        boolean joinedPortions = found.facts().get("place").equals("JPEG_EXTENDED_XMP");
        if (!joinedPortions) {
            assertThat(found.facts().get("sha256"))
                    .isEqualTo(picture.file().sha256(offset, length));
        }
        assertThat(codes(file)).containsExactly("GB_LABEL_CONFIRMED");
    }

    /** Two portions in the wrong order. */
    private static byte[] extended(byte[] jpeg) {
        byte[] packet = utf8(LabelText.xmp(ONE));
        String head = "http://ns.adobe.com/xmp/extension/\0" + "0123456789ABCDEF0123456789ABCDEF";
        byte[] first = java.util.Arrays.copyOf(packet, 100);
        byte[] second = java.util.Arrays.copyOfRange(packet, 100, packet.length);
        byte[] total = java.nio.ByteBuffer.allocate(4).putInt(packet.length).array();
        byte[] atZero = new byte[4];
        byte[] atHundred = {0, 0, 0, 100};
        byte[] one = FileSmith.withSegment(jpeg, 0xE1, joined(latin1(head), total, atZero, first));
        return FileSmith.withSegment(one, 0xE1, joined(latin1(head), total, atHundred, second));
    }

    @ParameterizedTest
    @CsvSource({
        "1,CONFIRMED_BY_METADATA,GB_LABEL_CONFIRMED",
        "2,POSSIBLE_DECLARED,GB_LABEL_POSSIBLE",
        "3,SUSPECTED_TRACES,GB_LABEL_SUSPECTED",
        "4,INCONCLUSIVE,GB_LABEL_INVALID",
        "'',INCONCLUSIVE,GB_LABEL_INVALID"
    })
    void theVerdictFollowsTheValue(String value, LabelVerdict verdict, String code) {
        byte[] file = FileSmith.withText(plainPng(), "AIGC", LabelText.label(value));
        assertThat(codes(file)).containsExactly(code);
        assertThat(verdict(file)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIGC",
                "about AIGC and how to see it",
                "{\"AIGC\":\"a topic\"}",
                "{\"Label\":\"1\"}",
                "{\"Label\":\"1\",\"colour\":\"red\"}",
                "{\"label\":1,\"ContentProducer\":\"x\"}"
            })
    void ordinaryTextsAreNoLabel(String text) {
        byte[] jpeg = FileSmith.withSegment(plainJpeg(), 0xFE, utf8(text));
        byte[] png = FileSmith.withText(plainPng(), "Comment", text);
        assertThat(codes(jpeg)).isEmpty();
        assertThat(codes(png)).isEmpty();
        assertThat(verdict(png)).isEqualTo(LabelVerdict.NONE_FOUND);
    }

    @Test
    void twoEqualLabelsAreADuplicateAndTwoDifferentOnesAConflict() {
        byte[] once = FileSmith.withText(plainPng(), "AIGC", ONE);
        byte[] twice = FileSmith.withText(once, "AIGC", ONE);
        byte[] other = FileSmith.withText(once, "AIGC", LabelText.label("3"));
        assertThat(codes(twice)).contains("GB_LABEL_DUPLICATE").doesNotContain("GB_LABEL_CONFLICT");
        assertThat(codes(other))
                .containsExactly("GB_LABEL_SUSPECTED", "GB_LABEL_CONFIRMED", "GB_LABEL_CONFLICT");
        assertThat(verdict(other)).isEqualTo(LabelVerdict.CONFIRMED_BY_METADATA);
    }

    @Test
    void aWrongCheckDigitIsADeviationAndNotARefusal() {
        String wrong = ONE.replace("ABC4H", "ABC4J");
        Found found = found(FileSmith.withText(plainPng(), "AIGC", wrong), "GB_LABEL_CONFIRMED");
        assertThat(deviations(found)).contains("PRODUCER_CODE_FAILS_CHECK");
    }

    @Test
    void protectionDataThatCannotBeVerifiedIsKeptRaw() {
        String secured =
                ONE.replace(
                        "\"ReservedCode1\":\"\"",
                        "\"ReservedCode1\":{\"SecurityData\":{\"Type\":\"TC260PG\",\"Version\":1}}");
        byte[] file = FileSmith.withText(plainPng(), "AIGC", secured);
        Found found = found(file, "GB_LABEL_CONFIRMED");
        assertThat(found.facts()).containsEntry("securityData", "PRESENT");
        assertThat(analyze(file))
                .filteredOn(CouldNotRead.class::isInstance)
                .extracting(f -> ((CouldNotRead) f).code())
                .containsExactly("SIGNATURE_UNVERIFIABLE");
        assertThat(verdict(file)).isEqualTo(LabelVerdict.CONFIRMED_BY_METADATA);
        assertThat(found.facts().get("fields").toString())
                .contains("{\"SecurityData\":{\"Type\":\"TC260PG\",\"Version\":1}}");
    }

    @Test
    void anEmptyPlaceIsAResidue() {
        assertThat(codes(FileSmith.withText(plainPng(), "AIGC", "")))
                .containsExactly("LABEL_RESIDUE");
        byte[] emptied =
                FileSmith.withInternationalText(plainPng(), "XML:com.adobe.xmp", LabelText.xmp(""));
        assertThat(codes(emptied)).containsExactly("LABEL_RESIDUE");
        byte[] wiped = FileSmith.withXmp(plainJpeg(), "\0".repeat(400));
        assertThat(codes(wiped)).containsExactly("LABEL_RESIDUE");
    }

    @Test
    void aDocumentTypeIsRefusedUnread() {
        String hostile =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + LabelText.xmp("&e;").replace("&amp;e;", "&e;");
        byte[] file = FileSmith.withXmp(plainJpeg(), hostile);
        assertThat(analyze(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        CouldNotRead.class, f -> assertThat(f.code()).isEqualTo("DTD"));
        assertThat(verdict(file)).isEqualTo(LabelVerdict.INCONCLUSIVE);
    }

    @Test
    void aTextThatInflatesTooFarIsInconclusive() {
        byte[] file = FileSmith.withCompressedText(plainPng(), "AIGC", new byte[30 << 20]);
        assertThat(analyze(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        CouldNotRead.class, f -> assertThat(f.code()).isEqualTo("LIMIT"));
        assertThat(verdict(file)).isEqualTo(LabelVerdict.INCONCLUSIVE);
    }

    @Test
    void metadataBeyondTheBudgetIsInconclusive() {
        byte[] file = plainPng();
        for (int i = 0; i < 6; i++) {
            file = FileSmith.withText(file, "Comment", "x".repeat(1_900_000));
        }
        assertThat(verdict(file)).isEqualTo(LabelVerdict.INCONCLUSIVE);
    }

    @Test
    void deepJsonIsRefused() {
        String deep = "{\"a\":".repeat(50) + "1" + "}".repeat(50);
        byte[] file = FileSmith.withText(plainPng(), "AIGC", deep);
        assertThat(codes(file)).containsExactly("GB_LABEL_MALFORMED");
    }

    @Test
    void anAppsOwnFieldIsToldApartFromTheStandard() {
        byte[] file = FileSmith.withText(plainPng(), "Comment", "{\"aigc_label_type\":1}");
        assertThat(codes(file)).containsExactly("APP_LABEL_FIELD");
        assertThat(verdict(file)).isEqualTo(LabelVerdict.NONE_FOUND);
    }
}
