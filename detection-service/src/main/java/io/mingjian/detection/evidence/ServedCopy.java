package io.mingjian.detection.evidence;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.Pixels;
import io.mingjian.kit.refusal.Conflict;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The copy that people look at: decoded, at most 2048 pixels on its long side, written anew as JPEG
 * without any metadata. So neither a position of the photographer nor a hostile byte goes out.
 */
final class ServedCopy {
    static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.9f;

    private ServedCopy() {}

    /**
     * Draws the copy.
     *
     * @throws Conflict if the picture is broken inside and nothing can be shown
     */
    static byte[] of(byte[] original) throws IOException {
        if (EvidencePicture.open(original) instanceof Intake.Accepted accepted
                && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
            return jpeg(shrink(decoded.pixels()));
        }
        throw new Conflict(
                "not-displayable",
                "图像数据损坏，无法生成查看副本；原始文件已封存。",
                "The picture is damaged and cannot be shown; the original is sealed.");
    }

    private static BufferedImage shrink(Pixels pixels) {
        BufferedImage image = image(pixels);
        int longest = Math.max(image.getWidth(), image.getHeight());
        // Halving first keeps thin lines that one big step would drop.
        while (longest > 2 * LONGEST_SIDE) {
            image = scaled(image, (image.getWidth() + 1) / 2, (image.getHeight() + 1) / 2);
            longest = Math.max(image.getWidth(), image.getHeight());
        }
        if (longest <= LONGEST_SIDE) {
            return image;
        }
        double factor = (double) LONGEST_SIDE / longest;
        return scaled(
                image,
                Math.max(1, (int) Math.round(image.getWidth() * factor)),
                Math.max(1, (int) Math.round(image.getHeight() * factor)));
    }

    private static BufferedImage image(Pixels pixels) {
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = pixels.rgb(x, y);
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, 0, 0, width, height, null);
        graphics.dispose();
        return to;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
            stream.flush();
            return out.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
