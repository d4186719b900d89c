package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.thumbnail.Preview.Coding;
import io.mingjian.detection.thumbnail.Preview.Place;
import java.util.List;
import java.util.Optional;

/** The small picture that the second directory (IFD1) of an EXIF block describes. */
final class ExifPreview {
    private static final int WIDTH = 0x0100;
    private static final int HEIGHT = 0x0101;
    private static final int COMPRESSION = 0x0103;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int STRIP_OFFSETS = 0x0111;
    private static final int STRIP_BYTES = 0x0117;
    private static final int PLANAR = 0x011C;
    private static final int JPEG_OFFSET = 0x0201;
    private static final int JPEG_LENGTH = 0x0202;
    private static final int YCBCR_SUBSAMPLING = 0x0212;
    private static final int UNCOMPRESSED = 1;
    private static final int RGB = 2;
    private static final int YCBCR = 6;

    private final ByteView file;
    private final int start;
    private final List<ExifFields.Field> fields;

    private ExifPreview(ByteView file, int start, List<ExifFields.Field> fields) {
        this.file = file;
        this.start = start;
        this.fields = fields;
    }

    /** A TIFF file is nothing but directories, and its second one another page. */
    static List<Preview> of(MediaFile file) {
        Optional<Block> block = ExifFields.tiffBlock(file.bytes(), file.container());
        if (file.kind() == MediaKind.TIFF || block.isEmpty() || file.exif().isEmpty()) {
            return List.of();
        }
        List<ExifFields.Field> fields =
                file.exif().get().fields().stream()
                        .filter(field -> field.directory().equals("IFD1"))
                        .toList();
        return new ExifPreview(file.bytes(), block.get().dataOffset(), fields)
                .read().stream().toList();
    }

    private Optional<Preview> read() {
        int jpeg = number(JPEG_OFFSET);
        if (jpeg > 0) {
            return preview(jpeg, number(JPEG_LENGTH), new Coding.File(false));
        }
        int strip = number(STRIP_OFFSETS);
        return number(COMPRESSION) == UNCOMPRESSED && strip > 0
                ? preview(strip, number(STRIP_BYTES), uncompressed())
                : Optional.empty();
    }

    /** Some programs leave the fields and take the picture away. */
    private Optional<Preview> preview(int offset, int length, Coding coding) {
        return length <= 0
                ? Optional.empty()
                : Optional.of(new Preview(Place.EXIF_IFD1, start + offset, length, coding));
    }

    private Coding uncompressed() {
        int width = number(WIDTH);
        int height = number(HEIGHT);
        boolean inOnePiece =
                field(STRIP_OFFSETS).filter(f -> f.count() == 1).isPresent()
                        && field(PLANAR).map(f -> number(PLANAR)).orElse(1) == 1;
        if (!inOnePiece) {
            return new Coding.Unsupported();
        }
        return switch (number(PHOTOMETRIC)) {
            case RGB -> new Coding.Rgb(width, height);
            case YCBCR -> new Coding.YCbCr(width, height, across(), down());
            default -> new Coding.Unsupported();
        };
    }

    private int across() {
        return field(YCBCR_SUBSAMPLING).flatMap(f -> f.number(file)).orElse(2L).intValue();
    }

    /** The second of two numbers, which lie in the four bytes of the field itself. */
    private int down() {
        return field(YCBCR_SUBSAMPLING)
                .filter(f -> f.type() == 3 && f.length() == 4)
                .map(f -> f.littleEndian() ? file.u16le(f.offset() + 2) : file.u16(f.offset() + 2))
                .orElse(1);
    }

    /** Zero when the field is missing or larger than any file that is read. */
    private int number(int tag) {
        return field(tag)
                .flatMap(f -> f.number(file))
                .filter(n -> n < file.length())
                .orElse(0L)
                .intValue();
    }

    private Optional<ExifFields.Field> field(int tag) {
        return fields.stream().filter(field -> field.tag() == tag).findFirst();
    }
}
