package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.media.Decoding.Decoded;
import io.mingjian.detection.media.Decoding.Undecodable;
import io.mingjian.detection.media.Intake.Accepted;
import io.mingjian.detection.media.Intake.Reason;
import io.mingjian.detection.media.Intake.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of the kinds that are decoded in a process of their own. */
class ForeignPictureTest {
    private static final BufferedImage GOODS = PictureDrawer.goods(90, 60, 5);

    @BeforeEach
    void withFfmpeg() {
        assumeTrue(FilmSmith.isHere());
    }

    private static byte[] written(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(GOODS, format, out)).isTrue();
        return out.toByteArray();
    }

    private static EvidencePicture accepted(byte[] bytes) {
        Intake intake = EvidencePicture.open(bytes);
        assertThat(intake).isInstanceOf(Accepted.class);
        return ((Accepted) intake).picture();
    }

    private static Refused refused(byte[] bytes) {
        Intake intake = EvidencePicture.open(bytes);
        assertThat(intake).isInstanceOf(Refused.class);
        return (Refused) intake;
    }

    private static Pixels decoded(byte[] bytes) {
        Decoding decoding = accepted(bytes).pixels();
        assertThat(decoding).isInstanceOf(Decoded.class);
        return ((Decoded) decoding).pixels();
    }

    private static boolean isNear(int rgb, int wanted) {
        return Math.abs((rgb >> 16 & 0xFF) - (wanted >> 16 & 0xFF)) < 40
                && Math.abs((rgb >> 8 & 0xFF) - (wanted >> 8 & 0xFF)) < 40
                && Math.abs((rgb & 0xFF) - (wanted & 0xFF)) < 40;
    }

    @ParameterizedTest
    @CsvSource({"bmp,BMP", "tiff,TIFF"})
    void losslessKindsGiveTheVeryPixels(String format, MediaKind kind) throws IOException {
        byte[] file = written(format);
        EvidencePicture picture = accepted(file);
        assertThat(picture.kind()).isEqualTo(kind);
        assertThat(picture.width()).isEqualTo(90);
        assertThat(picture.height()).isEqualTo(60);
        Pixels pixels = decoded(file);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 90; x++) {
                assertThat(pixels.rgb(x, y)).isEqualTo(GOODS.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }

    @Test
    void ofAGifThatMovesTheFirstPictureIsShown() {
        byte[] gif = FilmSmith.redThenBlue("gif");
        assertThat(accepted(gif).kind()).isEqualTo(MediaKind.GIF);
        assertThat(accepted(gif).frames()).isGreaterThan(1);
        assertThat(isNear(decoded(gif).rgb(80, 60), 0xFF0000)).isTrue();
    }

    @Test
    void ofAPngOrWebpThatMovesTheFirstPictureIsShown() {
        byte[] png = FilmSmith.redThenBlue("png", "-f", "apng");
        assertThat(accepted(png).frames()).isGreaterThan(1);
        assertThat(isNear(decoded(png).rgb(80, 60), 0xFF0000)).isTrue();
        byte[] webp = FilmSmith.redThenBlue("webp", "-c:v", "libwebp_anim");
        assertThat(accepted(webp).frames()).isGreaterThan(1);
        assertThat(isNear(decoded(webp).rgb(80, 60), 0xFF0000)).isTrue();
    }

    @Test
    void aWebpIsDecoded() {
        assertThat(decoded(FileSmith.smallWebp()).width()).isEqualTo(1);
        byte[] lossy = FilmSmith.plain("webp", "green", 64, 48, "-c:v", "libwebp");
        assertThat(isNear(decoded(lossy).rgb(32, 24), 0x008000)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"bgra,1", "yuva420p,0"})
    void clearPartsOfAWebpLieOnWhite(String samples, String lossless) {
        byte[] clear =
                FilmSmith.plain(
                        "webp",
                        "red",
                        65,
                        48,
                        "-vf",
                        "format=rgba,colorchannelmixer=aa=0",
                        "-pix_fmt",
                        samples,
                        "-c:v",
                        "libwebp",
                        "-lossless",
                        lossless);
        Pixels pixels = decoded(clear);
        assertThat(pixels.width()).isEqualTo(65);
        assertThat(isNear(pixels.rgb(32, 24), 0xFFFFFF)).isTrue();
    }

    /** Random changes found this file; it kept a decoder in the service busy for minutes. */
    @Test
    void aWebpThatKeepsADecoderBusyIsEnded() {
        byte[] webp =
                HexFormat.of()
                        .parseHex(
                                "524946463800000057454250565038580a000000000000000000000000005650"
                                        + "384c0d0000002f00000010071011116a88fe0700584d5020040000003c782f3e");
        assertThat(accepted(webp).pixels()).isInstanceOf(Undecodable.class);
    }

    @Test
    void anAvifIsDecoded() {
        byte[] avif =
                FilmSmith.plain("avif", "green", 64, 48, "-c:v", "libaom-av1", "-cpu-used", "8");
        EvidencePicture picture = accepted(avif);
        assertThat(picture.kind()).isEqualTo(MediaKind.AVIF);
        assertThat(picture.width()).isEqualTo(64);
        assertThat(picture.height()).isEqualTo(48);
        assertThat(isNear(decoded(avif).rgb(32, 24), 0x008000)).isTrue();
    }

    @Test
    void aPictureLargerThanItsHeadClaimsIsNotDecoded() {
        byte[] avif =
                FilmSmith.plain(
                        "avif", "green", 1600, 1200, "-c:v", "libaom-av1", "-cpu-used", "8");
        assertThat(decoded(avif).width()).isEqualTo(1600);
        assertThat(whenItClaimsToBeSmall(avif)).isEqualTo("DAMAGED");
    }

    @Test
    void tilesThatJoinToMoreThanTheHeadClaimsAreNotTaken() {
        byte[] tiles = HeifSmith.fourTiles(640, 1200, 1200, 0);
        assertThat(decoded(tiles).width()).isEqualTo(1200);
        assertThat(whenItClaimsToBeSmall(tiles)).isEqualTo("DECODER_GARBAGE");
    }

    private static String whenItClaimsToBeSmall(byte[] file) {
        int size = ByteView.of(file).indexOf("ispe", 0, file.length) + 8;
        ByteBuffer.wrap(file).putInt(size, 100).putInt(size + 4, 100);
        EvidencePicture picture = accepted(file);
        assertThat(picture.width()).isEqualTo(100);
        assertThat(picture.pixels()).isInstanceOf(Undecodable.class);
        return ((Undecodable) picture.pixels()).code();
    }

    @Test
    void tilesAreJoinedAndTheTurnOfTheContainerIsApplied() {
        byte[] upright = HeifSmith.fourTiles(120, 100, 0);
        Pixels pixels = decoded(upright);
        assertThat(pixels.width()).isEqualTo(120);
        assertThat(pixels.height()).isEqualTo(100);
        assertThat(corners(pixels)).containsExactly("red", "green", "blue", "white");

        byte[] turned = HeifSmith.fourTiles(120, 100, 1);
        assertThat(accepted(turned).width()).isEqualTo(100);
        assertThat(accepted(turned).height()).isEqualTo(120);
        Pixels left = decoded(turned);
        assertThat(left.width()).isEqualTo(100);
        assertThat(left.height()).isEqualTo(120);
        assertThat(corners(left)).containsExactly("green", "white", "red", "blue");
    }

    private static List<String> corners(Pixels pixels) {
        int right = pixels.width() - 4;
        int low = pixels.height() - 4;
        return List.of(
                named(pixels.rgb(3, 3)),
                named(pixels.rgb(right, 3)),
                named(pixels.rgb(3, low)),
                named(pixels.rgb(right, low)));
    }

    private static String named(int rgb) {
        return Map.of("red", 0xFF0000, "green", 0x008000, "blue", 0x0000FF, "white", 0xFFFFFF)
                .entrySet()
                .stream()
                .filter(colour -> isNear(rgb, colour.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.toHexString(rgb));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "real/c2pars-sample1.heif",
                "real/c2pars-sample1.avif",
                "synthetic/aigc-heic-xmp.heic",
                "synthetic/aigc-avif-xmp.avif",
                "synthetic/aigc-gif-xmp.gif",
                "synthetic/aigc-tiff-xmp.tiff"
            })
    void publicSamplesAreDecodedInTheirSize(String name) {
        Optional<Path> folder = SampleFiles.folder("labels");
        assumeTrue(folder.isPresent());
        byte[] file = SampleFiles.bytes(folder.get().resolve(name));
        EvidencePicture picture = accepted(file);
        Pixels pixels = decoded(file);
        assertThat(pixels.width()).isEqualTo(picture.width());
        assertThat(pixels.height()).isEqualTo(picture.height());
    }

    @Test
    void theOrientationOfATiffIsApplied() {
        Pixels pixels = decoded(greyTiff(6, 4, 6));
        assertThat(pixels.width()).isEqualTo(4);
        assertThat(pixels.height()).isEqualTo(6);
        assertThat(pixels.red(3, 0)).as("the first sample").isEqualTo(255);
        assertThat(pixels.red(0, 0)).isZero();
    }

    /** White in the first sample, black elsewhere. */
    private static byte[] greyTiff(int width, int height, int orientation) {
        int[][] fields = {
            {256, 3, 1, width},
            {257, 3, 1, height},
            {258, 3, 1, 8},
            {259, 3, 1, 1},
            {262, 3, 1, 1},
            {273, 4, 1, 200},
            {274, 3, 1, orientation},
            {277, 3, 1, 1},
            {278, 3, 1, height},
            {279, 4, 1, width * height}
        };
        ByteBuffer tiff = ByteBuffer.allocate(200 + width * height).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(FileSmith.latin1("II*\0")).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            tiff.putShort((short) field[0]).putShort((short) field[1]);
            tiff.putInt(field[2]).putInt(field[3]);
        }
        return tiff.put(200, (byte) 255).array();
    }

    @Test
    void aBitmapThatClaimsAHugePictureIsRefusedBeforeDecoding() throws IOException {
        byte[] bmp = written("bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60_000).putInt(22, -60_000);
        assertThat(refused(bmp).reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(refused(bmp).zhDetail()).contains("60000×60000", "6000 万像素");
    }

    @Test
    void aGifWithMoreFramesThanTheLimitIsRefusedBeforeDecoding() {
        byte[] picture = FileSmith.latin1(",\0\0\0\0\1\0\1\0\0\2\2D\1\0");
        byte[] head = FileSmith.latin1("GIF89a\1\0\1\0\u0080\0\0\0\0\0\0\0\0");
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes(head);
        for (int i = 0; i < 1_001; i++) {
            gif.writeBytes(picture);
        }
        gif.write(';');
        Refused refused = refused(gif.toByteArray());
        assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_FRAMES);
        assertThat(refused.zhDetail()).contains("1001 帧", "1000 帧");
    }

    @Test
    void brokenOnesAreUndecodableAndSayWhy() throws IOException {
        byte[] bmp = Arrays.copyOf(written("bmp"), 54);
        assertThat(accepted(bmp).pixels())
                .isInstanceOfSatisfying(
                        Undecodable.class,
                        broken -> assertThat(broken.code()).isEqualTo("DAMAGED"));
    }

    @Test
    void randomlyChangedOnesNeverThrow() throws IOException {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("foreign pictures seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        List<byte[]> files =
                List.of(
                        written("bmp"),
                        written("tiff"),
                        written("gif"),
                        HeifSmith.fourTiles(120, 100, 1));
        int opened = 0;
        for (int round = 0; round < 40; round++) {
            byte[] file = files.get(round % files.size()).clone();
            for (int i = 0; i < 8; i++) {
                file[random.nextInt(Math.min(file.length, 900))] = (byte) random.nextInt(256);
            }
            if (EvidencePicture.open(file) instanceof Accepted ok) {
                opened++;
                assertThat(ok.picture().pixels()).isNotNull();
            }
        }
        assertThat(opened).isPositive();
    }
}
