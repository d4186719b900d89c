package io.mingjian.detection.visiblelabel;

import io.mingjian.detection.media.Pixels;

/**
 * A part of a picture at another size: each pixel the mean of what it covers when shrunk, between
 * its neighbours when enlarged. Values from 0 to 255.
 */
final class Patch {
    static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final float[] rgb;

    private Patch(int width, int height, float[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    static Patch of(Pixels pixels, Box part, int width, int height) {
        Taps across = Taps.of(part.left(), part.right(), width, pixels.width());
        Taps down = Taps.of(part.top(), part.bottom(), height, pixels.height());
        int rows = down.end() - down.begin();
        float[] narrow = new float[rows * width * CHANNELS];
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < width; x++) {
                mix(pixels, down.begin() + row, across, x, narrow, (row * width + x) * CHANNELS);
            }
        }
        float[] rgb = new float[height * width * CHANNELS];
        int line = width * CHANNELS;
        for (int y = 0; y < height; y++) {
            for (int tap = 0; tap < down.count(y); tap++) {
                int from = (down.from(y) + tap - down.begin()) * line;
                float weight = down.weight(y, tap);
                for (int i = 0; i < line; i++) {
                    rgb[y * line + i] += narrow[from + i] * weight;
                }
            }
        }
        return new Patch(width, height, rgb);
    }

    private static void mix(Pixels pixels, int row, Taps across, int x, float[] out, int at) {
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int tap = 0; tap < across.count(x); tap++) {
            int colour = pixels.rgb(across.from(x) + tap, row);
            float weight = across.weight(x, tap);
            red += (colour >> 16 & 0xFF) * weight;
            green += (colour >> 8 & 0xFF) * weight;
            blue += (colour & 0xFF) * weight;
        }
        out[at] = red;
        out[at + 1] = green;
        out[at + 2] = blue;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** 0 red, 1 green, 2 blue. */
    float channel(int x, int y, int channel) {
        return rgb[(y * width + x) * CHANNELS + channel];
    }

    float luma(int x, int y) {
        return 0.299f * channel(x, y, 0) + 0.587f * channel(x, y, 1) + 0.114f * channel(x, y, 2);
    }
}
