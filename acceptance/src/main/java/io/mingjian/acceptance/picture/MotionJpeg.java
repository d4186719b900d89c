package io.mingjian.acceptance.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Films without an encoder: AVI (RIFF) with JPEG files as its pictures, which every player and the
 * service's own decoder read.
 */
final class MotionJpeg {
    private static final int HAS_INDEX = 0x10;
    private static final int WHOLE_PICTURE = 0x10;
    private static final int DEFAULT_QUALITY = -1;

    private MotionJpeg() {}

    /** The JPEG files one after the other, all of this size. */
    static byte[] avi(List<byte[]> pictures, int width, int height, int perSecond) {
        int largest = pictures.stream().mapToInt(picture -> picture.length).max().orElseThrow();
        byte[] head =
                list(
                        "hdrl",
                        chunk("avih", mainHeader(pictures.size(), width, height, perSecond)),
                        list(
                                "strl",
                                chunk(
                                        "strh",
                                        stream(pictures.size(), largest, width, height, perSecond)),
                                chunk("strf", format(width, height))));
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        ByteBuffer index = little(16 * pictures.size());
        for (byte[] picture : pictures) {
            index.put(ascii("00dc")).putInt(WHOLE_PICTURE).putInt(4 + movie.size());
            index.putInt(picture.length);
            movie.writeBytes(chunk("00dc", picture));
        }
        return chunk(
                "RIFF",
                joined(
                        ascii("AVI "),
                        head,
                        list("movi", movie.toByteArray()),
                        chunk("idx1", index.array())));
    }

    private static byte[] mainHeader(int pictures, int width, int height, int perSecond) {
        return little(56)
                .putInt(1_000_000 / perSecond)
                .putInt(0)
                .putInt(0)
                .putInt(HAS_INDEX)
                .putInt(pictures)
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] stream(int pictures, int largest, int width, int height, int perSecond) {
        return little(56)
                .put(ascii("vids"))
                .put(ascii("MJPG"))
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(1)
                .putInt(perSecond)
                .putInt(0)
                .putInt(pictures)
                .putInt(largest)
                .putInt(DEFAULT_QUALITY)
                .putInt(0)
                .putInt(0)
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }

    private static byte[] format(int width, int height) {
        return little(40)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) 24)
                .put(ascii("MJPG"))
                .putInt(3 * width * height)
                .array();
    }

    private static byte[] list(String name, byte[]... members) {
        return chunk("LIST", joined(ascii(name), joined(members)));
    }

    /** Name, length, content, and a byte that makes it even. */
    private static byte[] chunk(String name, byte[] content) {
        return little(8 + content.length + content.length % 2)
                .put(ascii(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
