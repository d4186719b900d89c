package io.mingjian.acceptance.picture;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A picture as somebody takes it from a screen: a little from the side, with the stripes of the
 * panel, dark around, with the noise of a sensor.
 */
final class Rephotographed {
    private static final int WIDTH = 1500;
    private static final int HEIGHT = 1125;
    private static final int DARK = 24;
    private static final double NOISE = 4;

    /** How much of its light a stripe of another colour lets through. */
    private static final double BESIDE = 0.82;

    private final BufferedImage screen;
    private final Random random;

    /** Rows of the mapping from the photograph to fractions of the screen. */
    private final double[] back;

    private Rephotographed(BufferedImage screen, long seed) {
        this.screen = screen;
        this.random = new Random(seed);
        this.back =
                inverse(
                        mapping(
                                new double[] {edge(0.06), edge(0.93), edge(0.96), edge(0.04)},
                                new double[] {edge(0.08), edge(0.05), edge(0.94), edge(0.9)}));
    }

    static BufferedImage of(BufferedImage screen, long seed) {
        return new Rephotographed(screen, seed).taken();
    }

    private double edge(double share) {
        return share + 0.02 * (random.nextDouble() - 0.5);
    }

    private BufferedImage taken() {
        BufferedImage photograph = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                photograph.setRGB(x, y, pixel((x + 0.5) / WIDTH, (y + 0.5) / HEIGHT));
            }
        }
        return photograph;
    }

    private int pixel(double x, double y) {
        double depth = back[6] * x + back[7] * y + back[8];
        double across = (back[0] * x + back[1] * y + back[2]) / depth;
        double down = (back[3] * x + back[4] * y + back[5]) / depth;
        boolean onScreen = across >= 0 && across < 1 && down >= 0 && down < 1;
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double light = onScreen ? shown(across, down, channel) : DARK;
            light += random.nextGaussian() * NOISE;
            rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(light)));
        }
        return rgb;
    }

    private double shown(double across, double down, int channel) {
        double x = across * (screen.getWidth() - 1);
        double y = down * (screen.getHeight() - 1);
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, screen.getWidth() - 1);
        int below = Math.min(top + 1, screen.getHeight() - 1);
        double upper = mixed(light(left, top, channel), light(right, top, channel), x - left);
        double lower = mixed(light(left, below, channel), light(right, below, channel), x - left);
        boolean ownStripe = (int) (x * 3) % 3 == channel;
        return mixed(upper, lower, y - top) * (ownStripe ? 1 : BESIDE);
    }

    private static double mixed(double one, double other, double share) {
        return one + (other - one) * share;
    }

    private int light(int x, int y, int channel) {
        return screen.getRGB(x, y) >> 16 - 8 * channel & 0xFF;
    }

    /**
     * From the unit square to four corners, beginning at the upper left, clockwise. Heckbert,
     * "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.
     */
    private static double[] mapping(double[] x, double[] y) {
        double x1 = x[1] - x[2];
        double x2 = x[3] - x[2];
        double x3 = x[0] - x[1] + x[2] - x[3];
        double y1 = y[1] - y[2];
        double y2 = y[3] - y[2];
        double y3 = y[0] - y[1] + y[2] - y[3];
        double whole = x1 * y2 - x2 * y1;
        double g = (x3 * y2 - x2 * y3) / whole;
        double h = (x1 * y3 - x3 * y1) / whole;
        return new double[] {
            x[1] - x[0] + g * x[1],
            x[3] - x[0] + h * x[3],
            x[0],
            y[1] - y[0] + g * y[1],
            y[3] - y[0] + h * y[3],
            y[0],
            g,
            h,
            1
        };
    }

    /** Up to a factor, which does not matter here. */
    private static double[] inverse(double[] m) {
        return new double[] {
            m[4] * m[8] - m[5] * m[7],
            m[2] * m[7] - m[1] * m[8],
            m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8],
            m[0] * m[8] - m[2] * m[6],
            m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6],
            m[1] * m[6] - m[0] * m[7],
            m[0] * m[4] - m[1] * m[3]
        };
    }
}
