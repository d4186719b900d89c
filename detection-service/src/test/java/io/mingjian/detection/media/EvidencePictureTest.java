package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.Intake.Accepted;
import io.mingjian.detection.media.Intake.Reason;
import io.mingjian.detection.media.Intake.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePictureTest {
    private static final BufferedImage GOODS = PictureDrawer.goods(160, 120, 1);

    private static Reason refusal(byte[] bytes) {
        Intake intake = EvidencePicture.open(bytes);
        assertThat(intake).isInstanceOf(Refused.class);
        return ((Refused) intake).reason();
    }

    private static EvidencePicture accepted(byte[] bytes) {
        Intake intake = EvidencePicture.open(bytes);
        assertThat(intake).isInstanceOf(Accepted.class);
        return ((Accepted) intake).picture();
    }

    private static Pixels decoded(byte[] bytes) {
        Decoding decoding = accepted(bytes).pixels();
        assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
        return ((Decoding.Decoded) decoding).pixels();
    }

    @Test
    void typeAndSizeComeFromTheContent() {
        assertThat(accepted(PictureDrawer.png(GOODS)).kind()).isEqualTo(MediaKind.PNG);
        assertThat(accepted(PictureDrawer.jpeg(GOODS, 0.8)).kind()).isEqualTo(MediaKind.JPEG);
        assertThat(accepted(FileSmith.smallWebp()).kind()).isEqualTo(MediaKind.WEBP);
        assertThat(accepted(PictureDrawer.png(GOODS)).width()).isEqualTo(160);
        assertThat(accepted(PictureDrawer.jpeg(GOODS, 0.8)).height()).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><!-- x --><s:svg/>",
                "<!DOCTYPE html><html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "%PDF-1.7",
                "PK\u0003\u0004",
                "hello",
                "BM123456"
            })
    void otherTypesAreRefusedWhateverTheyAreCalled(String content) {
        assertThat(refusal(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Reason.UNSUPPORTED_TYPE);
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
        byte[] large = Arrays.copyOf(PictureDrawer.png(GOODS), MediaLimits.MAX_BYTES + 1);
        assertThat(refusal(large)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aSmallFileThatClaimsAHugePictureIsRefusedBeforeDecoding() {
        byte[] png = PictureDrawer.png(GOODS);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(refusal(png)).isEqualTo(Reason.TOO_MANY_PIXELS);

        byte[] jpeg = PictureDrawer.jpeg(GOODS, 0.8);
        ByteView view = ByteView.of(jpeg);
        int frame = view.indexOf("\u00ff\u00c0", 0, jpeg.length);
        ByteBuffer.wrap(jpeg)
                .putShort(frame + 5, (short) 60_000)
                .putShort(frame + 7, (short) 60_000);
        assertThat(refusal(jpeg)).isEqualTo(Reason.TOO_MANY_PIXELS);

        assertThat(refusal(FileSmith.webpCanvas(60_000, 60_000, false)))
                .isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void framesAreCountedBeforeDecoding() {
        assertThat(accepted(FileSmith.webpCanvas(20, 20, true)).frames()).isEqualTo(2);
        byte[] three = ByteBuffer.allocate(8).putInt(3).putInt(0).array();
        byte[] apng = FileSmith.withChunk(PictureDrawer.png(GOODS), "acTL", three);
        assertThat(accepted(apng).frames()).isEqualTo(3);
        assertThat(accepted(PictureDrawer.png(GOODS)).frames()).isEqualTo(1);
        byte[] many = ByteBuffer.allocate(8).putInt(100_000).putInt(0).array();
        assertThat(refusal(FileSmith.withChunk(PictureDrawer.png(GOODS), "acTL", many)))
                .isEqualTo(Reason.TOO_MANY_FRAMES);
    }

    @Test
    void aDrawingWithScriptsIsRefusedByItsName() {
        byte[] svg = FileSmith.utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>");
        assertThat(EvidencePicture.open(svg))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.zhDetail()).contains("SVG", "未被执行"));
    }

    @Test
    void aRefusalNamesTheLimitAndTheValue() {
        byte[] large = Arrays.copyOf(PictureDrawer.png(GOODS), 21 << 20);
        assertThat(EvidencePicture.open(large))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.zhDetail()).contains("21.0 MB", "20 MB"));
    }

    @Test
    void aHeadWithoutASizeIsRefused() {
        byte[] jpeg = PictureDrawer.jpeg(GOODS, 0.8);
        assertThat(refusal(Arrays.copyOf(jpeg, 30))).isEqualTo(Reason.UNREADABLE_HEADER);
        byte[] png = PictureDrawer.png(GOODS);
        assertThat(refusal(Arrays.copyOf(png, 20))).isEqualTo(Reason.UNREADABLE_HEADER);
    }

    @ParameterizedTest
    @CsvSource({
        "1,160,120,0,0",
        "2,160,120,159,0",
        "3,160,120,159,119",
        "4,160,120,0,119",
        "5,120,160,0,0",
        "6,120,160,119,0",
        "7,120,160,119,159",
        "8,120,160,0,159"
    })
    void exifOrientationIsApplied(int tag, int width, int height, int cornerX, int cornerY) {
        BufferedImage marked = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = marked.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, 32, 32);
        g.dispose();
        byte[] tiff = FileSmith.tiff(ExifFields.ORIENTATION, 3, new byte[] {(byte) tag, 0});
        byte[] jpeg = FileSmith.withExif(PictureDrawer.jpeg(marked, 0.95), tiff);

        EvidencePicture picture = accepted(jpeg);
        Pixels pixels = decoded(jpeg);

        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertThat(pixels.width()).isEqualTo(width);
        int x = cornerX == 0 ? 8 : cornerX - 8;
        int y = cornerY == 0 ? 8 : cornerY - 8;
        assertThat(pixels.red(x, y)).isGreaterThan(200);
        assertThat(pixels.red(width / 2, height / 2)).isLessThan(50);
    }

    @Test
    void transparentPartsLieOnWhite() {
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(5, 5, 0xFF0000FF);
        Pixels pixels = decoded(PictureDrawer.png(clear));
        assertThat(pixels.rgb(20, 20) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(pixels.rgb(5, 5) & 0xFFFFFF).isEqualTo(0x0000FF);
    }

    @Test
    void largePicturesAreDecodedThinned() {
        BufferedImage large = new BufferedImage(5000, 3000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] png = PictureDrawer.png(large);
        Pixels pixels = decoded(png);
        assertThat(pixels.step()).isEqualTo(2);
        assertThat(pixels.width()).isEqualTo(2500);
        assertThat(accepted(png).width()).isEqualTo(5000);
    }

    @Test
    void brokenPixelsAreANamedOutcome() {
        byte[] png = PictureDrawer.png(GOODS);
        Arrays.fill(png, 60, png.length - 16, (byte) 0x55);
        assertThat(accepted(png).pixels()).isInstanceOf(Decoding.Undecodable.class);
    }

    @Test
    void aCutPictureIsShownAsFarAsItGoesAndSaysSo() {
        byte[] jpeg = PictureDrawer.jpeg(GOODS, 0.9);
        Decoding decoding = accepted(Arrays.copyOf(jpeg, jpeg.length * 2 / 3)).pixels();
        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class, half -> assertThat(half.partial()).isTrue());
        assertThat(accepted(jpeg).pixels())
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class, whole -> assertThat(whole.partial()).isFalse());
    }

    @Test
    void aTextBombInAPaletteImageDoesNotReachTheDecoder() {
        BufferedImage palette = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] bomb =
                FileSmith.withCompressedText(
                        PictureDrawer.png(palette), "Comment", new byte[48 << 20]);
        long before = used();
        assertThat(decoded(bomb).width()).isEqualTo(32);
        assertThat(used() - before).isLessThan(40L << 20);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
