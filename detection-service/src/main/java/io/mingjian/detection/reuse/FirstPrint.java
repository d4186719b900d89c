package io.mingjian.detection.reuse;

import java.nio.ByteBuffer;

/**
 * Prints as version 1 stored them: width and height (2 bytes each), 33 bytes for each of 94 hashes
 * that mean nothing to this version, then the grey values of the thumbnail.
 */
final class FirstPrint {
    private static final int HASHES = 94;
    private static final int HASH_BYTES = 33;
    private static final int LONGEST = 192;

    private FirstPrint() {}

    /** Reads what follows the version. */
    static ReusePrint read(ByteBuffer buffer) {
        int width = buffer.getShort();
        int height = buffer.getShort();
        if (width < 1 || height < 1 || width > LONGEST || height > LONGEST) {
            throw new IllegalArgumentException("reuse print with a wrong thumbnail");
        }
        if (buffer.remaining() != HASHES * HASH_BYTES + width * height) {
            throw new IllegalArgumentException("reuse print is cut off");
        }
        buffer.position(buffer.position() + HASHES * HASH_BYTES);
        byte[] grey = new byte[width * height];
        buffer.get(grey);
        return ReusePrint.ofThumbnail(new Plane(width, height, grey));
    }
}
