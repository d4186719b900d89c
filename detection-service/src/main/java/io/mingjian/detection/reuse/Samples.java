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
        float[] once = new float[width];
        float[] twice = new float[width];
        float[][] columns = new float[SIDE][height];
        int window = window(width);
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            smooth(row, once, window);
            smooth(once, twice, window);
            for (int column = 0; column < SIDE; column++) {
                columns[column][y] = twice[middle(column, width)];
            }
        }
        return new Samples(down(columns, height));
    }

    private static float[] down(float[][] columns, int height) {
        float[] cells = new float[SIDE * SIDE];
        float[] once = new float[height];
        float[] twice = new float[height];
        int window = window(height);
        for (int column = 0; column < SIDE; column++) {
            smooth(columns[column], once, window);
            smooth(once, twice, window);
            for (int row = 0; row < SIDE; row++) {
                cells[row * SIDE + column] = twice[middle(row, height)];
            }
        }
        return cells;
    }

    private static int middle(int field, int length) {
        return (int) ((field + 0.5) * length / SIDE);
    }

    private static int window(int length) {
        return (length + 2 * SIDE - 1) / (2 * SIDE);
    }

    /** Running mean; an even window reaches one further ahead than back, at the ends it shrinks. */
    private static void smooth(float[] in, float[] out, int window) {
        int ahead = Math.min(window / 2, in.length - 1);
        int back = (window - 1) / 2;
        float sum = 0;
        int count = 0;
        for (int i = 0; i < ahead; i++) {
            sum += in[i];
            count++;
        }
        for (int i = 0; i < in.length; i++) {
            if (i + ahead < in.length) {
                sum += in[i + ahead];
                count++;
            }
            if (i - back > 0) {
                sum -= in[i - back - 1];
                count--;
            }
            out[i] = sum / count;
        }
    }
}
