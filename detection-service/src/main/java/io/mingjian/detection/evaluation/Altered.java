package io.mingjian.detection.evaluation;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
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

/** What is done to a picture between one upload and the next. The same numbers give the same. */
public final class Altered {
    private Altered() {}

    /** A JPEG file with halved colours (4:2:0). */
    public static byte[] jpeg(BufferedImage image, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static BufferedImage resaved(BufferedImage image, double quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg(image, quality)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage scaled(BufferedImage image, int width, int height) {
        return scaled(image, width, height, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    static BufferedImage scaled(BufferedImage image, int width, int height, Object kernel) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, kernel);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return out;
    }

    public static BufferedImage resized(BufferedImage image, double factor) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        return scaled(image, width, height);
    }

    /** The same pixels in an image of its own. */
    public static BufferedImage flat(BufferedImage image) {
        return scaled(image, image.getWidth(), image.getHeight());
    }

    /** Keeps a part of each side; where it lies is drawn. */
    public static BufferedImage cropped(BufferedImage image, double side, Random random) {
        int width = Math.max(1, (int) (image.getWidth() * side));
        int height = Math.max(1, (int) (image.getHeight() * side));
        int x = random.nextInt(image.getWidth() - width + 1);
        int y = random.nextInt(image.getHeight() - height + 1);
        return flat(image.getSubimage(x, y, width, height));
    }

    /** Shown on a screen with other pixels and cut a little unevenly; not yet saved. */
    public static BufferedImage screenshot(BufferedImage image) {
        BufferedImage shown = resized(image, 1.37);
        int x = shown.getWidth() / 66;
        int y = shown.getHeight() / 50;
        return flat(shown.getSubimage(x, y, shown.getWidth() - 2 * x, shown.getHeight() - 2 * y));
    }

    /**
     * Photographed from a screen: the screen's stripes of red, green and blue, perspective, a room
     * around it, contrast of another camera, blur and grain; not yet saved. A model, for comparing
     * one step with another; photographs of real screens are judged apart.
     */
    public static BufferedImage recaptured(BufferedImage image, Random random) {
        int width = 960;
        int height = 720;
        if (image.getHeight() > image.getWidth()) {
            width = 720;
            height = 960;
        }
        double[] toImage = unitSquare(screenCorners(image, width, height, random));
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double stripe = 2.3 + random.nextDouble();
        double gain = 0.8 + random.nextDouble() * 0.4;
        double gamma = 0.8 + random.nextDouble() * 0.45;
        int room = 25 + random.nextInt(60);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double w = toImage[6] * x + toImage[7] * y + toImage[8];
                double u = (toImage[0] * x + toImage[1] * y + toImage[2]) / w;
                double v = (toImage[3] * x + toImage[4] * y + toImage[5]) / w;
                out.setRGB(x, y, seen(image, u, v, width / stripe, gain, gamma, room));
            }
        }
        return grained(blurred(out, random), random);
    }

    private static double[] screenCorners(
            BufferedImage image, int width, int height, Random random) {
        double fit =
                Math.min((double) width / image.getWidth(), (double) height / image.getHeight())
                        * (0.8 + random.nextDouble() * 0.17);
        double halfWidth = image.getWidth() * fit / 2;
        double halfHeight = image.getHeight() * fit / 2;
        double[] corners = new double[8];
        int[] signs = {-1, -1, 1, -1, 1, 1, -1, 1};
        double turn = Math.toRadians(random.nextGaussian() * 2.5);
        for (int i = 0; i < 4; i++) {
            double x = signs[2 * i] * halfWidth * (1 + (random.nextDouble() - 0.5) * 0.12);
            double y = signs[2 * i + 1] * halfHeight * (1 + (random.nextDouble() - 0.5) * 0.12);
            corners[2 * i] = width / 2.0 + x * Math.cos(turn) - y * Math.sin(turn);
            corners[2 * i + 1] = height / 2.0 + x * Math.sin(turn) + y * Math.cos(turn);
        }
        return corners;
    }

    /** The mapping of four corners (clockwise from upper left) to those of the unit square. */
    private static double[] unitSquare(double[] c) {
        double dx1 = c[2] - c[4];
        double dx2 = c[6] - c[4];
        double dx3 = c[0] - c[2] + c[4] - c[6];
        double dy1 = c[3] - c[5];
        double dy2 = c[7] - c[5];
        double dy3 = c[1] - c[3] + c[5] - c[7];
        double det = dx1 * dy2 - dx2 * dy1;
        double g = (dx3 * dy2 - dx2 * dy3) / det;
        double h = (dx1 * dy3 - dx3 * dy1) / det;
        return inverse(
                c[2] - c[0] + g * c[2],
                c[6] - c[0] + h * c[6],
                c[0],
                c[3] - c[1] + g * c[3],
                c[7] - c[1] + h * c[7],
                c[1],
                g,
                h,
                1);
    }

    /** Of a projective mapping, up to a factor, which does not matter to it. */
    private static double[] inverse(double... m) {
        double[] adjugate = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r1 = (column + 1) % 3 * 3;
                int r2 = (column + 2) % 3 * 3;
                int c1 = (row + 1) % 3;
                int c2 = (row + 2) % 3;
                adjugate[row * 3 + column] = m[r1 + c1] * m[r2 + c2] - m[r1 + c2] * m[r2 + c1];
            }
        }
        return adjugate;
    }

    private static int seen(
            BufferedImage image,
            double u,
            double v,
            double stripes,
            double gain,
            double gamma,
            int room) {
        if (u < 0 || v < 0 || u >= 1 || v >= 1) {
            boolean bezel = u > -0.03 && v > -0.03 && u < 1.03 && v < 1.03;
            int grey = bezel ? 12 : room;
            return grey << 16 | grey << 8 | grey;
        }
        int rgb = image.getRGB((int) (u * image.getWidth()), (int) (v * image.getHeight()));
        int result = 0;
        for (int channel = 0; channel < 3; channel++) {
            double value = (rgb >> (16 - 8 * channel) & 0xFF) / 255.0;
            double light =
                    0.75 + 0.25 * Math.cos(2 * Math.PI * (u * stripes * 1.03 + channel / 3.0));
            double shown = Math.pow(value, gamma) * gain * light;
            result = result << 8 | (int) Math.max(0, Math.min(255, shown * 255));
        }
        return result;
    }

    private static BufferedImage blurred(BufferedImage image, Random random) {
        double spread = 0.7 + random.nextDouble() * 0.6;
        float[] kernel = new float[25];
        float sum = 0;
        for (int i = 0; i < 25; i++) {
            double square = Math.pow(i % 5 - 2, 2) + Math.pow(i / 5 - 2, 2);
            kernel[i] = (float) Math.exp(-square / (2 * spread * spread));
            sum += kernel[i];
        }
        for (int i = 0; i < 25; i++) {
            kernel[i] /= sum;
        }
        return new ConvolveOp(new Kernel(5, 5, kernel), ConvolveOp.EDGE_NO_OP, null)
                .filter(image, null);
    }

    private static BufferedImage grained(BufferedImage image, Random random) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int shift = (int) Math.round(random.nextGaussian() * 5);
                int out = 0;
                for (int channel = 16; channel >= 0; channel -= 8) {
                    int value = (rgb >> channel & 0xFF) + shift;
                    out = out << 8 | Math.max(0, Math.min(255, value));
                }
                image.setRGB(x, y, out);
            }
        }
        return image;
    }
}
