package io.mingjian.detection.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of an EXIF block: a TIFF structure with the directories IFD0, EXIF, GPS and IFD1.
 * Loops and foreign offsets end the directory, not the file; at most 2,000 fields are read.
 *
 * @param fields in the order of reading
 * @param complete false when a directory broke off
 */
public record ExifFields(List<Field> fields, boolean complete) {
    public static final int MAKE = 0x010F;
    public static final int MODEL = 0x0110;
    public static final int IMAGE_DESCRIPTION = 0x010E;
    public static final int ORIENTATION = 0x0112;
    public static final int SOFTWARE = 0x0131;
    public static final int ARTIST = 0x013B;
    public static final int DATE_TIME = 0x0132;
    public static final int EXPOSURE_TIME = 0x829A;
    public static final int F_NUMBER = 0x829D;
    public static final int ISO = 0x8827;
    public static final int DATE_TIME_ORIGINAL = 0x9003;
    public static final int DATE_TIME_DIGITIZED = 0x9004;
    public static final int OFFSET_TIME_ORIGINAL = 0x9011;
    public static final int SHUTTER_SPEED = 0x9201;
    public static final int APERTURE = 0x9202;
    public static final int MAKER_NOTE = 0x927C;
    public static final int USER_COMMENT = 0x9286;
    public static final int SUBSECONDS_ORIGINAL = 0x9291;
    public static final int WIDTH = 0xA002;
    public static final int HEIGHT = 0xA003;
    public static final int LENS_MODEL = 0xA434;

    /** Of the directory GPS. */
    public static final int GPS_TIME = 0x0007;

    public static final int GPS_DATE = 0x001D;

    /** An XMP packet inside the TIFF structure. */
    public static final int XMP = 0x02BC;

    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;
    private static final int MAX_FIELDS = 2_000;
    private static final int MAX_DIRECTORIES = 8;
    private static final int[] UNIT = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /**
     * One field.
     *
     * @param directory {@code IFD0}, {@code EXIF}, {@code GPS}, {@code IFD1} and on
     * @param tag number of the tag
     * @param type TIFF type, 2 = text, 7 = undefined
     * @param count number of values
     * @param offset where the value lies in the file
     * @param length bytes of the value
     * @param littleEndian byte order of numbers
     */
    public record Field(
            String directory,
            int tag,
            int type,
            long count,
            int offset,
            int length,
            boolean littleEndian) {

        /** False for thumbnails and further pages. */
        public boolean isOfMainPicture() {
            return directory.equals("IFD0") || !directory.startsWith("IFD");
        }

        /** The value as text without padding zeros; UTF-8 if it is, otherwise Latin-1. */
        public String text(ByteView file) {
            int end = length;
            while (end > 0 && file.u8(offset + end - 1) == 0) {
                end--;
            }
            String utf8 = file.text(offset, end, StandardCharsets.UTF_8);
            String text = utf8.indexOf('\uFFFD') < 0 ? utf8 : file.latin1(offset, end);
            return text.trim();
        }

        /** First whole number of a SHORT or LONG value. */
        public Optional<Long> number(ByteView file) {
            if (type == 3 && length >= 2) {
                return Optional.of((long) (littleEndian ? file.u16le(offset) : file.u16(offset)));
            }
            if (type == 4 && length >= 4) {
                return Optional.of(littleEndian ? file.u32le(offset) : file.u32(offset));
            }
            return Optional.empty();
        }

        /** First RATIONAL or SRATIONAL value. */
        public Optional<Double> ratio(ByteView file) {
            return ratio(file, 0);
        }

        /** RATIONAL or SRATIONAL value at this place of the list. */
        public Optional<Double> ratio(ByteView file, int index) {
            int at = offset + 8 * index;
            if ((type != 5 && type != 10) || index < 0 || length < 8 * (index + 1)) {
                return Optional.empty();
            }
            long top = part(file, at);
            long bottom = part(file, at + 4);
            return bottom == 0 ? Optional.empty() : Optional.of((double) top / bottom);
        }

        private long part(ByteView file, int at) {
            long bits = littleEndian ? file.u32le(at) : file.u32(at);
            return type == 10 ? Math.toIntExact(bits << 32 >> 32) : bits;
        }
    }

    public ExifFields {
        fields = List.copyOf(fields);
    }

    public Optional<Field> first(int tag) {
        return fields.stream()
                .filter(field -> field.tag() == tag && field.isOfMainPicture())
                .findFirst();
    }

    public Optional<String> text(int tag, ByteView file) {
        return first(tag).map(field -> field.text(file)).filter(text -> !text.isEmpty());
    }

    /** The EXIF block of a picture file, if it carries one. */
    public static Optional<ExifFields> of(ByteView file, Container container) {
        return tiffBlock(file, container)
                .map(block -> read(file, block.dataOffset(), block.dataLength()));
    }

