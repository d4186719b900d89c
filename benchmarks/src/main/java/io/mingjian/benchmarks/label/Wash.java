package io.mingjian.benchmarks.label;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What a picture goes through on its way. */
public enum Wash {
    JPEG_85("JPEG 85", 1, 0.85),
    JPEG_75("JPEG 75", 1, 0.75),
    JPEG_50("JPEG 50", 1, 0.5),
    JPEG_30("JPEG 30", 1, 0.3),
    HALF("half size, JPEG 85", 0.5, 0.85),
    HALF_50("half size, JPEG 50", 0.5, 0.5),
    DOUBLE("double size, JPEG 75", 2, 0.75);

    private final String says;
    private final double scale;
    private final double quality;

    Wash(String says, double scale, double quality) {
        this.says = says;
        this.scale = scale;
        this.quality = quality;
    }

    @Override
    public String toString() {
        return says;
    }

    public byte[] of(BufferedImage image) {
        return jpeg(scaled(image, scale), quality);
    }

    public static BufferedImage scaled(BufferedImage image, double scale) {
        if (scale == 1 && image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return copy;
    }

    private static byte[] jpeg(BufferedImage image, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
