package io.mingjian.detection.c2pa;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes Brotli streams (RFC 7932) that compress nothing. */
final class BrotliSmith {
    private static final int MOST = 1 << 16;
    private static final int LAST_AND_EMPTY = 3;

    private BrotliSmith() {}

    /** The bytes in blocks that are marked as not compressed. */
    static byte[] stored(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += MOST) {
            int length = Math.min(MOST, bytes.length - at);
            // Before the first block stands one bit more, for a window of 64 KiB.
            int shift = at == 0 ? 1 : 0;
            int head = (length - 1) << (3 + shift) | 1 << (19 + shift);
            out.write(head);
            out.write(head >> 8);
            out.write(head >> 16);
            out.writeBytes(Arrays.copyOfRange(bytes, at, at + length));
        }
        out.write(LAST_AND_EMPTY);
        return out.toByteArray();
    }
}
