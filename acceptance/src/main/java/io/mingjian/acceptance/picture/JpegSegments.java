package io.mingjian.acceptance.picture;

import java.nio.ByteBuffer;

/** Puts segments into JPEG files. */
final class JpegSegments {
    private static final int START_BYTES = 2;

    private JpegSegments() {}

    /** Right behind the start-of-image marker, where EXIF and XMP are expected. */
    static byte[] afterStart(byte[] jpeg, byte[] segment) {
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, START_BYTES)
                .put(segment)
                .put(jpeg, START_BYTES, jpeg.length - START_BYTES)
                .array();
    }
}
