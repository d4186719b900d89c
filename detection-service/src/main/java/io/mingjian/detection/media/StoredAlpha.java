package io.mingjian.detection.media;

/**
 * The alpha channel of a PNG exactly as stored, without orientation; some programs hide text in its
 * lowest bits.
 */
public final class StoredAlpha {
    private final int width;
    private final int height;
    private final byte[] alpha;

    StoredAlpha(int width, int height, byte[] alpha) {
        this.width = width;
        this.height = height;
        this.alpha = alpha;
    }

    /** Number of pixels. */
    public int pixels() {
        return width * height;
    }

    /** Lowest bit of the n-th pixel, counted column by column from the left, each from the top. */
    public int lowestBit(int n) {
        return alpha[n % height * width + n / height] & 1;
    }
}
