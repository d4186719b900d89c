package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.thumbnail.Preview.Coding;
import io.mingjian.detection.thumbnail.Preview.Place;
import java.util.List;
import java.util.Optional;

/** Small pictures in the JFIF segment itself and in its extension. */
final class JfifPreviews {
    private static final int JFIF_SIZE_AT = 12;
    private static final int JFXX_CODE_AT = 5;
    private static final int PALETTE = 768;

    private JfifPreviews() {}

    static List<Preview> of(MediaFile file) {
        return file.container()
                .blocks("APP0")
                .limit(Previews.MOST)
                .flatMap(block -> read(file.bytes(), block).stream())
                .toList();
    }

    private static Optional<Preview> read(ByteView file, Block block) {
        int at = block.dataOffset();
        if (file.has(at, "JFIF\0") && block.dataLength() > JFIF_SIZE_AT + 2) {
            return raw(file, block, Place.JFIF, at + JFIF_SIZE_AT, 0);
        }
        if (!file.has(at, "JFXX\0") || block.dataLength() <= JFXX_CODE_AT + 3) {
            return Optional.empty();
        }
        int from = at + JFXX_CODE_AT + 1;
        return switch (file.u8(at + JFXX_CODE_AT)) {
            case 0x10 ->
                    Optional.of(
                            new Preview(
                                    Place.JFXX,
                                    from,
                                    block.dataEnd() - from,
                                    new Coding.File(false)));
            case 0x11 -> raw(file, block, Place.JFXX, from, PALETTE);
            case 0x13 -> raw(file, block, Place.JFXX, from, 0);
            default -> Optional.empty();
        };
    }

    /** One byte each for width and height, then perhaps a palette, then the pixels. */
    private static Optional<Preview> raw(
            ByteView file, Block block, Place place, int sizeAt, int palette) {
        int width = file.u8(sizeAt);
        int height = file.u8(sizeAt + 1);
        int length = palette + width * height * (palette > 0 ? 1 : 3);
        if (width == 0 || height == 0 || sizeAt + 2 + length > block.dataEnd()) {
            return Optional.empty();
        }
        Coding coding =
                palette > 0 ? new Coding.Palette(width, height) : new Coding.Rgb(width, height);
        return Optional.of(new Preview(place, sizeAt + 2, length, coding));
    }
}
