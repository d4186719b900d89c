package io.mingjian.detection.thumbnail;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What people do to pictures, made by a seed. */
final class Edits {
    private Edits() {}

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // Halved step by step, so that no pixel is left out.
        BufferedImage source = image;
        while (source.getWidth() >= 2 * width && source.getHeight() >= 2 * height) {
            source = halved(source);
        }
        g.drawImage(source, 0, 0, width, height, null);
        g.dispose();
        return scaled;
    }

    private static BufferedImage halved(BufferedImage image) {
        BufferedImage half =
                new BufferedImage(
                        image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = half.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, half.getWidth(), half.getHeight(), null);
        g.dispose();
        return half;
    }

    /** A rectangle that keeps so much of each side, at a random place. */
    static BufferedImage cropped(BufferedImage image, double side, Random random) {
        int width = (int) (image.getWidth() * side);
        int height = (int) (image.getHeight() * side);
        int x = random.nextInt(image.getWidth() - width + 1);
        int y = random.nextInt(image.getHeight() - height + 1);
        return copy(image.getSubimage(x, y, width, height));
    }

    /** A part of another picture, of so much of the area, laid over a random place. */
    static BufferedImage spliced(
            BufferedImage image, BufferedImage other, double area, Random random) {
        BufferedImage edited = copy(image);
        int width = (int) (image.getWidth() * Math.sqrt(area));
        int height = (int) (image.getHeight() * Math.sqrt(area));
        int x = random.nextInt(image.getWidth() - width + 1);
        int y = random.nextInt(image.getHeight() - height + 1);
        BufferedImage part =
                cropped(scaled(other, image.getWidth(), image.getHeight()), 0.4, random);
        Graphics2D g = edited.createGraphics();
        g.drawImage(part, x, y, width, height, null);
        g.dispose();
        return edited;
    }

    /** Warmer and more saturated, as a filter makes it. */
    static BufferedImage coloured(BufferedImage image) {
        BufferedImage edited = copy(image);
        for (int y = 0; y < edited.getHeight(); y++) {
            for (int x = 0; x < edited.getWidth(); x++) {
                Color c = new Color(edited.getRGB(x, y));
                double grey = 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
                int red = shade(grey + 1.4 * (c.getRed() - grey) + 18);
                int green = shade(grey + 1.4 * (c.getGreen() - grey));
                int blue = shade(grey + 1.4 * (c.getBlue() - grey) - 18);
                edited.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return edited;
    }

    private static int shade(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** On a black sheet of this size, in the middle. */
    static BufferedImage barred(BufferedImage image, int width, int height) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.drawImage(image, (width - image.getWidth()) / 2, (height - image.getHeight()) / 2, null);
        g.dispose();
        return sheet;
    }

    static BufferedImage quarterRight(BufferedImage image) {
        AffineTransform turn = new AffineTransform();
        turn.translate(image.getHeight(), 0);
        turn.rotate(Math.PI / 2);
        return drawn(image, turn, image.getHeight(), image.getWidth());
    }

    static BufferedImage mirrored(BufferedImage image) {
        AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0);
        return drawn(image, mirror, image.getWidth(), image.getHeight());
    }

    private static BufferedImage drawn(
            BufferedImage image, AffineTransform transform, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(transform, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(image, drawn);
    }

    static BufferedImage copy(BufferedImage image) {
        BufferedImage copy =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return copy;
    }
}
