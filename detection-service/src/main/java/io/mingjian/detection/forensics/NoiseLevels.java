package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Strength of the noise in fields of 16 pixels beside the middle of all fields. It is measured by
 * the finest diagonal differences, of which the largest fifth is left out, because edges make them;
 * their median alone (D. Donoho, 1995) is nought in most fields of a compressed picture.
 */
final class NoiseLevels {
    private static final int FIELD = 16;
    private static final double KEPT = 0.8;

    /** Grey values below which compression has left no noise to measure. */
    private static final double LEAST = 0.02;

    private NoiseLevels() {}

    static byte[] png(Pixels pixels) {
        int columns = Math.max(1, pixels.width() / FIELD);
        int rows = Math.max(1, pixels.height() / FIELD);
        double[] levels = new double[columns * rows];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(pixels, i % columns * FIELD, i / columns * FIELD);
        }
        double[] measurable = Arrays.stream(levels).filter(level -> level > LEAST).toArray();
        double usual = measurable.length == 0 ? 1 : Cells.quantile(measurable, 0.5);
        int square = Math.max(1, Cells.LONG_SIDE / Math.max(columns, rows));
        BufferedImage image =
                new BufferedImage(columns * square, rows * square, BufferedImage.TYPE_INT_RGB);
        Cells.draw(levels, columns, image, 0, 0, square, level -> colour(parts(level, usual)));
        return Cells.png(image);
    }

    private static double level(Pixels pixels, int left, int top) {
        double[] steps = new double[FIELD * FIELD / 4];
        int count = 0;
        for (int y = top; y < top + FIELD; y += 2) {
            for (int x = left; x < left + FIELD; x += 2) {
                steps[count++] =
                        Math.abs(
                                        luma(pixels, x, y)
                                                - luma(pixels, x + 1, y)
                                                - luma(pixels, x, y + 1)
                                                + luma(pixels, x + 1, y + 1))
                                / 2;
            }
        }
        Arrays.sort(steps);
        return Arrays.stream(steps, 0, (int) (KEPT * count)).average().orElseThrow();
    }

    /** 1 for four times as much, -1 for a quarter and less. */
    private static double parts(double level, double usual) {
        return level <= LEAST ? -1 : Math.log(level / usual) / Math.log(4);
    }

    private static double luma(Pixels pixels, int x, int y) {
        return 0.299 * pixels.red(x, y) + 0.587 * pixels.green(x, y) + 0.114 * pixels.blue(x, y);
    }

    /** From -1 blue over grey to 1 red. */
    static int colour(double part) {
        double share = Math.max(-1, Math.min(1, part));
        int faded = (int) Math.round(190 * (1 - Math.abs(share)));
        int strong = (int) Math.round(190 + 65 * Math.abs(share));
        return share >= 0 ? strong << 16 | faded << 8 | faded : faded << 16 | faded << 8 | strong;
    }
}
