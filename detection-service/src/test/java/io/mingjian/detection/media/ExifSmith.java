package io.mingjian.detection.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes EXIF blocks field by field, big-endian. */
public final class ExifSmith {

    /** Directories in the order in which they are written. */
    public enum Directory {
        IFD0,
        EXIF,
        GPS,
        IFD1
    }

    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;
    private static final int JPEG_OFFSET = 0x0201;
    private static final int JPEG_LENGTH = 0x0202;
    private static final int STRIP_OFFSETS = 0x0111;
    private static final int STRIP_BYTES = 0x0117;

    private final Map<Directory, List<Field>> directories = new EnumMap<>(Directory.class);

    private record Field(int tag, int type, int count, byte[] value) {}

    public ExifSmith text(Directory directory, int tag, String text) {
        byte[] value = FileSmith.latin1(text + "\0");
        return field(directory, tag, 2, value.length, value);
    }

    public ExifSmith number(Directory directory, int tag, int... numbers) {
        ByteBuffer value = ByteBuffer.allocate(2 * numbers.length);
        for (int number : numbers) {
            value.putShort((short) number);
        }
        return field(directory, tag, 3, numbers.length, value.array());
    }

    public ExifSmith large(Directory directory, int tag, int number) {
        return field(directory, tag, 4, 1, ByteBuffer.allocate(4).putInt(number).array());
    }

    /** Numerators and denominators in turn. */
    public ExifSmith ratio(Directory directory, int tag, int... parts) {
        return ratio(directory, tag, 5, parts);
    }

    public ExifSmith signedRatio(Directory directory, int tag, int... parts) {
        return ratio(directory, tag, 10, parts);
    }

    private ExifSmith ratio(Directory directory, int tag, int type, int... parts) {
        ByteBuffer value = ByteBuffer.allocate(4 * parts.length);
        for (int part : parts) {
            value.putInt(part);
        }
        return field(directory, tag, type, parts.length / 2, value.array());
    }

    public ExifSmith bytes(Directory directory, int tag, byte[] value) {
        return field(directory, tag, 7, value.length, value);
    }

    /** A small picture as a JPEG file. */
    public ExifSmith thumbnail(byte[] jpeg) {
        return field(Directory.IFD1, JPEG_OFFSET, 4, 1, jpeg)
                .large(Directory.IFD1, JPEG_LENGTH, jpeg.length);
    }

    /** A small picture as bare samples. */
    public ExifSmith strip(byte[] samples) {
        return field(Directory.IFD1, STRIP_OFFSETS, 4, 1, samples)
                .large(Directory.IFD1, STRIP_BYTES, samples.length);
    }

    private ExifSmith field(Directory directory, int tag, int type, int count, byte[] value) {
        directories
                .computeIfAbsent(directory, d -> new ArrayList<>())
                .add(new Field(tag, type, count, value));
        return this;
    }

    /** The TIFF structure. */
    public byte[] tiff() {
        Map<Directory, Integer> starts = new EnumMap<>(Directory.class);
        directories.computeIfAbsent(Directory.IFD0, d -> new ArrayList<>());
        pointer(Directory.EXIF, EXIF_POINTER);
        pointer(Directory.GPS, GPS_POINTER);
        int at = 8;
        for (Directory directory : directories.keySet()) {
            starts.put(directory, at);
            at += 6 + 12 * fields(directory).size();
        }
        int data = at;
        int size =
                data
                        + directories.values().stream()
                                .flatMap(List::stream)
                                .mapToInt(field -> field.value().length)
                                .sum();
        ByteBuffer tiff = ByteBuffer.allocate(size);
        tiff.put(FileSmith.latin1("MM")).putShort((short) 42).putInt(8);
        for (Directory directory : directories.keySet()) {
            tiff.putShort((short) fields(directory).size());
            for (Field field : fields(directory)) {
                data = put(tiff, field, starts, data);
            }
            boolean hasNext = directory == Directory.IFD0 && starts.containsKey(Directory.IFD1);
            tiff.putInt(hasNext ? starts.get(Directory.IFD1) : 0);
        }
        return tiff.array();
    }

    private void pointer(Directory directory, int tag) {
        if (directories.containsKey(directory)) {
            field(Directory.IFD0, tag, 4, 1, new byte[0]);
        }
    }

    private List<Field> fields(Directory directory) {
        return directories.get(directory).stream()
                .sorted(Comparator.comparing(Field::tag))
                .toList();
    }

    /** Where the next value goes. */
    private static int put(ByteBuffer tiff, Field field, Map<Directory, Integer> starts, int data) {
        tiff.putShort((short) field.tag()).putShort((short) field.type()).putInt(field.count());
        boolean isPlace = field.tag() == JPEG_OFFSET || field.tag() == STRIP_OFFSETS;
        if (field.tag() == EXIF_POINTER || field.tag() == GPS_POINTER) {
            tiff.putInt(starts.get(field.tag() == EXIF_POINTER ? Directory.EXIF : Directory.GPS));
            return data;
        }
        if (field.value().length <= 4 && !isPlace) {
            tiff.put(Arrays.copyOf(field.value(), 4));
            return data;
        }
        tiff.putInt(data);
        tiff.put(data, field.value());
        return data + field.value().length;
    }
}
