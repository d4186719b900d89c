package io.mingjian.detection.media;

/** EXIF orientation 1 to 8 (tag 0x0112): how stored rows become an upright picture. */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    HALF_TURN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    QUARTER_LEFT(true, false, true);

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Values outside 1 to 8 count as upright, as viewers do. */
    static Orientation of(long exifValue) {
        return exifValue >= 1 && exifValue <= 8 ? values()[(int) exifValue - 1] : UPRIGHT;
    }

    public boolean swapsSides() {
        return swapsSides;
    }

    int[] upright(int[] stored, int width, int height) {
        if (this == UPRIGHT) {
            return stored;
        }
        int[] upright = new int[stored.length];
        int outWidth = swapsSides ? height : width;
        int outHeight = swapsSides ? width : height;
        for (int y = 0; y < outHeight; y++) {
            for (int x = 0; x < outWidth; x++) {
                int seenX = fromRight ? outWidth - 1 - x : x;
                int seenY = fromBottom ? outHeight - 1 - y : y;
                int source = swapsSides ? seenX * width + seenY : seenY * width + seenX;
                upright[y * outWidth + x] = stored[source];
            }
        }
        return upright;
    }
}
