package io.mingjian.detection.media;

/**
 * One segment (JPEG), chunk (PNG, RIFF), box (MP4), element, page or member of a file.
 *
 * @param type {@code APP1}, {@code COM}, {@code SOF2}; {@code iTXt}; {@code XMP } with its space;
 *     {@code moov/udta/meta}
 * @param offset where the block starts in the file
 * @param dataOffset where its data starts
 * @param dataLength bytes of data
 */
public record Block(String type, int offset, int dataOffset, int dataLength) {
    public int dataEnd() {
        return dataOffset + dataLength;
    }
}
