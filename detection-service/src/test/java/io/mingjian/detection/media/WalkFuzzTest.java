package io.mingjian.detection.media;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static io.mingjian.detection.media.FileSmith.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks over containers of every kind, each told its kind so that no magic number stands in the
 * way. A walk never throws, never leaves the file, says the same twice and allocates in proportion
 * to the file. See docs/fuzzing.md.
 */
class WalkFuzzTest {
    private static final byte[] PNG = PictureDrawer.png(PictureDrawer.goods(12, 8, 1));
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(16, 8, 1), 0.5);
    private static final byte[] COMMENT = joined(latin1("ASCII\0\0\0"), utf8("{\"AIGC\":{}}"));
    private static final String TEXT = "{\"Label\":\"1\"}";

    @MethodSource
    @FuzzTest
    void jpeg(byte[] file) {
        walk(file, MediaKind.JPEG);
    }

    static Stream<byte[]> jpeg() {
        byte[] tiff = FileSmith.tiff(0x9286, 7, COMMENT);
        return Stream.of(JPEG, FileSmith.withXmp(JPEG, "<x/>"), FileSmith.withExif(JPEG, tiff));
    }

    @MethodSource
    @FuzzTest
    void png(byte[] file) {
        walk(file, MediaKind.PNG);
    }

    static Stream<byte[]> png() {
        return Stream.of(PNG, FileSmith.withText(PNG, "AIGC", TEXT));
    }

    @MethodSource
    @FuzzTest
    void riff(byte[] file) {
        walk(file, MediaKind.WEBP);
    }

    static Stream<byte[]> riff() {
        return Stream.of(
                FileSmith.smallWebp(),
                FileSmith.webp("XMP ", latin1("<x/>")),
                FileSmith.webpCanvas(9, 9, true),
                ContainerSmith.avi(TEXT),
                ContainerSmith.wav(TEXT));
    }

    @MethodSource
    @FuzzTest
    void gif(byte[] file) {
        walk(file, MediaKind.GIF);
    }

    static Stream<byte[]> gif() {
        return Stream.of(ContainerSmith.gif("<x/>"));
    }

    @MethodSource
    @FuzzTest
    void boxes(byte[] file) {
        walk(file, MediaKind.MP4);
        walk(file, MediaKind.HEIF);
        ByteView view = ByteView.of(file);
        inside(Frugal.within(most(file), () -> Container.boxes(view)), file.length);
    }

    static Stream<byte[]> boxes() {
        return Stream.of(
                ContainerSmith.mp4("isom", "AIGC", TEXT),
                ContainerSmith.quickTime(TEXT),
                ContainerSmith.mp4Xmp("<x/>"),
                ContainerSmith.nested(40),
                ContainerSmith.heif("heic", "<x/>"));
    }

    @MethodSource
    @FuzzTest
    void matroska(byte[] file) {
        walk(file, MediaKind.MATROSKA);
    }

    static Stream<byte[]> matroska() {
        return Stream.of(ContainerSmith.matroska(TEXT));
    }

    @MethodSource
    @FuzzTest
    void flv(byte[] file) {
        walk(file, MediaKind.FLV);
    }

    static Stream<byte[]> flv() {
        return Stream.of(ContainerSmith.flv(TEXT));
    }

    @MethodSource
    @FuzzTest
    void zip(byte[] file) {
        walk(file, MediaKind.OOXML);
    }

    static Stream<byte[]> zip() {
        return Stream.of(ContainerSmith.docx(TEXT), ContainerSmith.zip("a", "b", "c", "d"));
    }

    @MethodSource
    @FuzzTest
    void audio(byte[] file) {
        walk(file, MediaKind.MP3);
        walk(file, MediaKind.FLAC);
        walk(file, MediaKind.OGG);
        try {
            Id3Frames frames = Id3Frames.of(ByteView.of(file), 0, file.length);
            frames.each(frame -> assertThat(frame.dataEnd()).isLessThanOrEqualTo(file.length));
            frames.synchronised().each(frame -> assertThat(frame.type()).isNotNull());
        } catch (BrokenBytes e) {
            assertThat(e.offset()).isBetween(0, file.length);
        }
    }

    static Stream<byte[]> audio() {
        return Stream.of(
                ContainerSmith.mp3(TEXT),
                ContainerSmith.mp3Unsynchronised(TEXT),
                ContainerSmith.flac(TEXT),
                ContainerSmith.ogg(TEXT),
                ContainerSmith.opus(TEXT));
    }

    @MethodSource
    @FuzzTest
    void tiff(byte[] file) {
        ByteView view = ByteView.of(file);
        ExifFields fields = Frugal.within(most(file), () -> ExifFields.read(view, 0, file.length));
        for (ExifFields.Field field : fields.fields()) {
            assertThat(field.offset() + (long) field.length()).isBetween(0L, (long) file.length);
            field.text(view);
            field.number(view);
            field.ratio(view);
        }
    }

    static Stream<byte[]> tiff() {
        return Stream.of(
                FileSmith.tiff(0x9286, 7, COMMENT),
                FileSmith.tiff(0x0112, 3, new byte[] {6, 0}),
                ContainerSmith.tiff("<x/>"));
    }

    /** From the first byte on: kind, limits, head and orientation. */
    @MethodSource
    @FuzzTest
    void picture(byte[] file) {
        if (EvidencePicture.open(file.clone()) instanceof Intake.Accepted accepted) {
            EvidencePicture picture = accepted.picture();
            long pixels = (long) picture.width() * picture.height();
            assertThat(pixels).isBetween(1L, MediaLimits.MAX_PIXELS);
        }
    }

    static Stream<byte[]> picture() {
        List<byte[]> all = new ArrayList<>();
        Stream.of(jpeg(), png(), riff(), gif(), boxes(), tiff(), zip())
                .forEach(seeds -> seeds.forEach(all::add));
        return all.stream();
    }

    private static void walk(byte[] file, MediaKind kind) {
        ByteView view = ByteView.of(file);
        Container container = Frugal.within(most(file), () -> Container.of(view, kind));
        inside(container, file.length);
        assertThat(Container.of(view, kind)).isEqualTo(container);
        Header.of(view, container).ifPresent(h -> assertThat(h.pixels()).isPositive());
        ExifFields.of(view, container);
    }

    private static void inside(Container container, int length) {
        assertThat(container.end()).isBetween(0, length);
        for (Block block : container.blocks()) {
            assertThat(block.offset()).isBetween(0, length);
            assertThat(block.dataOffset()).isBetween(0, length);
            assertThat(block.dataLength()).isBetween(0, length);
            assertThat(block.dataEnd()).isBetween(0, length);
        }
        container.damage().ifPresent(d -> assertThat(d.offset()).isBetween(0, length));
    }

    /** A block for each few bytes at the worst, with its name; and loading a class or two. */
    private static long most(byte[] file) {
        return 8 * Frugal.MIB + 400L * file.length;
    }
}
