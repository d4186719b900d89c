package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Pixels;
import java.util.Arrays;

/**
 * A small grey picture, one unsigned byte a pixel, with sums ready for averages over any rectangle.
 */
final class Plane {
    private final int width;
    private final int height;
    private final byte[] grey;
    private final double[] sums;

    Plane(int width, int height, byte[] grey) {
        if (width < 1 || height < 1 || grey.length != width * height) {
            throw new IllegalArgumentException("grey values and size differ");
        }
        this.width = width;
        this.height = height;
        this.grey = grey;
        this.sums = summed();
    }

    /** Shrinks by area so that the longer side has at most this many pixels; never enlarges. */
    static Plane shrunk(Pixels pixels, int longSide) {
        double factor =
                Math.min(1.0, (double) longSide / Math.max(pixels.width(), pixels.height()));
        int width = Math.max(1, (int) Math.round(pixels.width() * factor));
        int height = Math.max(1, (int) Math.round(pixels.height() * factor));
        return new Plane(width, height, areaMeans(pixels, width, height));
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

    /** Means over a grid laid on a rectangle given in fractions of the picture, row by row. */
    double[] grid(Window window, int columns, int rows) {
        double[] cells = new double[columns * rows];
        double[] xs = edges(window.x(), window.width(), columns, width);
        double[] ys = edges(window.y(), window.height(), rows, height);
        double[] above = sumsUpTo(xs, ys[0]);
        for (int row = 0; row < rows; row++) {
            double[] below = sumsUpTo(xs, ys[row + 1]);
            for (int column = 0; column < columns; column++) {
                double area = (xs[column + 1] - xs[column]) * (ys[row + 1] - ys[row]);
                double sum = below[column + 1] - below[column] - above[column + 1] + above[column];
                cells[row * columns + column] = sum / area;
            }
            above = below;
        }
        return cells;
    }

    Plane turned(Turn turn) {
        if (turn == Turn.NONE) {
            return this;
        }
        int outWidth = turn.swapsSides() ? height : width;
        int outHeight = turn.swapsSides() ? width : height;
        byte[] out = new byte[grey.length];
        for (int y = 0; y < outHeight; y++) {
            for (int x = 0; x < outWidth; x++) {
                int seenX = turn.fromRight() ? outWidth - 1 - x : x;
                int seenY = turn.fromBottom() ? outHeight - 1 - y : y;
                int source = turn.swapsSides() ? seenX * width + seenY : seenY * width + seenX;
                out[y * outWidth + x] = grey[source];
            }
        }
        return new Plane(outWidth, outHeight, out);
    }

    private static double[] edges(double start, double length, int cells, int pixels) {
        double[] edges = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            edges[i] = Math.max(0, Math.min(pixels, (start + length * i / cells) * pixels));
        }
        return edges;
    }

    private double[] sumsUpTo(double[] xs, double y) {
        int row = Math.min((int) y, height - 1);
        double part = y - row;
        double[] result = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            int column = Math.min((int) xs[i], width - 1);
            double across = xs[i] - column;
            double upper = between(row, column, across);
            double lower = between(row + 1, column, across);
            result[i] = upper + (lower - upper) * part;
        }
        return result;
    }

    private double between(int row, int column, double across) {
        double left = sums[row * (width + 1) + column];
        return left + (sums[row * (width + 1) + column + 1] - left) * across;
    }

    private double[] summed() {
        double[] table = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            double line = 0;
            for (int x = 0; x < width; x++) {
                line += at(x, y);
                table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1] + line;
            }
        }
        return table;
    }

    private static byte[] areaMeans(Pixels pixels, int width, int height) {
        double[] total = new double[width * height];
        double[] line = new double[width];
        double rowScale = (double) pixels.height() / height;
        for (int y = 0; y < pixels.height(); y++) {
            Arrays.fill(line, 0);
            shrinkLine(pixels, y, line);
            double from = y / rowScale;
            double to = (y + 1) / rowScale;
            for (int row = (int) from; row < height && row < to; row++) {
                double share = Math.min(to, row + 1) - Math.max(from, row);
                for (int x = 0; x < width; x++) {
                    total[row * width + x] += line[x] * share;
                }
            }
        }
        byte[] means = new byte[total.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (byte) Math.max(0, Math.min(255, Math.round(total[i])));
        }
        return means;
    }

    private static void shrinkLine(Pixels pixels, int y, double[] line) {
        double scale = (double) pixels.width() / line.length;
        for (int x = 0; x < pixels.width(); x++) {
            int rgb = pixels.rgb(x, y);
            double luma =
                    0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
            double from = x / scale;
            double to = (x + 1) / scale;
            for (int cell = (int) from; cell < line.length && cell < to; cell++) {
                line[cell] += luma * (Math.min(to, cell + 1) - Math.max(from, cell));
            }
        }
    }
}
