package io.mingjian.acceptance.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A cracked mug on a table, as a phone would take it: light from somewhere, things in the
 * background, sensor noise. Place, light, colours and surroundings follow the seed, so that two
 * scenes differ as two photographs do.
 */
public final class Mug {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final double NOISE = 5;

    private final Random random;
    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();

    private Mug(long seed) {
        this.random = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** The scene of a seed with the noise of a sensor. */
    public static BufferedImage photographed(long seed) {
        Mug mug = new Mug(seed);
        mug.scene();
        mug.noise(NOISE);
        return mug.image;
    }

    /** The scene of a seed without noise, as a generator makes it. */
    public static BufferedImage generated(long seed) {
        Mug mug = new Mug(seed);
        mug.scene();
        return mug.image;
    }

    private void scene() {
        double edge = between(0.40, 0.68) * HEIGHT;
        wall();
        for (int i = 0; i < 5; i++) {
            thing(edge);
        }
        table(edge);
        for (int i = 0; i < 6; i++) {
            light();
        }
        double size = between(0.24, 0.38) * WIDTH;
        mug(between(0.10, 0.88) * WIDTH - size / 2, edge - between(0.25, 0.55) * size, size);
        pen.dispose();
    }

    private void wall() {
        pen.setPaint(
                new GradientPaint(
                        (float) between(0, WIDTH),
                        0,
                        colour(),
                        (float) between(0, WIDTH),
                        HEIGHT,
                        colour()));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        boolean stripes = random.nextBoolean();
        double step = between(40, 160);
        pen.setStroke(new BasicStroke((float) between(2, step / 2)));
        pen.setColor(withAlpha(colour(), 70));
        for (double at = -HEIGHT; at < WIDTH + HEIGHT; at += step) {
            pen.draw(new java.awt.geom.Line2D.Double(at, 0, stripes ? at : at + HEIGHT, HEIGHT));
        }
    }

    private void table(double edge) {
        pen.setPaint(
                new GradientPaint(
                        0, (float) edge, colour(), (float) between(0, WIDTH), HEIGHT, colour()));
        pen.fill(new Rectangle2D.Double(0, edge, WIDTH, HEIGHT - edge));
        for (int i = 0; i < 120; i++) {
            double y = between(edge, HEIGHT);
            double x = between(-200, WIDTH);
            pen.setStroke(new BasicStroke((float) between(1, 4)));
            pen.setColor(withAlpha(colour(), 40));
            Path2D grain = new Path2D.Double();
            grain.moveTo(x, y);
            grain.curveTo(
                    x + 200,
                    y + between(-20, 20),
                    x + 400,
                    y + between(-20, 20),
                    x + between(300, 900),
                    y);
            pen.draw(grain);
        }
    }

    private void thing(double edge) {
        double w = between(120, 420);
        double h = between(140, 460);
        double x = between(-60, WIDTH - 100);
        pen.setColor(colour());
        pen.fill(
                random.nextBoolean()
                        ? new RoundRectangle2D.Double(x, edge - h, w, h + 30, 30, 30)
                        : new Ellipse2D.Double(x, edge - h, w, h + 40));
        pen.setColor(withAlpha(colour(), 160));
        for (int i = 0; i < 5; i++) {
            pen.fill(
                    new Rectangle2D.Double(
                            x + between(0, w * 0.7),
                            edge - between(0, h),
                            between(10, w / 3),
                            between(6, 40)));
        }
    }

    private void light() {
        Point2D centre = new Point2D.Double(between(0, WIDTH), between(0, HEIGHT));
        int brightness = random.nextBoolean() ? 255 : 0;
        Color core = new Color(brightness, brightness, brightness, (int) between(50, 130));
        pen.setPaint(
                new RadialGradientPaint(
                        centre,
                        (float) between(220, 640),
                        new float[] {0, 1},
                        new Color[] {core, withAlpha(core, 0)}));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void mug(double x, double y, double size) {
        double height = size * between(0.95, 1.25);
        double rim = size * 0.26;
        Color glaze = colour();
        pen.setColor(new Color(0, 0, 0, 70));
        pen.fill(new Ellipse2D.Double(x - size * 0.15, y + height - rim * 0.4, size * 1.5, rim));
        handle(x, y, size, height, glaze);
        pen.setPaint(
                new GradientPaint(
                        (float) x, 0, glaze.brighter(), (float) (x + size), 0, glaze.darker()));
        pen.fill(new Rectangle2D.Double(x, y + rim / 2, size, height - rim));
        pen.fill(new Ellipse2D.Double(x, y + height - rim, size, rim));
        ornament(x, y + rim, size, height - rim);
        pen.setColor(glaze.brighter());
        pen.fill(new Ellipse2D.Double(x, y, size, rim));
        pen.setColor(glaze.darker().darker());
        pen.fill(new Ellipse2D.Double(x + size * 0.05, y + rim * 0.12, size * 0.9, rim * 0.76));
        crack(x + between(0.2, 0.8) * size, y + rim * 0.8, height * 0.7, 5);
    }

    private void handle(double x, double y, double size, double height, Color glaze) {
        boolean right = random.nextBoolean();
        pen.setStroke(new BasicStroke((float) (size * 0.09)));
        pen.setColor(glaze.darker());
        pen.draw(
                new Arc2D.Double(
                        right ? x + size * 0.72 : x - size * 0.30,
                        y + height * 0.22,
                        size * 0.58,
                        height * 0.52,
                        right ? -100 : 80,
                        200,
                        Arc2D.OPEN));
    }

    private void ornament(double x, double y, double size, double height) {
        pen.setColor(withAlpha(colour(), 200));
        int bands = random.nextInt(3) + 1;
        for (int i = 0; i < bands; i++) {
            pen.fill(
                    new Rectangle2D.Double(
                            x, y + between(0.1, 0.8) * height, size, between(8, 40)));
        }
        for (int i = 0; i < 9; i++) {
            double dot = between(12, 60);
            pen.fill(
                    new Ellipse2D.Double(
                            x + between(0, size - dot), y + between(0, height - dot), dot, dot));
        }
    }

    private void crack(double x, double y, double length, int width) {
        pen.setColor(new Color(25, 20, 18, 220));
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(x, y);
        double drift = x;
        for (double down = 0; down < length; down += between(14, 40)) {
            drift += between(-22, 24);
            line.lineTo(drift, y + down);
            if (width > 2 && random.nextInt(6) == 0) {
                crack(drift, y + down, length * 0.3, width - 2);
                pen.setStroke(new BasicStroke(width));
            }
        }
        pen.draw(line);
    }

    private void noise(double sigma) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = image.getRGB(x, y);
                double luma = random.nextGaussian() * sigma;
                image.setRGB(
                        x,
                        y,
                        clip((rgb >> 16 & 255) + luma + random.nextGaussian() * sigma / 2) << 16
                                | clip((rgb >> 8 & 255) + luma) << 8
                                | clip((rgb & 255) + luma + random.nextGaussian() * sigma / 2));
            }
        }
    }

    private static int clip(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private Color colour() {
        return Color.getHSBColor(
                random.nextFloat(), (float) between(0.1, 0.6), (float) between(0.25, 0.95));
    }

    private static Color withAlpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
