package io.mingjian.detection.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts chunks and segments into picture files, lawful and unlawful ones. */
public final class FileSmith {
    private static final byte[] SMALL_WEBP =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private FileSmith() {}

    /** Puts a chunk behind IHDR. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        return inserted(png, 33, chunk(type, data));
    }

    /** Puts a chunk before IEND. */
    public static byte[] withLateChunk(byte[] png, String type, byte[] data) {
        return inserted(png, png.length - 12, chunk(type, data));
    }

    public static byte[] withText(byte[] png, String keyword, String text) {
        return withChunk(png, "tEXt", joined(latin1(keyword), new byte[1], utf8(text)));
    }

    public static byte[] withInternationalText(byte[] png, String keyword, String text) {
        return withChunk(png, "iTXt", joined(latin1(keyword), new byte[5], utf8(text)));
    }

    public static byte[] withCompressedInternationalText(byte[] png, String keyword, String text) {
        byte[] flags = {0, 1, 0, 0, 0};
        return withChunk(png, "iTXt", joined(latin1(keyword), flags, deflated(utf8(text))));
    }

    public static byte[] withCompressedText(byte[] png, String keyword, byte[] text) {
        return withChunk(png, "zTXt", joined(latin1(keyword), new byte[2], deflated(text)));
    }

    /** Puts a segment behind SOI. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head = {
            (byte) 0xFF, (byte) marker, (byte) (data.length + 2 >> 8), (byte) (data.length + 2)
        };
        return inserted(jpeg, 2, joined(head, data));
    }

    public static byte[] withXmp(byte[] jpeg, String packet) {
        return withSegment(
                jpeg, 0xE1, joined(latin1("http://ns.adobe.com/xap/1.0/\0"), utf8(packet)));
    }

    public static byte[] withExif(byte[] jpeg, byte[] tiff) {
        return withSegment(jpeg, 0xE1, joined(latin1("Exif\0\0"), tiff));
    }

    /** A TIFF structure with one field in IFD0, or in the EXIF directory for tags from 0x8298. */
    public static byte[] tiff(int tag, int type, byte[] value) {
        int unit = type == 3 ? 2 : 1;
        boolean inExif = tag >= 0x829A;
        int size = 8 + 2 + 12 + 4 + (inExif ? 2 + 12 + 4 : 0) + value.length;
        ByteBuffer tiff = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(latin1("II")).putShort((short) 42).putInt(8);
        int valueAt = size - value.length;
        tiff.putShort((short) 1);
        if (inExif) {
            entry(tiff, 0x8769, 4, 1, 26, new byte[0]);
            tiff.putInt(0);
            tiff.putShort((short) 1);
        }
        entry(tiff, tag, type, value.length / unit, valueAt, value);
        tiff.putInt(0);
        return tiff.put(value).array();
    }

    private static void entry(
            ByteBuffer tiff, int tag, int type, int count, int valueAt, byte[] value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count);
        if (value.length > 0 && value.length <= 4) {
            tiff.put(Arrays.copyOf(value, 4));
        } else {
            tiff.putInt(valueAt);
        }
    }

    /** A WebP of one pixel in the extended form, with one chunk of metadata. */
    public static byte[] webp(String type, byte[] data) {
        byte[] canvas = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] picture = Arrays.copyOfRange(SMALL_WEBP, 12, SMALL_WEBP.length);
        return riff(joined(riffChunk("VP8X", canvas), picture, riffChunk(type, data)));
    }

    /** The same with a mark of animation and a canvas of this size. */
    public static byte[] webpCanvas(int width, int height, boolean animated) {
        byte[] canvas = {
            (byte) (animated ? 2 : 0),
            0,
            0,
            0,
            (byte) (width - 1),
            (byte) (width - 1 >> 8),
            (byte) (width - 1 >> 16),
            (byte) (height - 1),
            (byte) (height - 1 >> 8),
            (byte) (height - 1 >> 16)
        };
        byte[] rest =
                animated
                        ? joined(riffChunk("ANIM", new byte[6]), riffChunk("ANMF", new byte[16]))
                        : Arrays.copyOfRange(SMALL_WEBP, 12, SMALL_WEBP.length);
        return riff(joined(riffChunk("VP8X", canvas), rest));
    }

    public static byte[] smallWebp() {
        return SMALL_WEBP.clone();
    }

    private static byte[] riff(byte[] chunks) {
        byte[] head =
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(latin1("RIFF"))
                        .putInt(chunks.length + 4)
                        .put(latin1("WEBP"))
                        .array();
        return joined(head, chunks);
    }

    private static byte[] riffChunk(String type, byte[] data) {
        byte[] head =
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(latin1(type))
                        .putInt(data.length)
                        .array();
        return joined(head, data, new byte[data.length & 1]);
    }

    public static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin1(type));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(latin1(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    public static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    public static byte[] inserted(byte[] file, int at, byte[] part) {
        return joined(Arrays.copyOf(file, at), part, Arrays.copyOfRange(file, at, file.length));
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
