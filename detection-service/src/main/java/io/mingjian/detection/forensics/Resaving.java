package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Saves a picture as JPEG once more and tells what changed. Strips of whole blocks are saved one
 * after the other, so that a large picture is never held three times.
 */
final class Resaving {
    /** A multiple of the 16 rows that share their colours. */
    private static final int STRIP = 256;

    private Resaving() {}

    /** Told of every pixel: the difference of each channel, at least 0. */
    interface Differences {
        void at(int x, int y, int red, int green, int blue);
    }

    /**
     * Compares.
     *
     * @param quality from 1 to 100
     */
    static void compare(Pixels pixels, int quality, Differences differences) {
        for (int top = 0; top < pixels.height(); top += STRIP) {
            int rows = Math.min(STRIP, pixels.height() - top);
            BufferedImage strip = strip(pixels, top, rows);
            BufferedImage saved = saved(strip, quality);
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < pixels.width(); x++) {
                    int before = strip.getRGB(x, y);
                    int after = saved.getRGB(x, y);
                    differences.at(
                            x,
                            top + y,
                            Math.abs((before >> 16 & 0xFF) - (after >> 16 & 0xFF)),
                            Math.abs((before >> 8 & 0xFF) - (after >> 8 & 0xFF)),
                            Math.abs((before & 0xFF) - (after & 0xFF)));
                }
            }
        }
    }

    private static BufferedImage strip(Pixels pixels, int top, int rows) {
        BufferedImage strip = new BufferedImage(pixels.width(), rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < pixels.width(); x++) {
                strip.setRGB(x, y, pixels.rgb(x, top + y));
            }
        }
        return strip;
    }

    private static BufferedImage saved(BufferedImage strip, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(strip, null, null), param);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
