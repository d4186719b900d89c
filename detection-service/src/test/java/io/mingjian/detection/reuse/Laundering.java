package io.mingjian.detection.reuse;

import io.mingjian.detection.evaluation.Altered;
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
        return Altered.resaved(image, quality);
    }

    static BufferedImage resized(BufferedImage image, double factor) {
        return Altered.resized(image, factor);
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        return Altered.scaled(image, width, height);
    }

    /** Keeps a part of each side; where it lies is drawn. */
    static BufferedImage cropped(BufferedImage image, double side, Random random) {
        return Altered.cropped(image, side, random);
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

    /** Colours stronger than they were. */
    static BufferedImage saturated(BufferedImage image) {
        BufferedImage out = flat(image);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int rgb = out.getRGB(x, y);
                float[] hsb = Color.RGBtoHSB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, null);
                out.setRGB(x, y, Color.HSBtoRGB(hsb[0], Math.min(1, hsb[1] * 1.5f), hsb[2]));
            }
        }
        return out;
    }

    static BufferedImage darkened(BufferedImage image) {
        return new RescaleOp(0.6f, 0, null).filter(flat(image), null);
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
        return resaved(Altered.screenshot(image), 0.9);
    }

    /** The shot of a telephone's screen: the picture in the middle, bars of a program around it. */
    static BufferedImage phoneScreen(BufferedImage image, Random random) {
        int width = 720;
        int height = 1480;
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smooth(out);
        boolean dark = random.nextBoolean();
        g.setColor(dark ? new Color(17, 17, 17) : new Color(245, 245, 245));
        g.fillRect(0, 0, width, height);
        g.setColor(dark ? Color.WHITE : Color.BLACK);
        g.setFont(g.getFont().deriveFont(26f));
        g.drawString("10:" + (10 + random.nextInt(49)) + "      5G  78%", 30, 40);
        g.drawString("< Order " + random.nextInt(1_000_000), 24, 110);
        double factor =
                Math.min((double) width / image.getWidth(), (height - 420.0) / image.getHeight());
        int shownWidth = (int) (image.getWidth() * factor);
        int shownHeight = (int) (image.getHeight() * factor);
        int top = 140 + random.nextInt(Math.max(1, height - 360 - shownHeight));
        g.drawImage(image, (width - shownWidth) / 2, top, shownWidth, shownHeight, null);
        g.drawString("Send   Save   Share   " + random.nextInt(100), 40, height - 60);
        g.dispose();
        return resaved(out, 0.9);
    }

    /** A bar with text below the picture. */
    static BufferedImage captioned(BufferedImage image, Random random) {
        int bar = Math.max(24, image.getHeight() / 7);
        BufferedImage out =
                new BufferedImage(
                        image.getWidth(), image.getHeight() + bar, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smooth(out);
        g.setColor(random.nextBoolean() ? Color.WHITE : Color.BLACK);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.drawImage(image, 0, 0, null);
        caption(g, 0, image.getHeight(), image.getWidth(), bar, random);
        g.dispose();
        return resaved(out, 0.85);
    }

    /** A half covering bar with text on the picture. */
    static BufferedImage writtenOn(BufferedImage image, Random random) {
        BufferedImage out = flat(image);
        int bar = Math.max(20, image.getHeight() / 9);
        int top = random.nextBoolean() ? 0 : image.getHeight() - bar;
        Graphics2D g = smooth(out);
        g.setColor(new Color(0, 0, 0, 190));
        g.fillRect(0, top, image.getWidth(), bar);
        caption(g, 0, top, image.getWidth(), bar, random);
        g.dispose();
        return resaved(out, 0.85);
    }

    private static void caption(Graphics2D g, int x, int y, int width, int height, Random random) {
        g.setColor(new Color(120 + random.nextInt(100), 120, 120 + random.nextInt(100)));
        g.setFont(g.getFont().deriveFont(height * 0.5f));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3 + width / Math.max(1, height / 3); i++) {
            text.append((char) ('A' + random.nextInt(50)));
        }
        g.drawString(text.toString(), x + height / 4, y + height * 2 / 3);
    }

    /** Turned by some degrees; the largest upright part without corners is kept. */
    static BufferedImage tilted(BufferedImage image, double degrees, Random random) {
        double angle = Math.toRadians(random.nextBoolean() ? degrees : -degrees);
        double sine = Math.abs(Math.sin(angle));
        double cosine = Math.cos(angle);
        double width = image.getWidth();
        double height = image.getHeight();
        double shrink =
                Math.min(
                        width / (width * cosine + height * sine),
                        height / (width * sine + height * cosine));
        BufferedImage out =
                new BufferedImage(
                        (int) (width * shrink),
                        (int) (height * shrink),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smooth(out);
        g.translate(out.getWidth() / 2.0, out.getHeight() / 2.0);
        g.rotate(angle);
        g.translate(-width / 2, -height / 2);
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return resaved(out, 0.85);
    }

    /**
     * Photographed from a screen: the screen's stripes of red, green and blue, perspective, a room
     * around it, contrast of another camera, blur, grain, and a messenger's re-save. A model for
     * tests; photographs of real screens are judged elsewhere.
     */
    static BufferedImage recaptured(BufferedImage image, Random random) {
        return resaved(Altered.recaptured(image, random), 0.85);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return g;
    }

    private static BufferedImage flat(BufferedImage image) {
        return Altered.flat(image);
    }
}
