package io.mingjian.benchmarks.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * A picture with a label, before it is drawn.
 *
 * @param percent size of the letters in percent of the shorter side
 * @param shorter the picture's shorter side in pixels
 * @param seed for all that the others leave open: margin, sides, backdrop
 */
public record LabelSample(
        String text,
        double percent,
        Style style,
        Backdrop backdrop,
        Corner corner,
        int shorter,
        Wash wash,
        long seed) {
    /** Labels in the words of the standard, alone and with the names of services. */
    public static final List<String> TEXTS =
            List.of(
                    "AI生成",
                    "AI合成",
                    "人工智能生成",
                    "人工智能生成合成",
                    "由AI生成",
                    "内容由AI生成",
                    "豆包AI生成",
                    "千问AI生成",
                    "百度 AI生成",
                    "图片由AI生成",
                    "RunningHub AI生成",
                    "AI-generated");

    private static final File FONT = new File("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    private static final Font LETTERS = letters();
    private static final double[] RATIOS = {1, 4.0 / 3, 3.0 / 4, 16.0 / 9, 9.0 / 16};

    private static Font letters() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, FONT);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("apt-get install fonts-wqy-microhei", e);
        }
    }

    /** A pen that writes letters of a size given in pixels. */
    public static Graphics2D pen(BufferedImage image, double size) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(LETTERS.deriveFont((float) size));
        return g;
    }

    /** The file. */
    public byte[] drawn(List<BufferedImage> photographs) {
        Random random = new Random(seed);
        double ratio = RATIOS[random.nextInt(RATIOS.length)];
        int width = (int) Math.round(ratio >= 1 ? shorter * ratio : shorter);
        int height = (int) Math.round(ratio >= 1 ? shorter : shorter / ratio);
        BufferedImage image = backdrop.draw(width, height, random, photographs);
        Graphics2D g = pen(image, shorter * percent / 100);
        int margin = (int) (shorter * (0.01 + 0.03 * random.nextDouble()));
        int lineHeight = g.getFontMetrics().getAscent() + g.getFontMetrics().getDescent();
        style.write(
                g,
                text,
                corner.left(width - g.getFontMetrics().stringWidth(text), margin),
                corner.top(height - lineHeight, margin));
        g.dispose();
        return wash.of(image);
    }
}
