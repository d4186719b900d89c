package io.mingjian.acceptance.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Makes PNG chunks (PNG 3rd edition §5). */
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int END_OF_HEADER = 8 + 12 + 13;

    private PngChunks() {}

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) check.getValue())
                .array();
    }

    /** Puts a chunk right behind IHDR. */
    static byte[] afterHeader(byte[] png, byte[] chunk) {
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, END_OF_HEADER)
                .put(chunk)
                .put(png, END_OF_HEADER, png.length - END_OF_HEADER)
                .array();
    }
}
