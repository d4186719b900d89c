package io.mingjian.detection.media;

/** Limits that hold before anything is decoded. */
public final class MediaLimits {
    /** Largest file, in bytes (20 MiB). */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** Largest picture by its header, in pixels. */
    public static final long MAX_PIXELS = 60_000_000L;

    /** Above this many pixels the picture is decoded with every n-th row and column only. */
    public static final long FULL_DECODE_PIXELS = 12_000_000L;

    /** Most segments or chunks read from one file. */
    static final int MAX_BLOCKS = 20_000;

    /** Most steps from one frame, page or cluster to the next; none of them is kept. */
    static final int MAX_STEPS = 500_000;

    /** Deepest nesting of boxes and elements. */
    static final int MAX_DEPTH = 32;

    private MediaLimits() {}
}
