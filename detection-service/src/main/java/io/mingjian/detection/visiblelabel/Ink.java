package io.mingjian.detection.visiblelabel;

import io.mingjian.detection.media.Pixels;

/**
 * How a line stands out from what lies behind it, estimated from the two shades that part its box
 * best; the shade that prevails along the border of the box lies behind.
 *
 * @param contrast difference of the two shades, 0 to 255
 * @param opacity share of pure white or black in the letters, if they are that; 0 to 1
 */
record Ink(int contrast, double opacity) {
    private static final int HEIGHT = 32;
    private static final int LONGEST = 1_024;
    private static final int SHADES = 256;

    static Ink of(Pixels pixels, Box box) {
        int width = (int) Math.max(1, Math.min(LONGEST, HEIGHT * box.width() / box.height()));
        Patch patch = Patch.of(pixels, box, width, HEIGHT);
        int[] histogram = new int[SHADES];
        int[] border = new int[SHADES];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                int shade = Math.max(0, Math.min(SHADES - 1, Math.round(patch.luma(x, y))));
                histogram[shade]++;
                if (y == 0 || x == 0 || y == HEIGHT - 1 || x == width - 1) {
                    border[shade]++;
                }
            }
        }
        int split = split(histogram);
        double dark = mean(histogram, 0, split);
        double light = mean(histogram, split, SHADES);
        boolean onDark = count(border, 0, split) >= count(border, split, SHADES);
        double contrast = light - dark;
        double reach = onDark ? SHADES - 1 - dark : light;
        double opacity = reach == 0 ? 0 : Math.min(1, contrast / reach);
        return new Ink((int) Math.round(contrast), Math.round(opacity * 100) / 100.0);
    }

    /** Otsu's threshold: the shades on both sides of it differ most. */
    private static int split(int[] histogram) {
        int best = 1;
        double most = -1;
        for (int split = 1; split < SHADES; split++) {
            double below = count(histogram, 0, split);
            double above = count(histogram, split, SHADES);
            double apart = mean(histogram, split, SHADES) - mean(histogram, 0, split);
            if (below > 0 && above > 0 && below * above * apart * apart > most) {
                most = below * above * apart * apart;
                best = split;
            }
        }
        return best;
    }

    private static long count(int[] histogram, int from, int to) {
        long count = 0;
        for (int shade = from; shade < to; shade++) {
            count += histogram[shade];
        }
        return count;
    }

    private static double mean(int[] histogram, int from, int to) {
        double sum = 0;
        for (int shade = from; shade < to; shade++) {
            sum += (double) shade * histogram[shade];
        }
        return sum / Math.max(1, count(histogram, from, to));
    }
}
