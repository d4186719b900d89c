package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Pixels;

/**
 * 64×64 luma samples of a picture as PDQ takes them: two passes of a running mean along the rows
 * and along the columns, then the value at the middle of each of 64×64 fields. Means along rows and
 * along columns can change places, so each row is smoothed and sampled as it is read, and no copy
 * of the whole picture is needed.
 */
final class Samples {
    static final int SIDE = 64;

    private final float[] cells;

    private Samples(float[] cells) {
        this.cells = cells;
    }

    /** Fills an array with the luma of one row, 0 to 255. */
    private interface Rows {
        void read(int y, float[] into);
    }

    static Samples of(Pixels pixels, Window window) {
        int left = (int) Math.round(window.x() * pixels.width());
        int top = (int) Math.round(window.y() * pixels.height());
        int width = Math.max(1, (int) Math.round(window.width() * pixels.width()));
        int height = Math.max(1, (int) Math.round(window.height() * pixels.height()));
        return of(
                Math.min(width, pixels.width() - left),
                Math.min(height, pixels.height() - top),
                (y, row) -> {
                    for (int x = 0; x < row.length; x++) {
                        int rgb = pixels.rgb(left + x, top + y);
                        row[x] =
                                0.299f * (rgb >> 16 & 0xFF)
                                        + 0.587f * (rgb >> 8 & 0xFF)
                                        + 0.114f * (rgb & 0xFF);
                    }
                });
    }

    static Samples of(Plane plane) {
        return of(
                plane.width(),
                plane.height(),
                (y, row) -> {
                    for (int x = 0; x < row.length; x++) {
                        row[x] = plane.at(x, y);
                    }
                });
    }

    float[] cells() {
        return cells;
    }

    private static Samples of(int width, int height, Rows rows) {
        float[] row = new float[width];
        Lanes read = new Lanes(width);
        Lanes once = new Lanes(width);
        int[] middles = middles(width);
        float[][] columns = new float[SIDE][height];
        for (int y = 0; y < height; y += Lanes.COUNT) {
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                // The last rows fill the lanes more than once.
                rows.read(Math.min(y + lane, height - 1), row);
                read.put(lane, row);
            }
            read.smooth(once, window(width));
            float[][] samples = once.smooth(middles, window(width));
            for (int lane = 0; lane < Math.min(Lanes.COUNT, height - y); lane++) {
                for (int column = 0; column < SIDE; column++) {
                    columns[column][y + lane] = samples[lane][column];
                }
            }
        }
        return new Samples(down(columns, height));
    }

    private static float[] down(float[][] columns, int height) {
        float[] cells = new float[SIDE * SIDE];
        Lanes read = new Lanes(height);
        Lanes once = new Lanes(height);
        int[] middles = middles(height);
        for (int column = 0; column < SIDE; column += Lanes.COUNT) {
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                read.put(lane, columns[column + lane]);
            }
            read.smooth(once, window(height));
            float[][] samples = once.smooth(middles, window(height));
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                for (int row = 0; row < SIDE; row++) {
                    cells[row * SIDE + column + lane] = samples[lane][row];
                }
            }
        }
        return cells;
    }

    private static int[] middles(int length) {
        int[] middles = new int[SIDE];
        for (int field = 0; field < SIDE; field++) {
            middles[field] = (int) ((field + 0.5) * length / SIDE);
        }
        return middles;
    }

    private static int window(int length) {
        return (length + 2 * SIDE - 1) / (2 * SIDE);
    }
}
