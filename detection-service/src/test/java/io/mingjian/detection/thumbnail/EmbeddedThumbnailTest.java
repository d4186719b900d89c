package io.mingjian.detection.thumbnail;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static io.mingjian.detection.media.FileSmith.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.ExifSmith;
import io.mingjian.detection.media.ExifSmith.Directory;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EmbeddedThumbnailTest extends AnalyzerContract {
    private static final int ORIENTATION = 0x0112;
    private static final BufferedImage GOODS = PictureDrawer.goods(640, 480, 5);
    private static final BufferedImage OTHERS = PictureDrawer.goods(640, 480, 9);
    private static final BufferedImage SMALL = Edits.scaled(GOODS, 160, 120);

    @Override
    protected Analyzer analyzer() {
        return new EmbeddedThumbnail();
    }

    @Override
    protected byte[] positive() {
        return carrying(OTHERS, SMALL);
    }

    @Override
    protected String positiveCode() {
        return "THUMBNAIL_DIFFERS";
    }

    @Override
    protected byte[] negative() {
        return carrying(GOODS, SMALL);
    }

    /** A picture with a thumbnail in its EXIF block. */
    private static byte[] carrying(BufferedImage picture, BufferedImage thumbnail) {
        byte[] exif = new ExifSmith().thumbnail(jpeg(thumbnail)).tiff();
        return FileSmith.withExif(jpeg(picture), exif);
    }

    private static byte[] jpeg(BufferedImage image) {
        return PictureDrawer.jpeg(image, 0.85);
    }

    private Found difference(BufferedImage picture, String relation) {
        Found found = found(carrying(picture, SMALL), "THUMBNAIL_DIFFERS");
        assertThat(found.facts()).containsEntry("relation", relation);
        return found;
    }

    @Test
    void aThumbnailOfThePictureFits() {
        Found found = found(negative(), "THUMBNAIL_FITS");
        assertThat(found.facts())
                .containsEntry("place", "EXIF_IFD1")
                .containsEntry("relation", "FITS")
                .containsEntry("length", jpeg(SMALL).length);
        assertThat((double) found.facts().get("likeness")).isGreaterThan(0.98);
    }

    @Test
    void anotherPictureDiffersAsAWhole() {
        assertThat(difference(OTHERS, "OTHER_PICTURE").regions()).isEmpty();
    }

    @Test
    void aPartThatWasPutInIsShown() {
        BufferedImage edited = Edits.copy(GOODS);
        Graphics2D g = edited.createGraphics();
        g.drawImage(OTHERS.getSubimage(100, 100, 200, 160), 380, 60, null);
        g.dispose();
        Found found = difference(edited, "PART_DIFFERS");
        Region put = new Region(380 / 640.0, 60 / 480.0, 200 / 640.0, 160 / 480.0);
        assertThat(found.regions()).isNotEmpty();
        assertThat(found.regions()).allSatisfy(r -> assertThat(overlap(r, put)).isPositive());
    }

    private static double overlap(Region one, Region other) {
        double across =
                Math.min(one.x() + one.width(), other.x() + other.width())
                        - Math.max(one.x(), other.x());
        double down =
                Math.min(one.y() + one.height(), other.y() + other.height())
                        - Math.max(one.y(), other.y());
        return Math.max(0, across) * Math.max(0, down);
    }

    @Test
    void aCutShowsAPartOfTheThumbnail() {
        BufferedImage cut = Edits.copy(GOODS.getSubimage(100, 80, 448, 336));
        Found found = difference(cut, "CUT_OUT");
        assertThat(found.zhSummary()).contains("一部分");
        Map<?, ?> window = (Map<?, ?>) found.facts().get("inThumbnail");
        assertThat((double) window.get("width")).isCloseTo(0.7, Offset.offset(0.05));
        assertThat((double) window.get("x")).isCloseTo(100 / 640.0, Offset.offset(0.05));
    }

    @Test
    void anExtendedPictureShowsMoreThanTheThumbnail() {
        BufferedImage wide = Edits.scaled(OTHERS, 900, 675);
        Graphics2D g = wide.createGraphics();
        g.drawImage(GOODS, 130, 100, null);
        g.dispose();
        Found found = difference(wide, "EXTENDED");
        assertThat(found.regions()).hasSize(1);
    }

    @Test
    void otherColoursAreNoOtherContent() {
        difference(Edits.coloured(GOODS), "COLOURS_DIFFER");
    }

    @Test
    void turnsAreNamedAsSuch() {
        Found turned = found(carrying(Edits.quarterRight(GOODS), SMALL), "THUMBNAIL_TURNED");
        assertThat(turned.facts()).containsEntry("turn", "QUARTER_RIGHT");
        assertThat(turned.zhSummary()).contains("顺时针旋转90度");
        assertThat(found(carrying(Edits.mirrored(GOODS), SMALL), "THUMBNAIL_TURNED").facts())
                .containsEntry("turn", "MIRRORED");
    }

    @Test
    void aThumbnailThatIsTurnedLikeThePictureFits() {
        byte[] exif =
                new ExifSmith()
                        .number(Directory.IFD0, ORIENTATION, 6)
                        .thumbnail(jpeg(SMALL))
                        .tiff();
        byte[] file = FileSmith.withExif(jpeg(GOODS), exif);
        assertThat(codes(file)).containsExactly("THUMBNAIL_FITS");
    }

    @Test
    void barsBesideTheThumbnailAreLeftOut() {
        BufferedImage wide = PictureDrawer.goods(960, 540, 5);
        BufferedImage barred = Edits.barred(Edits.scaled(wide, 160, 90), 160, 120);
        assertThat(codes(carrying(wide, barred))).containsExactly("THUMBNAIL_FITS");
    }

    @Test
    void aThumbnailOfAnotherShapeMayLeaveOutTheSides() {
        BufferedImage wide = PictureDrawer.goods(960, 540, 5);
        BufferedImage middle =
                Edits.scaled(Edits.copy(wide.getSubimage(120, 0, 720, 540)), 160, 120);
        assertThat(codes(carrying(wide, middle))).containsExactly("THUMBNAIL_FITS");
    }

    @Test
    void everyPlaceIsRead() {
        byte[] picture = jpeg(GOODS);
        BufferedImage tiny = Edits.scaled(GOODS, 120, 90);
        byte[] size = {120, 90};
        byte[] jfif = joined(latin1("JFIF\0\1\1\0\0\1\0\1"), size, samples(tiny));
        byte[] jfxx = joined(latin1("JFXX\0\u0013"), size, samples(tiny));
        byte[] jfxxJpeg = joined(latin1("JFXX\0\u0010"), jpeg(tiny));
        byte[] palette = joined(latin1("JFXX\0\u0011"), size, greys(), greySamples(tiny));
        byte[] photoshop = resource(1036, joined(head(), jpeg(tiny)));
        byte[] older = resource(1033, joined(head(), jpeg(swapped(tiny))));
        assertFits(withSegment(picture, 0xE0, jfif), "JFIF");
        assertFits(withSegment(picture, 0xE0, jfxx), "JFXX");
        assertFits(withSegment(picture, 0xE0, jfxxJpeg), "JFXX");
        assertFits(withSegment(picture, 0xED, photoshop), "PHOTOSHOP_1036");
        assertFits(withSegment(picture, 0xED, older), "PHOTOSHOP_1033");
        assertFits(withPreviewBehind(picture, jpeg(tiny)), "MPF");
        // Grey of a coloured picture: content fits, colours do not.
        assertThat(found(withSegment(picture, 0xE0, palette), "THUMBNAIL_DIFFERS").facts())
                .containsEntry("place", "JFXX")
                .containsEntry("relation", "COLOURS_DIFFER");
    }

    private void assertFits(byte[] file, String place) {
        assertThat(found(file, "THUMBNAIL_FITS").facts()).containsEntry("place", place);
    }

    @Test
    void bareSamplesOfCamerasOfOldAreRead() {
        ExifSmith rgb = strip(2).strip(samples(SMALL));
        ExifSmith cells = strip(6).number(Directory.IFD1, 0x0212, 2, 1).strip(cells(SMALL));
        ExifSmith unknown = strip(5).strip(samples(SMALL));
        assertFits(FileSmith.withExif(jpeg(GOODS), rgb.tiff()), "EXIF_IFD1");
        assertFits(FileSmith.withExif(jpeg(GOODS), cells.tiff()), "EXIF_IFD1");
        assertUnread(FileSmith.withExif(jpeg(GOODS), unknown.tiff()), "UNSUPPORTED");
    }

    private static ExifSmith strip(int photometric) {
        return new ExifSmith()
                .number(Directory.IFD1, 0x0100, 160)
                .number(Directory.IFD1, 0x0101, 120)
                .number(Directory.IFD1, 0x0103, 1)
                .number(Directory.IFD1, 0x0106, photometric);
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        byte[] garbage = new byte[500];
        new Random(1).nextBytes(garbage);
        byte[] cut = Arrays.copyOf(jpeg(SMALL), jpeg(SMALL).length / 2);
        BufferedImage even = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        assertUnread(withThumbnailBytes(garbage), "DAMAGED");
        assertUnread(withThumbnailBytes(cut), "DAMAGED");
        assertUnread(carrying(GOODS, even), "TOO_PLAIN");
        assertUnread(carrying(even, SMALL), "TOO_PLAIN");
    }

    private static byte[] withThumbnailBytes(byte[] thumbnail) {
        return FileSmith.withExif(jpeg(GOODS), new ExifSmith().thumbnail(thumbnail).tiff());
    }

    private void assertUnread(byte[] file, String code) {
        assertThat(analyze(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        CouldNotRead.class, unread -> assertThat(unread.code()).isEqualTo(code));
    }

    @Test
    void aLengthFieldIsNotBelieved() {
        ExifSmith exif =
                new ExifSmith()
                        .large(Directory.IFD1, 0x0201, 60)
                        .large(Directory.IFD1, 0x0202, 70_000);
        byte[] larger = PictureDrawer.jpeg(PictureDrawer.goods(1200, 900, 5), 0.95);
        assertThat(larger.length).isGreaterThan(80_000);
        assertUnread(FileSmith.withExif(larger, exif.tiff()), "DAMAGED");
    }

    @Test
    void aPreviewWithTooManyPixelsIsNotDecoded() {
        byte[] bomb = jpeg(SMALL);
        int frame = frame(bomb);
        ByteBuffer.wrap(bomb).putShort(frame + 5, (short) 7_000).putShort(frame + 7, (short) 7_000);
        assertUnread(withThumbnailBytes(bomb), "LIMIT");
    }

    private static int frame(byte[] jpeg) {
        for (int i = 0; i < jpeg.length; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                return i;
            }
        }
        throw new AssertionError("no frame header");
    }

    @Test
    void aPictureThatBreaksOffIsNotCompared() {
        byte[] whole = negative();
        assertUnread(Arrays.copyOf(whole, whole.length - 8_000), "DAMAGED");
    }

    @Test
    void changedBytesGetAnAnswer() {
        Random random = new Random(4);
        int answered = 0;
        for (int round = 0; round < 60; round++) {
            byte[] file = positive();
            for (int i = 0; i < 4; i++) {
                file[2 + random.nextInt(5_500)] = (byte) random.nextInt(256);
            }
            if (EvidencePicture.open(file) instanceof Intake.Accepted accepted) {
                assertThat(analyzer().analyze(accepted.picture())).isNotEmpty();
                answered++;
            }
        }
        assertThat(answered).isPositive();
    }

    @Test
    void mostFilesCarryNone() {
        assertThat(analyze(jpeg(GOODS))).singleElement().isInstanceOf(NothingFound.class);
    }

    @Test
    void noMoreThanAFewAreLookedAt() {
        byte[] file = jpeg(GOODS);
        byte[] jfxx = joined(latin1("JFXX\0\u0010"), jpeg(Edits.scaled(GOODS, 80, 60)));
        for (int i = 0; i < 40; i++) {
            file = withSegment(file, 0xE0, jfxx);
        }
        assertThat(analyze(file)).hasSizeLessThanOrEqualTo(Previews.MOST).hasSizeGreaterThan(4);
    }

    private static byte[] samples(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color c = new Color(image.getRGB(x, y));
                out.writeBytes(
                        new byte[] {(byte) c.getRed(), (byte) c.getGreen(), (byte) c.getBlue()});
            }
        }
        return out.toByteArray();
    }

    private static byte[] greys() {
        byte[] palette = new byte[768];
        for (int i = 0; i < 768; i++) {
            palette[i] = (byte) (i / 3);
        }
        return palette;
    }

    private static byte[] greySamples(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            out.write((int) luma(new Color(pixel(image, i))));
        }
        return out.toByteArray();
    }

    private static int pixel(BufferedImage image, int n) {
        return image.getRGB(n % image.getWidth(), n / image.getWidth());
    }

    private static double luma(Color c) {
        return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
    }

    /** Two pixels of brightness for each pair of colour differences. */
    private static byte[] cells(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i += 2) {
            Color one = new Color(pixel(image, i));
            Color two = new Color(pixel(image, i + 1));
            out.write((int) luma(one));
            out.write((int) luma(two));
            out.write((int) (128 + 0.564 * (one.getBlue() - luma(one))));
            out.write((int) (128 + 0.713 * (one.getRed() - luma(one))));
        }
        return out.toByteArray();
    }

    private static BufferedImage swapped(BufferedImage image) {
        BufferedImage swapped = Edits.copy(image);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            Color c = new Color(pixel(image, i));
            swapped.setRGB(
                    i % image.getWidth(),
                    i / image.getWidth(),
                    new Color(c.getBlue(), c.getGreen(), c.getRed()).getRGB());
        }
        return swapped;
    }

    private static byte[] head() {
        return ByteBuffer.allocate(28).putInt(1).array();
    }

    /** A resource behind another one with an odd name and an odd length. */
    private static byte[] resource(int number, byte[] data) {
        ByteBuffer first = ByteBuffer.allocate(4 + 2 + 4 + 4 + 4);
        first.put(latin1("8BIM")).putShort((short) 1005).put((byte) 2).put(latin1("ab\0"));
        first.putInt(3).put(new byte[] {1, 2, 3, 0});
        ByteBuffer second = ByteBuffer.allocate(4 + 2 + 2 + 4 + data.length);
        second.put(latin1("8BIM")).putShort((short) number).putShort((short) 0);
        second.putInt(data.length).put(data);
        return joined(latin1("Photoshop 3.0\0"), first.array(), second.array());
    }

    /** A list of two pictures of which the second, behind the end mark, is a preview. */
    private static byte[] withPreviewBehind(byte[] picture, byte[] preview) {
        int segment = 4 + 4 + 8 + 2 + 12 + 4 + 32;
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + 32);
        tiff.put(latin1("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0xB002).putShort((short) 7).putInt(32).putInt(26);
        tiff.putInt(0);
        tiff.putInt(0x030000).putInt(picture.length + segment).putInt(0).putInt(0);
        // Offsets count from the head of the list, which begins ten bytes into the file.
        int behind = picture.length + segment - 10;
        tiff.putInt(0x010001).putInt(preview.length).putInt(behind).putInt(0);
        byte[] listed = withSegment(picture, 0xE2, joined(latin1("MPF\0"), tiff.array()));
        assertThat(listed.length).isEqualTo(picture.length + segment);
        return joined(listed, preview);
    }
}
