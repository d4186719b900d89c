package io.mingjian.detection.evaluation;

import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.Shrunk;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Makes both classes alike before anything is measured: the long side drawn from one range and a
 * tenth smaller than it was at least, one of three kernels, JPEG 75 to 95 with halved colours.
 * Without it a detector finds the history of the files and nothing else.
 */
final class MatchedChain {
    private static final int LEAST_SIDE = 460;
    private static final int MOST_SIDE = 1080;
    private static final double LEAST_SHRINKING = 0.9;

    private MatchedChain() {}

    static byte[] file(Pixels pixels, Random random) {
        double most = LEAST_SHRINKING * Math.max(pixels.width(), pixels.height());
        double drawn = LEAST_SIDE + random.nextDouble() * (MOST_SIDE - LEAST_SIDE);
        int side = Math.max(1, (int) Math.min(most, drawn));
        int kernel = random.nextInt(3);
        double quality = (75 + random.nextInt(21)) / 100.0;
        return Altered.jpeg(shrunk(pixels, side, kernel), quality);
    }

    private static BufferedImage shrunk(Pixels pixels, int side, int kernel) {
        if (kernel == 0) {
            return image(Shrunk.of(pixels, side));
        }
        // The other two look at few neighbours: a picture much larger is brought near by means.
        BufferedImage near =
                Math.max(pixels.width(), pixels.height()) > 2 * side
                        ? image(Shrunk.of(pixels, 2 * side))
                        : image(pixels);
        double factor = (double) side / Math.max(near.getWidth(), near.getHeight());
        return Altered.scaled(
                near,
                Math.max(1, (int) Math.round(near.getWidth() * factor)),
                Math.max(1, (int) Math.round(near.getHeight() * factor)),
                kernel == 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    static BufferedImage image(Pixels pixels) {
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                image.setRGB(x, y, pixels.rgb(x, y));
            }
        }
        return image;
    }

    private static BufferedImage image(Shrunk shrunk) {
        BufferedImage image =
                new BufferedImage(shrunk.width(), shrunk.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < shrunk.height(); y++) {
            for (int x = 0; x < shrunk.width(); x++) {
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    rgb = rgb << 8 | Math.round(shrunk.channel(x, y, channel));
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
