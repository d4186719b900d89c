package io.mingjian.detection.reuse;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.Random;

/** What people do to a picture before they send it a second time. */
final class Laundering {
    private Laundering() {}

    static BufferedImage resaved(BufferedImage image, double quality) {
        return PictureDrawer.read(PictureDrawer.jpeg(image, quality));
    }

    static BufferedImage resized(BufferedImage image, double factor) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        return scaled(image, width, height);
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

    /** Keeps a part of each side; where it lies is drawn. */
    static BufferedImage cropped(BufferedImage image, double side, Random random) {
        int width = (int) (image.getWidth() * side);
        int height = (int) (image.getHeight() * side);
        int x = random.nextInt(image.getWidth() - width + 1);
        int y = random.nextInt(image.getHeight() - height + 1);
        return flat(image.getSubimage(x, y, width, height));
    }

    /** Keeps the middle or a corner, as by hand. */
    static BufferedImage croppedByHand(BufferedImage image, double side, Random random) {
        int width = (int) (image.getWidth() * side);
        int height = (int) (image.getHeight() * side);
        int across = random.nextInt(3);
        int down = random.nextInt(3);
        return flat(
                image.getSubimage(
                        (image.getWidth() - width) * across / 2,
                        (image.getHeight() - height) * down / 2,
                        width,
                        height));
    }

    static BufferedImage framed(BufferedImage image, double share, Color colour) {
        int mat = (int) (Math.max(image.getWidth(), image.getHeight()) * share);
        BufferedImage out =
                new BufferedImage(
                        image.getWidth() + 2 * mat,
                        image.getHeight() + 2 * mat,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.drawImage(image, mat, mat, null);
        g.dispose();
        return out;
    }

    static BufferedImage toned(BufferedImage image) {
        return new RescaleOp(1.25f, 12, null).filter(flat(image), null);
    }

    static BufferedImage mirrored(BufferedImage image) {
        AffineTransform mirror = AffineTransform.getScaleInstance(-1, 1);
        mirror.translate(-image.getWidth(), 0);
        return new AffineTransformOp(mirror, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(flat(image), null);
    }

    static BufferedImage quarterTurned(BufferedImage image) {
        BufferedImage out =
                new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.setRGB(image.getHeight() - 1 - y, x, image.getRGB(x, y));
            }
        }
        return out;
    }

    /** Shown on a screen with other pixels and cut a little unevenly. */
    static BufferedImage screenshot(BufferedImage image) {
        BufferedImage shown = resized(image, 1.37);
        int x = shown.getWidth() / 66;
        int y = shown.getHeight() / 50;
        return resaved(
                flat(shown.getSubimage(x, y, shown.getWidth() - 2 * x, shown.getHeight() - 2 * y)),
                0.9);
    }

    private static BufferedImage flat(BufferedImage image) {
        return scaled(image, image.getWidth(), image.getHeight());
    }
}