    /** Reads a TIFF structure that fills a part of the file. */
    public static ExifFields read(ByteView file, int start, int length) {
        return new Reader(file, start, length).read();
    }

    /** The block whose data is the TIFF structure itself, without the prefix of the container. */
    public static Optional<Block> tiffBlock(ByteView file, Container container) {
        return switch (container.kind()) {
            case JPEG ->
                    container
                            .blocks("APP1")
                            .filter(b -> hasExifPrefix(file, b))
                            .findFirst()
                            .map(ExifFields::withoutPrefix);
            case PNG ->
                    container.first("eXIf").map(b -> hasExifPrefix(file, b) ? withoutPrefix(b) : b);
            case WEBP ->
                    container.first("EXIF").map(b -> hasExifPrefix(file, b) ? withoutPrefix(b) : b);
            case HEIF, AVIF -> container.first("item/Exif").flatMap(b -> heifBlock(file, b));
            case TIFF -> Optional.of(new Block("TIFF", 0, 0, file.length()));
            default -> Optional.empty();
        };
    }

    /** The item begins with the number of bytes to leave out before the TIFF structure. */
    private static Optional<Block> heifBlock(ByteView file, Block item) {
        if (item.dataLength() < 8) {
            return Optional.empty();
        }
        long skip = 4 + file.u32(item.dataOffset());
        return skip > item.dataLength()
                ? Optional.empty()
                : Optional.of(
                        new Block(
                                item.type(),
                                item.offset(),
                                item.dataOffset() + (int) skip,
                                item.dataLength() - (int) skip));
    }

    private static boolean hasExifPrefix(ByteView file, Block block) {
        return block.dataLength() >= 6 && file.has(block.dataOffset(), "Exif\0");
    }

    private static Block withoutPrefix(Block block) {
        return new Block(
                block.type(), block.offset(), block.dataOffset() + 6, block.dataLength() - 6);
    }

    private static final class Reader {
        private final ByteView file;
        private final int start;
        private final int length;
        private final List<Field> fields = new ArrayList<>();
        private final Set<Integer> seen = new HashSet<>();
        private boolean littleEndian;
        private boolean complete = true;

        private Reader(ByteView file, int start, int length) {
            this.file = file;
            this.start = start;
            this.length = length;
        }

        private ExifFields read() {
            try {
                littleEndian = file.has(start, "II");
                if (!littleEndian && !file.has(start, "MM") || u16(2) != 42) {
                    return new ExifFields(List.of(), false);
                }
                directory("IFD0", u32(4));
            } catch (BrokenBytes e) {
                complete = false;
            }
            return new ExifFields(fields, complete);
        }

        private void directory(String name, long at) {
            if (at < 8 || at + 2 > length || !seen.add((int) at) || seen.size() > MAX_DIRECTORIES) {
                complete = complete && at == 0;
                return;
            }
            try {
                entries(name, (int) at);
            } catch (BrokenBytes e) {
                complete = false;
            }
        }

        private void entries(String name, int at) {
            int count = u16(at);
            for (int i = 0; i < count; i++) {
                entry(name, at + 2 + 12 * i);
            }
            int next = at + 2 + 12 * count;
            if (isFollowed(name) && next + 4 <= length) {
                directory("IFD" + (Integer.parseInt(name.substring(3)) + 1), u32(next));
            }
        }

        /** Behind the second directory only whole TIFF files go on; in blocks of it lies noise. */
        private boolean isFollowed(String name) {
            return name.equals("IFD0") || start == 0 && name.startsWith("IFD");
        }

        private void entry(String name, int at) {
            int tag = u16(at);
            int type = u16(at + 2);
            long count = u32(at + 4);
            int unit = type > 0 && type < UNIT.length ? UNIT[type] : 0;
            long bytes = unit * count;
            if (tag == EXIF_POINTER) {
                directory("EXIF", u32(at + 8));
                return;
            }
            if (tag == GPS_POINTER) {
                directory("GPS", u32(at + 8));
                return;
            }
            long value = bytes <= 4 ? at + 8L : u32(at + 8);
            if (unit == 0 || value + bytes > length || fields.size() >= MAX_FIELDS) {
                complete = false;
                return;
            }
            fields.add(
                    new Field(
                            name,
                            tag,
                            type,
                            count,
                            start + (int) value,
                            (int) bytes,
                            littleEndian));
        }

        private int u16(int at) {
            inside(at, 2);
            return littleEndian ? file.u16le(start + at) : file.u16(start + at);
        }

        private long u32(int at) {
            inside(at, 4);
            return littleEndian ? file.u32le(start + at) : file.u32(start + at);
        }

        private void inside(int at, int bytes) {
            if (at < 0 || at + bytes > length) {
                throw new BrokenBytes(start, "EXIF value outside its block");
            }
        }
    }
}
