package io.mingjian.acceptance.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The EXIF block of a phone's photograph: a TIFF structure of two directories in a JPEG's APP1
 * segment (EXIF 2.32 §4.6).
 */
final class CameraFields {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int HEADER = 8;

    private record Field(int tag, int type, int count, byte[] value) {}

    private CameraFields() {}

    /** The same file as a camera would have written it at that time. */
    static byte[] into(byte[] jpeg, LocalDateTime taken, int width, int height) {
        byte[] tiff = tiff(taken, width, height);
        ByteBuffer segment = ByteBuffer.allocate(4 + 6 + tiff.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        return JpegSegments.afterStart(jpeg, segment.array());
    }

    private static byte[] tiff(LocalDateTime taken, int width, int height) {
        String time = TIME.format(taken);
        List<Field> camera = new ArrayList<>();
        camera.add(text(0x010F, "EXAMPLE"));
        camera.add(text(0x0110, "EXAMPLE PHONE 1"));
        camera.add(small(0x0112, 1));
        camera.add(ratio(0x011A, 72, 1));
        camera.add(ratio(0x011B, 72, 1));
        camera.add(small(0x0128, 2));
        camera.add(text(0x0132, time));
        List<Field> shot = new ArrayList<>();
        shot.add(ratio(0x829A, 1, 60));
        shot.add(ratio(0x829D, 18, 10));
        shot.add(small(0x8827, 200));
        shot.add(new Field(0x9000, 7, 4, "0232".getBytes(StandardCharsets.US_ASCII)));
        shot.add(text(0x9003, time));
        shot.add(text(0x9004, time));
        shot.add(ratio(0x920A, 56, 10));
        shot.add(number(0xA002, width));
        shot.add(number(0xA003, height));
        int pointerAt = HEADER;
        camera.add(number(0x8769, pointerAt + size(camera) + 12));
        byte[] first = directory(camera, pointerAt);
        byte[] second = directory(shot, pointerAt + first.length);
        ByteBuffer tiff =
                ByteBuffer.allocate(HEADER + first.length + second.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(HEADER)
                .put(first)
                .put(second);
        return tiff.array();
    }

    /** A directory that begins at this offset, its long values behind it. */
    private static byte[] directory(List<Field> fields, int begins) {
        ByteBuffer bytes = ByteBuffer.allocate(size(fields)).order(ByteOrder.LITTLE_ENDIAN);
        int values = begins + 2 + 12 * fields.size() + 4;
        bytes.putShort((short) fields.size());
        for (Field field : fields) {
            bytes.putShort((short) field.tag())
                    .putShort((short) field.type())
                    .putInt(field.count());
            if (field.value().length <= 4) {
                bytes.put(java.util.Arrays.copyOf(field.value(), 4));
            } else {
                bytes.putInt(values);
                values += field.value().length;
            }
        }
        bytes.putInt(0);
        fields.stream()
                .filter(field -> field.value().length > 4)
                .forEach(field -> bytes.put(field.value()));
        return bytes.array();
    }

    private static int size(List<Field> fields) {
        int values =
                fields.stream()
                        .mapToInt(field -> field.value().length > 4 ? field.value().length : 0)
                        .sum();
        return 2 + 12 * fields.size() + 4 + values;
    }

    /** Text with its end; an even length keeps what follows on word borders. */
    private static Field text(int tag, String text) {
        byte[] value =
                (text + (text.length() % 2 == 0 ? "\0\0" : "\0"))
                        .getBytes(StandardCharsets.US_ASCII);
        return new Field(tag, ASCII, value.length, value);
    }

    private static Field small(int tag, int value) {
        return new Field(tag, SHORT, 1, little(4).putShort((short) value).array());
    }

    private static Field number(int tag, int value) {
        return new Field(tag, LONG, 1, little(4).putInt(value).array());
    }

    private static Field ratio(int tag, int above, int below) {
        return new Field(tag, RATIONAL, 1, little(8).putInt(above).putInt(below).array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
