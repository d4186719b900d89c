package io.mingjian.benchmarks.label;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** What lies behind a label. */
public enum Backdrop {
    PHOTOGRAPH("photograph"),
    PALE_STONE("pale stone"),
    DARK_CLOTH("dark cloth"),
    STRIPES("stripes and spots");

    private final String says;

    Backdrop(String says) {
        this.says = says;
    }

    @Override
    public String toString() {
        return says;
    }

    /** Draws one; photographs are taken from those given, or dark cloth if there are none. */
    BufferedImage draw(int width, int height, Random random, List<BufferedImage> photographs) {
        return switch (this) {
            case PHOTOGRAPH ->
                    photographs.isEmpty()
                            ? DARK_CLOTH.draw(width, height, random, photographs)
                            : filled(pick(photographs, random), width, height);
            case PALE_STONE -> grained(width, height, 190 + random.nextInt(35), 9, random);
            case DARK_CLOTH -> grained(width, height, 35 + random.nextInt(50), 7, random);
            case STRIPES -> stripes(width, height, random);
        };
    }

    private static BufferedImage pick(List<BufferedImage> photographs, Random random) {
        return photographs.get(random.nextInt(photographs.size()));
    }

    /** Fills the whole, cut at two sides. */
    private static BufferedImage filled(BufferedImage photograph, int width, int height) {
        double scale =
                Math.max(
                        (double) width / photograph.getWidth(),
                        (double) height / photograph.getHeight());
        BufferedImage scaled = Wash.scaled(photograph, scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.drawImage(
                scaled, (width - scaled.getWidth()) / 2, (height - scaled.getHeight()) / 2, null);
        g.dispose();
        return image;
    }

    private static BufferedImage grained(
            int width, int height, int shade, double grain, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double slope = 30 * (random.nextDouble() - 0.5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double light = shade + slope * x / width + random.nextGaussian() * grain;
                int grey = (int) Math.max(0, Math.min(255, light));
                image.setRGB(x, y, grey << 16 | grey << 8 | Math.max(0, grey - 8));
            }
        }
        return image;
    }

    private static BufferedImage stripes(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        g.fillRect(0, 0, width, height);
        int pitch = width / (8 + random.nextInt(12));
        for (int x = 0; x < width; x += pitch) {
            g.setColor(colour(random));
            g.fillRect(x, 0, pitch / 3, height);
        }
        for (int i = 0; i < 150; i++) {
            g.setColor(colour(random));
            int size = 3 + random.nextInt(width / 25);
            g.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
        g.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(1 << 24));
    }
}
