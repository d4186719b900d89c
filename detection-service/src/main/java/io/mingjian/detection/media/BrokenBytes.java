package io.mingjian.detection.media;

/**
 * The file ends before its structure does, or the structure contradicts itself. Thrown by {@link
 * ByteView} and caught by whoever walks a structure; it leaves no room.
 */
public final class BrokenBytes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    public BrokenBytes(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Where in the file reading failed. */
    public int offset() {
        return offset;
    }
}
