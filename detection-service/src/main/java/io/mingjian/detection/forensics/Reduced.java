package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;

/**
 * A picture shrunk by exact area means to at most so many pixels a side, as luma and two colour
 * differences. Parts of pixels count in part, so that the shrinking itself leaves no rhythm.
 */
final class Reduced {
    /** Luma, blue less luma, red less luma. */
    static final int PLANES = 3;

    private final int width;
    private final int height;
    private final float[][] planes;

    private Reduced(int width, int height, float[][] planes) {
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    /** Never enlarges. */
    static Reduced of(Pixels pixels, int longSide) {
        double factor =
                Math.min(1.0, (double) longSide / Math.max(pixels.width(), pixels.height()));
        int width = Math.max(1, (int) Math.round(pixels.width() * factor));
        int height = Math.max(1, (int) Math.round(pixels.height() * factor));
        float[][] planes = new float[PLANES][width * height];
        float[][] line = new float[PLANES][width];
        Shares shares = Shares.of(pixels.width(), width);
        double down = (double) height / pixels.height();
        for (int y = 0; y < pixels.height(); y++) {
            line(pixels, y, shares, line);
            double from = y * down;
            double to = (y + 1) * down;
            for (int row = (int) from; row < height && row < to; row++) {
                float share = (float) (Math.min(to, row + 1) - Math.max(from, row));
                for (int plane = 0; plane < PLANES; plane++) {
                    float[] sums = planes[plane];
                    float[] values = line[plane];
                    for (int x = 0; x < width; x++) {
                        sums[row * width + x] += values[x] * share;
                    }
                }
            }
        }
        return new Reduced(width, height, planes);
    }

    /**
     * The last pixel of each cell, and how much of each pixel falls into its cell; of the last one
     * the rest falls into the next.
     */
    private record Shares(int[] last, float[] here, float[] next) {
        static Shares of(int pixels, int cells) {
            Shares shares = new Shares(new int[cells], new float[pixels], new float[pixels]);
            double across = (double) cells / pixels;
            for (int x = 0; x < pixels; x++) {
                double from = x * across;
                double to = (x + 1) * across;
                int cell = Math.min(cells - 1, (int) from);
                shares.last[cell] = x;
                shares.here[x] = (float) (Math.min(to, cell + 1) - from);
                shares.next[x] = (float) Math.max(0, to - (cell + 1));
            }
            return shares;
        }
    }

    /** A cell's sums stay in the processor until it is full. */
    private static void line(Pixels pixels, int y, Shares shares, float[][] line) {
        int x = 0;
        float nextLuma = 0;
        float nextBlue = 0;
        float nextRed = 0;
        for (int cell = 0; cell < line[0].length; cell++) {
            float luma = nextLuma;
            float blue = nextBlue;
            float red = nextRed;
            for (; x < shares.last[cell]; x++) {
                int rgb = pixels.rgb(x, y);
                float grey = luma(rgb);
                float here = shares.here[x];
                luma += grey * here;
                blue += ((rgb & 0xFF) - grey) * here;
                red += ((rgb >> 16 & 0xFF) - grey) * here;
            }
            int rgb = pixels.rgb(x, y);
            float grey = luma(rgb);
            float overBlue = (rgb & 0xFF) - grey;
            float overRed = (rgb >> 16 & 0xFF) - grey;
            line[0][cell] = luma + grey * shares.here[x];
            line[1][cell] = blue + overBlue * shares.here[x];
            line[2][cell] = red + overRed * shares.here[x];
            nextLuma = grey * shares.next[x];
            nextBlue = overBlue * shares.next[x];
            nextRed = overRed * shares.next[x];
            x++;
        }
    }

    private static float luma(int rgb) {
        return 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float[] plane(int plane) {
        return planes[plane].clone();
    }
}
