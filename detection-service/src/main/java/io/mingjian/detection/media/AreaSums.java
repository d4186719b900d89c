package io.mingjian.detection.media;

/**
 * Sums over a plane of values, ready for means over any rectangle. Rectangles are given in
 * fractions of the sides; pixels at their edges count in part.
 */
public final class AreaSums {
    private final int width;
    private final int height;
    private final double[] sums;

    /** The value of one pixel. */
    public interface Plane {
        double at(int x, int y);
    }

    public AreaSums(int width, int height, Plane plane) {
        this.width = width;
        this.height = height;
        this.sums = summed(width, height, plane);
    }

    /** Means over a grid laid on a rectangle, row by row. */
    public double[] means(double x, double y, double across, double down, int columns, int rows) {
        double[] cells = new double[columns * rows];
        double[] xs = edges(x, across, columns, width);
        double[] ys = edges(y, down, rows, height);
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

    private static double[] summed(int width, int height, Plane plane) {
        double[] table = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            double line = 0;
            for (int x = 0; x < width; x++) {
                line += plane.at(x, y);
                table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1] + line;
            }
        }
        return table;
    }
}
