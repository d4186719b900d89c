package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Shrunk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Where in the picture colours are more saturated than in most camera pictures: a transparent PNG
 * of the picture's own aspect, to be laid over it. Each tile is coloured by the percentile of its
 * mean saturation; below the median it stays clear. A picture to look at, no evidence of anything.
 */
public final class SaturationMap {
    private static final int TILE = 16;
    private static final int LEAST_SIDE = 64;
    private static final int DEEPEST = 190;

    private SaturationMap() {}

    /** Empty when the picture is too small or cannot be decoded. */
    public static Optional<byte[]> png(EvidencePicture picture) {
        boolean small = Math.min(picture.width(), picture.height()) < LEAST_SIDE;
        if (small || !(picture.pixels() instanceof Decoding.Decoded decoded)) {
            return Optional.empty();
        }
        Shrunk shrunk = decoded.pixels().small(Saturation.LONG_SIDE);
        BufferedImage map =
                new BufferedImage(shrunk.width(), shrunk.height(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < shrunk.height(); y += TILE) {
            for (int x = 0; x < shrunk.width(); x += TILE) {
                paint(map, shrunk, x, y);
            }
        }
        return Optional.of(written(map));
    }

    private static void paint(BufferedImage map, Shrunk shrunk, int left, int top) {
        int right = Math.min(left + TILE, shrunk.width());
        int bottom = Math.min(top + TILE, shrunk.height());
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += shrunk.saturation(x, y);
            }
        }
        double mean = sum / ((right - left) * (bottom - top));
        int colour = colour(SaturationReference.shipped().all().percentile("tileSaturation", mean));
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                map.setRGB(x, y, colour);
            }
        }
    }

    /** Clear up to the median, then yellow to red with growing cover. */
    static int colour(int percentile) {
        if (percentile <= 50) {
            return 0;
        }
        int alpha = DEEPEST * (percentile - 50) / 50;
        int green = 200 - 200 * (percentile - 50) / 50;
        return alpha << 24 | 255 << 16 | green << 8;
    }

    private static byte[] written(BufferedImage map) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(map, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
