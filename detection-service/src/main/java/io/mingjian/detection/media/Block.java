package io.mingjian.detection.media;

/**
 * One segment (JPEG) or chunk (PNG, WebP) of a picture file.
 *
 * @param type {@code APP1}, {@code COM}, {@code SOF2}; {@code iTXt}; {@code XMP } with its space
 * @param offset where the block starts in the file
 * @param dataOffset where its data starts
 * @param dataLength bytes of data
 */
public record Block(String type, int offset, int dataOffset, int dataLength) {
    public int dataEnd() {
        return dataOffset + dataLength;
    }
}
