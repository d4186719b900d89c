package io.mingjian.detection.model;

import io.mingjian.detection.media.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * Square parts of a picture, evenly spread and never resized: resizing would wipe away what is
 * looked for. The training looks at the same places.
 */
final class Tiles {
    /** Side in pixels, as the network was trained. */
    static final int SIDE = 96;

    static final int CHANNELS = 3;

    private Tiles() {}

    /** Left upper corner. */
    record Corner(int x, int y) {}

    /** At most so many along each side; none when the picture is smaller than one. */
    static List<Corner> corners(int width, int height, int across) {
        List<Corner> corners = new ArrayList<>();
        for (int y : starts(height, across)) {
            for (int x : starts(width, across)) {
                corners.add(new Corner(x, y));
            }
        }
        return corners;
    }

    private static int[] starts(int length, int across) {
        int count = Math.min(across, length / SIDE);
        if (count <= 0) {
            return new int[0];
        }
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? (length - SIDE) / 2 : i * (length - SIDE) / (count - 1);
        }
        return starts;
    }

    /** Red, green and blue planes of each tile after each other, 0 to 255. */
    static float[] values(Pixels pixels, List<Corner> corners) {
        int plane = SIDE * SIDE;
        float[] values = new float[corners.size() * CHANNELS * plane];
        int at = 0;
        for (Corner corner : corners) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int rgb = pixels.rgb(corner.x() + x, corner.y() + y);
                    int here = at + y * SIDE + x;
                    values[here] = rgb >> 16 & 0xFF;
                    values[here + plane] = rgb >> 8 & 0xFF;
                    values[here + 2 * plane] = rgb & 0xFF;
                }
            }
            at += CHANNELS * plane;
        }
        return values;
    }
}
