package io.mingjian.detection.media;

/**
 * A picture brought to at most so many pixels a side by area means, so that pictures of all sizes
 * and compressions are measured alike.
 */
public final class Shrunk {
    private final int longSide;
    private final int width;
    private final int height;
    private final float[] channels;

    private Shrunk(int longSide, int width, int height, float[] channels) {
        this.longSide = longSide;
        this.width = width;
        this.height = height;
        this.channels = channels;
    }

    /** Never enlarges. */
    public static Shrunk of(Pixels pixels, int longSide) {
        int longest = Math.max(pixels.width(), pixels.height());
        double factor = Math.min(1.0, (double) longSide / longest);
        int width = Math.max(1, (int) Math.round(pixels.width() * factor));
        int height = Math.max(1, (int) Math.round(pixels.height() * factor));
        float[] channels = new float[width * height * 3];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * pixels.height() / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * pixels.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * pixels.width() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * pixels.width() / width));
                mean(pixels, left, top, right, bottom, channels, (y * width + x) * 3);
            }
        }
        return new Shrunk(longSide, width, height, channels);
    }

    private static void mean(
            Pixels pixels, int left, int top, int right, int bottom, float[] out, int at) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = pixels.rgb(x, y);
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        float area = (float) (right - left) * (bottom - top);
        out[at] = red / area;
        out[at + 1] = green / area;
        out[at + 2] = blue / area;
    }

    /** What was asked for; the picture itself may be smaller. */
    int longSide() {
        return longSide;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Mean of red, green or blue (0, 1, 2), 0 to 255. */
    public float channel(int x, int y, int channel) {
        return channels[(y * width + x) * 3 + channel];
    }

    /** HSV saturation, 0 to 1; black has none. */
    public float saturation(int x, int y) {
        float high = value(x, y);
        float low = Math.min(channel(x, y, 0), Math.min(channel(x, y, 1), channel(x, y, 2)));
        return high <= 0 ? 0 : (high - low) / high;
    }

    /** HSV value, 0 to 255. */
    public float value(int x, int y) {
        return Math.max(channel(x, y, 0), Math.max(channel(x, y, 1), channel(x, y, 2)));
    }

    public float luma(int x, int y) {
        return 0.299f * channel(x, y, 0) + 0.587f * channel(x, y, 1) + 0.114f * channel(x, y, 2);
    }
}
