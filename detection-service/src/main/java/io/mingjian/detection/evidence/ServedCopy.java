package io.mingjian.detection.evidence;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceFilm;
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
public final class ServedCopy {
    static final int LONGEST_SIDE = 2048;
    private static final float QUALITY = 0.9f;

    private ServedCopy() {}

    /** Draws the copy that people work with. */
    static byte[] of(byte[] original) throws IOException {
        return of(original, LONGEST_SIDE);
    }

    /**
     * Draws a copy.
     *
     * @param longestSide in pixels; a smaller picture is not made larger
     * @throws Conflict if the picture is broken inside and nothing can be shown
     */
    public static byte[] of(byte[] original, int longestSide) throws IOException {
        return jpeg(shrink(pixels(Intake.of(ByteView.of(original))), longestSide));
    }

    /** Of a film its first picture; a document has none of its own. */
    private static Pixels pixels(Intake intake) {
        if (intake instanceof Intake.Accepted accepted) {
            Decoding decoding = accepted.picture().pixels();
            if (decoding instanceof Decoding.Decoded decoded) {
                return decoded.pixels();
            }
            throw notDisplayable(((Decoding.Undecodable) decoding).zhReason());
        }
        if (intake instanceof Intake.Film film) {
            EvidenceFilm.Frames frames = film.film().frames();
            if (frames instanceof EvidenceFilm.Frames.Shown shown) {
                return shown.pictures().get(0);
            }
            throw notDisplayable(((EvidenceFilm.Frames.Unread) frames).zhReason());
        }
        throw notDisplayable(
                intake instanceof Intake.Refused refused ? refused.zhDetail() : "文档没有可作为图片查看的副本。");
    }

    private static Conflict notDisplayable(String zhReason) {
        return new Conflict(
                "not-displayable",
                zhReason + "无法生成查看副本；原始文件已封存。",
                "There is nothing to show as a picture; the original is sealed.");
    }

    private static BufferedImage shrink(Pixels pixels, int longestSide) {
        BufferedImage image = image(pixels);
        int longest = Math.max(image.getWidth(), image.getHeight());
        // Halving first keeps thin lines that one big step would drop.
        while (longest > 2 * longestSide) {
            image = scaled(image, (image.getWidth() + 1) / 2, (image.getHeight() + 1) / 2);
            longest = Math.max(image.getWidth(), image.getHeight());
        }
        if (longest <= longestSide) {
            return image;
        }
        double factor = (double) longestSide / longest;
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
