package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Pixels;

/** A small grey picture, one unsigned byte a pixel. */
final class Plane {
    private final int width;
    private final int height;
    private final byte[] grey;

    Plane(int width, int height, byte[] grey) {
        if (width < 1 || height < 1 || grey.length != width * height) {
            throw new IllegalArgumentException("grey values and size differ");
        }
        this.width = width;
        this.height = height;
        this.grey = grey;
    }

    /** Luma of one pixel, 0 to 255. */
    private interface Luma {
        double at(int x, int y);
    }

    /** Shrinks by area so that the longer side has at most this many pixels; never enlarges. */
    static Plane shrunk(Pixels pixels, int longSide) {
        return shrunk(pixels.width(), pixels.height(), longSide, (x, y) -> luma(pixels.rgb(x, y)));
    }

    Plane shrunk(int longSide) {
        return Math.max(width, height) <= longSide
                ? this
                : shrunk(width, height, longSide, this::at);
    }

    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }

    private static Plane shrunk(int width, int height, int longSide, Luma luma) {
        double factor = Math.min(1.0, (double) longSide / Math.max(width, height));
        int columns = Math.max(1, (int) Math.round(width * factor));
        int rows = Math.max(1, (int) Math.round(height * factor));
        double[] total = new double[columns * rows];
        double[] line = new double[columns];
        Spread across = Spread.of(width, columns);
        Spread down = Spread.of(height, rows);
        for (int y = 0; y < height; y++) {
            across.add(luma, y, line);
            int row = down.cells[y];
            add(total, row, line, down.first[y]);
            if (down.second[y] != 0) {
                add(total, row + 1, line, down.second[y]);
            }
        }
        byte[] means = new byte[total.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (byte) Math.max(0, Math.min(255, Math.round(total[i])));
        }
        return new Plane(columns, rows, means);
    }

    private static void add(double[] total, int row, double[] line, double share) {
        int at = row * line.length;
        for (int x = 0; x < line.length; x++) {
            total[at + x] += line[x] * share;
        }
    }

    /**
     * In which cell each of many pixels lies, and with what share; the last one of a cell may lie
     * across a border and so in the next as well. Worked out once for all rows, because a large
     * picture has thousands.
     *
     * @param cells of each pixel
     * @param last pixel of each cell
     */
    private record Spread(int[] cells, int[] last, double[] first, double[] second) {
        static Spread of(int pixels, int cells) {
            Spread spread =
                    new Spread(
                            new int[pixels],
                            new int[cells],
                            new double[pixels],
                            new double[pixels]);
            double scale = (double) pixels / cells;
            for (int x = 0; x < pixels; x++) {
                double from = x / scale;
                double to = (x + 1) / scale;
                int cell = Math.min((int) from, cells - 1);
                spread.cells[x] = cell;
                spread.last[cell] = x;
                spread.first[x] = Math.max(0, Math.min(to, cell + 1) - Math.max(from, cell));
                if (cell + 1 < cells && cell + 1 < to) {
                    spread.second[x] = to - (cell + 1);
                }
            }
            return spread;
        }

        /** Sums of one row. A sum stays in the processor until its cell is full. */
        void add(Luma luma, int y, double[] line) {
            int x = 0;
            double next = 0;
            for (int cell = 0; cell < line.length; cell++) {
                double sum = next;
                for (; x < last[cell]; x++) {
                    sum += luma.at(x, y) * first[x];
                }
                double value = luma.at(x, y);
                line[cell] = sum + value * first[x];
                next = value * second[x];
                x++;
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] bytes() {
        return grey.clone();
    }

    int at(int x, int y) {
        return grey[y * width + x] & 0xFF;
    }

    /** The value between pixels; pixel centres lie at halves. Outside, the nearest edge. */
    double between(double x, double y) {
        double across = Math.max(0, Math.min(width - 1.0, x - 0.5));
        double down = Math.max(0, Math.min(height - 1.0, y - 0.5));
        int left = Math.min((int) across, Math.max(0, width - 2));
        int top = Math.min((int) down, Math.max(0, height - 2));
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double h = across - left;
        double v = down - top;
        double upper = at(left, top) * (1 - h) + at(right, top) * h;
        double lower = at(left, bottom) * (1 - h) + at(right, bottom) * h;
        return upper * (1 - v) + lower * v;
    }
}
