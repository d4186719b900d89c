package io.mingjian.detection.forensics;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import javax.imageio.ImageIO;

/** Means over square cells of a picture, and their picture. */
final class Cells {
    /** Long side of the pictures that are drawn, at most. */
    static final int LONG_SIDE = 1_024;

    private final int side;
    private final int columns;
    private final int rows;
    private final double[] sums;
    private final int[] counts;

    /**
     * @param side of a cell in pixels
     */
    Cells(int width, int height, int side) {
        this.side = side;
        this.columns = (width + side - 1) / side;
        this.rows = (height + side - 1) / side;
        this.sums = new double[columns * rows];
        this.counts = new int[columns * rows];
    }

    /** The side of cells of which {@link #LONG_SIDE} make the picture's long side. */
    static int side(int width, int height) {
        return Math.max(1, (Math.max(width, height) + LONG_SIDE - 1) / LONG_SIDE);
    }

    void add(int x, int y, double value) {
        int at = y / side * columns + x / side;
        sums[at] += value;
        counts[at]++;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** One value for each cell, row by row. */
    double[] means() {
        double[] means = new double[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / Math.max(1, counts[i]);
        }
        return means;
    }

    /** The value below which so large a share lies. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Draws values of a grid into a picture, each as a square. */
    static void draw(
            double[] values,
            int columns,
            BufferedImage into,
            int left,
            int top,
            int square,
            DoubleFunction<Integer> colour) {
        for (int i = 0; i < values.length; i++) {
            int rgb = colour.apply(values[i]);
            for (int y = 0; y < square; y++) {
                for (int x = 0; x < square; x++) {
                    into.setRGB(
                            left + i % columns * square + x, top + i / columns * square + y, rgb);
                }
            }
        }
    }

    static int grey(double share) {
        int level = (int) Math.round(255 * Math.max(0, Math.min(1, share)));
        return level << 16 | level << 8 | level;
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
