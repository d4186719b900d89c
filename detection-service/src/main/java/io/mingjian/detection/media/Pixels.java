package io.mingjian.detection.media;

import org.jspecify.annotations.Nullable;

/**
 * Upright pixels without alpha (transparent parts lie on white). Large pictures come thinned: every
 * {@code step}-th row and column of the file.
 */
public final class Pixels {
    private final int width;
    private final int height;
    private final int step;
    private final int[] rgb;
    private volatile @Nullable Shrunk small;

    Pixels(int width, int height, int step, int[] rgb) {
        if (rgb.length != width * height) {
            throw new IllegalArgumentException("pixel count and size differ");
        }
        this.width = width;
        this.height = height;
        this.step = step;
        this.rgb = rgb;
    }

    /** Pixels drawn elsewhere, row by row; the array is copied. */
    public static Pixels of(int width, int height, int[] rgb) {
        return new Pixels(width, height, 1, rgb.clone());
    }

    /** The same pixels as a viewer would turn them who finds this orientation. */
    public Pixels turned(Orientation orientation) {
        boolean swaps = orientation.swapsSides();
        int[] upright = orientation.upright(rgb, width, height);
        return new Pixels(swaps ? height : width, swaps ? width : height, step, upright);
    }

    /**
     * The picture at a size at which several look at it; the last size asked for is kept.
     *
     * @param longSide at most so many pixels
     */
    public Shrunk small(int longSide) {
        Shrunk known = small;
        if (known == null || known.longSide() != longSide) {
            synchronized (this) {
                known = small;
                if (known == null || known.longSide() != longSide) {
                    known = Shrunk.of(this, longSide);
                    small = known;
                }
            }
        }
        return known;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** 1 when every pixel of the file is here. */
    public int step() {
        return step;
    }

    /** 0xRRGGBB; upper byte undefined. */
    public int rgb(int x, int y) {
        return rgb[y * width + x];
    }

    public int red(int x, int y) {
        return rgb[y * width + x] >> 16 & 0xFF;
    }

    public int green(int x, int y) {
        return rgb[y * width + x] >> 8 & 0xFF;
    }

    public int blue(int x, int y) {
        return rgb[y * width + x] & 0xFF;
    }
}
