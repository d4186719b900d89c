package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.util.Arrays;

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
        float[][] line = new float[PLANES][width + 1];
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
     * Into which cell each pixel of a line falls, and how much of it into that and into the next.
     */
    private record Shares(int[] cells, float[] here, float[] next) {
        static Shares of(int pixels, int cells) {
            Shares shares = new Shares(new int[pixels], new float[pixels], new float[pixels]);
            double across = (double) cells / pixels;
            for (int x = 0; x < pixels; x++) {
                double from = x * across;
                double to = (x + 1) * across;
                int cell = Math.min(cells - 1, (int) from);
                shares.cells[x] = cell;
                shares.here[x] = (float) (Math.min(to, cell + 1) - from);
                shares.next[x] = (float) Math.max(0, to - (cell + 1));
            }
            return shares;
        }
    }

    /** The last cell takes what rounding brings over the edge, and is not read. */
    private static void line(Pixels pixels, int y, Shares shares, float[][] line) {
        for (float[] plane : line) {
            Arrays.fill(plane, 0);
        }
        for (int x = 0; x < pixels.width(); x++) {
            int rgb = pixels.rgb(x, y);
            int red = rgb >> 16 & 0xFF;
            int blue = rgb & 0xFF;
            float luma = 0.299f * red + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * blue;
            int cell = shares.cells[x];
            float here = shares.here[x];
            line[0][cell] += luma * here;
            line[1][cell] += (blue - luma) * here;
            line[2][cell] += (red - luma) * here;
            float next = shares.next[x];
            if (next > 0) {
                line[0][cell + 1] += luma * next;
                line[1][cell + 1] += (blue - luma) * next;
                line[2][cell + 1] += (red - luma) * next;
            }
        }
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
