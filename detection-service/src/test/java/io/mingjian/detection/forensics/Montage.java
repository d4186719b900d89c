package io.mingjian.detection.forensics;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Copies one part of a picture to another place, as the measurements and tests need it. */
final class Montage {
    private static final double SIDE = 0.22;
    private static final int TRIES = 200;

    private Montage() {}

    /** A picture with a part in it twice; the part is told as left, top, width, height. */
    record Pasted(BufferedImage image, int[] source, int[] target) {}

    /** A part of 22 % of either side, with an edge that fades over a tenth of it. */
    static Pasted pasted(BufferedImage image, Random random) {
        int width = (int) (image.getWidth() * SIDE);
        int height = (int) (image.getHeight() * SIDE);
        int[] source = place(image, width, height, random);
        int[] target = place(image, width, height, random);
        for (int i = 0; i < TRIES && touch(source, target); i++) {
            target = place(image, width, height, random);
        }
        return new Pasted(with(image, source, target), source, target);
    }

    private static int[] place(BufferedImage image, int width, int height, Random random) {
        return new int[] {
            random.nextInt(image.getWidth() - width),
            random.nextInt(image.getHeight() - height),
            width,
            height
        };
    }

    private static boolean touch(int[] one, int[] other) {
        return Math.abs(one[0] - other[0]) < one[2] && Math.abs(one[1] - other[1]) < one[3];
    }

    private static BufferedImage with(BufferedImage image, int[] source, int[] target) {
        BufferedImage out = scaled(image, image.getWidth(), image.getHeight());
        for (int y = 0; y < source[3]; y++) {
            for (int x = 0; x < source[2]; x++) {
                double cover = cover(x, source[2]) * cover(y, source[3]);
                int from = image.getRGB(source[0] + x, source[1] + y);
                int under = image.getRGB(target[0] + x, target[1] + y);
                out.setRGB(target[0] + x, target[1] + y, mixed(from, under, cover));
            }
        }
        return out;
    }

    private static double cover(int at, int length) {
        double fade = 0.1 * length;
        return Math.min(1, Math.min(at + 1, length - at) / fade);
    }

    private static int mixed(int from, int under, double cover) {
        int mixed = 0;
        for (int channel = 16; channel >= 0; channel -= 8) {
            double value =
                    (from >> channel & 0xFF) * cover + (under >> channel & 0xFF) * (1 - cover);
            mixed = mixed << 8 | (int) Math.round(value);
        }
        return mixed;
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return out;
    }

    static BufferedImage scaled(BufferedImage image, double factor) {
        return scaled(
                image,
                Math.max(1, (int) Math.round(image.getWidth() * factor)),
                Math.max(1, (int) Math.round(image.getHeight() * factor)));
    }

    static BufferedImage saved(BufferedImage image, double quality) {
        return PictureDrawer.read(PictureDrawer.jpeg(image, quality));
    }
}
