package io.mingjian.detection.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws invented pictures of goods on a table, so that tests carry no photograph of anybody. The
 * same seed draws the same picture; grain is added so that it compresses like a photograph.
 */
public final class PictureDrawer {
    private PictureDrawer() {}

    /** A cup, a box and some fruit on a table with a cloth pattern. */
    public static BufferedImage goods(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        table(g, width, height, random);
        for (int i = 0; i < 9; i++) {
            thing(g, width, height, random);
        }
        g.dispose();
        grain(image, random);
        return image;
    }

    private static void table(Graphics2D g, int width, int height, Random random) {
        g.setPaint(new GradientPaint(0, 0, colour(random, 90), width, height, colour(random, 90)));
        g.fillRect(0, 0, width, height);
        g.setColor(colour(random, 60));
        int pitch = Math.max(6, width / (9 + random.nextInt(8)));
        for (int x = random.nextInt(pitch); x < width; x += pitch) {
            g.fillRect(x, 0, Math.max(1, pitch / 9), height);
        }
        for (int i = 0; i < 40; i++) {
            g.setColor(colour(random, 120));
            int size = 2 + random.nextInt(Math.max(3, width / 40));
            g.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
    }

    private static void thing(Graphics2D g, int width, int height, Random random) {
        double size = Math.min(width, height) * (0.12 + random.nextDouble() * 0.25);
        double x = random.nextDouble() * (width - size);
        double y = random.nextDouble() * (height - size);
        AffineTransform upright = g.getTransform();
        g.rotate(random.nextDouble() * 2 - 1, x + size / 2, y + size / 2);
        Color body = colour(random, 160);
        g.setPaint(
                new GradientPaint(
                        (float) x,
                        (float) y,
                        body.brighter(),
                        (float) (x + size),
                        (float) y,
                        body));
        if (random.nextBoolean()) {
            g.fill(new Ellipse2D.Double(x, y, size, size * 0.8));
        } else {
            g.fillRect((int) x, (int) y, (int) size, (int) (size * 0.7));
        }
        crack(g, x, y, size, random);
        g.setTransform(upright);
    }

    private static void crack(Graphics2D g, double x, double y, double size, Random random) {
        Path2D line = new Path2D.Double();
        line.moveTo(x + size * random.nextDouble(), y);
        for (int i = 1; i <= 6; i++) {
            line.lineTo(x + size * random.nextDouble(), y + size * i / 8.0);
        }
        g.setColor(new Color(30, 25, 20));
        g.draw(line);
    }

    private static Color colour(Random random, int least) {
        int span = 255 - least;
        return new Color(
                least / 2 + random.nextInt(span),
                least / 2 + random.nextInt(span),
                least / 2 + random.nextInt(span));
    }

    private static void grain(BufferedImage image, Random random) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int shift = (int) Math.round(random.nextGaussian() * 4);
                image.setRGB(
                        x,
                        y,
                        shade(rgb >> 16, shift) << 16
                                | shade(rgb >> 8, shift) << 8
                                | shade(rgb, shift));
            }
        }
    }

    private static int shade(int channel, int shift) {
        return Math.max(0, Math.min(255, (channel & 0xFF) + shift));
    }

    public static byte[] png(BufferedImage image) {
        return written(image, "png", 1);
    }

    /** JPEG with a quality from 0 to 1. */
    public static byte[] jpeg(BufferedImage image, double quality) {
        return written(image, "jpeg", quality);
    }

    private static byte[] written(BufferedImage image, String format, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality((float) quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pixels as the service sees them. */
    public static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return Pixels.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }
}
