package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.thumbnail.Preview.Coding;
import io.mingjian.detection.thumbnail.Preview.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Larger previews behind the picture, listed by the Multi-Picture Format (CIPA DC-007). Depth maps,
 * gain maps and further views in the same list are no previews.
 */
final class MpfPreviews {
    private static final String HEAD = "MPF\0";
    private static final int ENTRIES = 0xB002;
    private static final int ENTRY = 16;
    private static final int TYPE = 0xFFFFFF;

    /** Previews of the size of a television screen and of full high definition. */
    private static final List<Integer> PREVIEWS = List.of(0x010001, 0x010002);

    private final ByteView file;
    private final int start;
    private final ExifFields.Field entries;

    private MpfPreviews(ByteView file, int start, ExifFields.Field entries) {
        this.file = file;
        this.start = start;
        this.entries = entries;
    }

    static List<Preview> of(MediaFile file) {
        return file.container()
                .blocks("APP2")
                .filter(block -> file.bytes().has(block.dataOffset(), HEAD))
                .findFirst()
                .map(block -> read(file.bytes(), block).toList())
                .orElse(List.of());
    }

    private static Stream<Preview> read(ByteView file, Block block) {
        int start = block.dataOffset() + HEAD.length();
        return ExifFields.read(file, start, block.dataLength() - HEAD.length())
                .first(ENTRIES)
                .map(field -> new MpfPreviews(file, start, field).previews())
                .orElse(Stream.empty());
    }

    private Stream<Preview> previews() {
        int count = Math.min(entries.length() / ENTRY, Previews.MOST);
        return IntStream.range(0, count)
                .map(i -> entries.offset() + ENTRY * i)
                .mapToObj(this::preview)
                .flatMap(Optional::stream);
    }

    /** Offsets count from the head of the list, as in a TIFF structure. */
    private Optional<Preview> preview(int at) {
        long length = u32(at + 4);
        long offset = start + u32(at + 8);
        boolean isPreview = PREVIEWS.contains((int) u32(at) & TYPE);
        return isPreview && offset < file.length() && length < file.length()
                ? Optional.of(
                        new Preview(Place.MPF, (int) offset, (int) length, new Coding.File(false)))
                : Optional.empty();
    }

    private long u32(int at) {
        return entries.littleEndian() ? file.u32le(at) : file.u32(at);
    }
}
