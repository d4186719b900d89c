package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static io.mingjian.detection.media.FileSmith.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ContainerSmith;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.Frugal;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.quantisation.QuantisationTables;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readers of labels, of generators' records and of what lies in pixels. Every input gets findings,
 * the same ones twice, within a budget of memory; none gets an exception. See docs/fuzzing.md.
 */
class LabelFuzzTest {
    private static final List<LabelReader> READERS =
            List.of(
                    new ImplicitLabel(),
                    new LabelTampering(),
                    new RemoteCredentials(),
                    new SourceType(),
                    new GeneratorTraces(),
                    new FileHistory(),
                    new QuantisationTables());
    private static final byte[] PNG = PictureDrawer.png(PictureDrawer.goods(12, 8, 1));
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(16, 8, 1), 0.5);
    private static final String A1111 =
            "a cracked mug, photo\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, Seed: 1";
    private static final int SIDE = 32;

    /** What of a file's size its readers may allocate, garbage of all of them together. */
    private static final long BUDGET = 96 * Frugal.MIB;

    @MethodSource
    @FuzzTest
    void file(byte[] file) {
        read(file);
    }

    static Stream<byte[]> file() {
        return ContainerLabelsTest.files().values().stream();
    }

    @MethodSource
    @FuzzTest
    void pdf(byte[] body) {
        read(joined(latin1("%PDF-1.7\n"), body));
    }

    static Stream<byte[]> pdf() {
        return Stream.of(
                ContainerSmith.pdf(ContainerSmith.literal(LabelText.label("1"))),
                ContainerSmith.pdf(ContainerSmith.hexadecimal(LabelText.label("2"))),
                ContainerSmith.pdfCompressed(LabelText.label("3")));
    }

    @MethodSource
    @FuzzTest
    void xmp(byte[] packet) {
        String text = new String(packet, StandardCharsets.UTF_8);
        Xmp.Reading reading = Frugal.within(BUDGET, () -> Xmp.read(text));
        assertThat(Xmp.read(text)).isEqualTo(reading);
        read(FileSmith.withInternationalText(PNG, "XML:com.adobe.xmp", text));
    }

    static Stream<byte[]> xmp() {
        String label = LabelText.label("1");
        return Stream.of(LabelText.xmp(label), LabelText.attributeXmp(label), "<!DOCTYPE a><a/>")
                .map(FileSmith::utf8);
    }

    /** The label itself, with whatever stands in its protection data. */
    @MethodSource
    @FuzzTest
    void label(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        Json.object(text)
                .ifPresent(
                        object -> {
                            GbLabel label = GbLabel.of(object);
                            assertThat(GbLabel.of(object)).isEqualTo(label);
                            SecurityData.in(label);
                        });
        Json.yaml(text);
        Json.objects(text);
        read(FileSmith.withText(PNG, "AIGC", text));
    }

    static Stream<byte[]> label() {
        String security =
                "{\\\"SecurityData\\\":{\\\"Type\\\":\\\"TC260PG\\\",\\\"Version\\\":1,"
                        + "\\\"PubSD\\\":[{\\\"Type\\\":\\\"DS\\\",\\\"AlgID\\\":"
                        + "\\\"1.2.156.10197.1.501\\\",\\\"Signature\\\":\\\"3006020101020101\\\"},"
                        + "{\\\"Type\\\":\\\"PubKey\\\",\\\"KeyValue\\\":\\\"02AB\\\"}]}}";
        return Stream.of(
                        LabelText.label("1"),
                        "{\"AIGC\":" + LabelText.label("2") + "}",
                        "{\"Label\":\"1\",\"ContentProducer\":\"a\",\"ProduceID\":\"b\","
                                + "\"ReservedCode1\":\""
                                + security
                                + "\"}",
                        "AIGC:\n  Label: '1'\n  ProduceID: 'a'\n")
                .map(FileSmith::utf8);
    }

    /** Records of AUTOMATIC1111 and of programs that write a graph or an object. */
    @MethodSource
    @FuzzTest
    void generator(byte[] record) {
        String text = new String(record, StandardCharsets.UTF_8).replace("\0", "");
        read(FileSmith.withText(PNG, "parameters", text));
        read(FileSmith.withText(PNG, "prompt", text));
        read(FileSmith.withText(PNG, "Comment", text));
        byte[] comment = joined(latin1("UNICODE\0"), text.getBytes(StandardCharsets.UTF_16BE));
        if (comment.length < 60_000) {
            read(FileSmith.withExif(JPEG, FileSmith.tiff(0x9286, 7, comment)));
        }
    }

    static Stream<byte[]> generator() {
        return Stream.of(
                        A1111,
                        "{\"1\":{\"class_type\":\"LoadImage\"},\"2\":{\"class_type\":\"Upscale\"}}",
                        "{\"prompt\":\"rotten apple\",\"signed_hash\":\"x\"}",
                        "{\"positive_prompt\":\"torn shoe\"}")
                .map(FileSmith::utf8);
    }

    @MethodSource
    @FuzzTest
    void pdfString(byte[] bytes) {
        try {
            PdfString.after(ByteView.of(bytes), 0)
                    .ifPresent(text -> assertThat(text.length()).isBetween(1, bytes.length));
        } catch (BrokenBytes e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
        }
    }

    static Stream<byte[]> pdfString() {
        return Stream.of("(a\\(b\\051\\\n)", "<FEFF00410042>", " \n(\u00fe\u00ff)")
                .map(FileSmith::latin1);
    }

    @MethodSource
    @FuzzTest
    void inflation(byte[] bytes) {
        for (Inflation inflation :
                List.of(Inflation.of(bytes), Inflation.ofRaw(bytes), Inflation.ofGzip(bytes))) {
            if (inflation instanceof Inflation.Whole whole) {
                assertThat(whole.bytes().length).isLessThanOrEqualTo(Limits.INFLATED_BYTES);
            }
        }
    }

    static Stream<byte[]> inflation() {
        return Stream.of(FileSmith.deflated(utf8(A1111)), FileSmith.deflated(new byte[4_000]));
    }

    /** The bytes are what hides in the lowest bits of a small picture. */
    @MethodSource
    @FuzzTest
    void stealth(byte[] hidden) {
        int bits = SIDE * SIDE;
        BufferedImage alpha = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        BufferedImage colours = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int n = 0; n < bits; n++) {
            alpha.setRGB(n / SIDE, n % SIDE, (254 | bit(hidden, n)) << 24 | 0x808080);
            int red = bit(hidden, 3 * n) << 16;
            int green = bit(hidden, 3 * n + 1) << 8;
            colours.setRGB(n / SIDE, n % SIDE, 0x808080 | red | green | bit(hidden, 3 * n + 2));
        }
        for (BufferedImage image : List.of(alpha, colours)) {
            EvidencePicture picture = open(PictureDrawer.png(image));
            StealthText.in(picture).ifPresent(t -> assertThat(t.length()).isLessThan(3 * bits / 8));
            assertThat(new GeneratorTraces().analyze(picture)).isNotEmpty();
        }
    }

    static Stream<byte[]> stealth() {
        byte[] text = utf8("Steps: 1, Sampler: a");
        return Stream.of("stealth_pnginfo", "stealth_rgbinfo", "stealth_pngcomp")
                .map(
                        mark ->
                                joined(
                                        latin1(mark),
                                        ByteBuffer.allocate(4).putInt(text.length * 8).array(),
                                        text));
    }

    /** The bytes are pixels, three each. */
    @MethodSource
    @FuzzTest
    void watermark(byte[] colours) {
        int width = 1 + colours.length % 61;
        int height = 1 + colours.length / 3 / width;
        int[] rgb = new int[width * height];
        for (int i = 0; i < colours.length; i++) {
            rgb[i / 3 % rgb.length] |= (colours[i] & 0xFF) << (16 - i % 3 * 8);
        }
        DwtDct.strongest(Pixels.of(width, height, rgb))
                .ifPresent(hit -> assertThat(hit.right()).isLessThanOrEqualTo(136));
    }

    static Stream<byte[]> watermark() {
        return Stream.of(new byte[3 * 64 * 61], utf8(A1111));
    }

    private static void read(byte[] file) {
        List<Finding> once = Frugal.within(BUDGET, () -> findings(file));
        assertThat(findings(file)).isEqualTo(once);
    }

    /** Opened anew each time, so that nothing is remembered. */
    private static List<Finding> findings(byte[] file) {
        return MediaFile.open(ByteView.of(file)).stream()
                .flatMap(
                        media ->
                                READERS.stream()
                                        .flatMap(
                                                reader -> {
                                                    List<Finding> found = reader.read(media);
                                                    assertThat(found).isNotEmpty();
                                                    return found.stream();
                                                }))
                .toList();
    }

    private static int bit(byte[] bytes, int n) {
        return n / 8 < bytes.length ? bytes[n / 8] >> (7 - n % 8) & 1 : 0;
    }

    private static EvidencePicture open(byte[] png) {
        return ((Intake.Accepted) EvidencePicture.open(png)).picture();
    }
}
