package io.mingjian.detection.report;

import io.mingjian.detection.finding.Region;
import io.mingjian.kit.refusal.Conflict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The regions of the signals as a drawing to look at by itself or to lay over the served copy. Each
 * bears the number that its signal has in the report; its words are there for screen readers.
 */
final class OverlaySvg {
    static final int LONGEST_SIDE = 1024;

    private static final int NUMBER = 18;
    private static final int LONGEST_LABEL = 24;

    private OverlaySvg() {}

    /**
     * Draws it.
     *
     * @param picture JPEG to lie below; empty for a transparent overlay
     * @throws Conflict if there is no picture, and no size of one, to draw on
     */
    static byte[] of(Report report, Optional<byte[]> picture) throws IOException {
        int[] size = size(report, picture);
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\""
                                + " width=\"%1$d\" height=\"%2$d\" role=\"img\" xml:lang=\"zh-CN\">",
                        size[0],
                        size[1]));
        svg.append("<title>")
                .append(escaped("证据 " + report.evidenceId() + " 修订 " + report.revision() + " 标注图"))
                .append("</title>");
        picture.ifPresent(jpeg -> image(svg, jpeg, size));
        for (Report.Line line : report.signals()) {
            for (Region region : line.regions()) {
                region(svg, line, region, size);
            }
        }
        return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int[] size(Report report, Optional<byte[]> picture) throws IOException {
        if (picture.isPresent()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.get()));
            return new int[] {image.getWidth(), image.getHeight()};
        }
        if (!report.file().hasSize()) {
            throw new Conflict(
                    "not-displayable",
                    "该文件没有可供标注的画面，无法生成标注图；各项迹象的位置见报告。",
                    "There is no picture to mark anything on; the report tells the places.");
        }
        int width = report.file().width();
        int height = report.file().height();
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(width, height));
        return new int[] {
            Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale))
        };
    }

    private static void image(StringBuilder svg, byte[] jpeg, int[] size) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<image width=\"%d\" height=\"%d\" href=\"data:image/jpeg;base64,%s\"/>",
                        size[0],
                        size[1],
                        Base64.getEncoder().encodeToString(jpeg)));
    }

    private static void region(StringBuilder svg, Report.Line line, Region region, int[] size) {
        double x = region.x() * size[0];
        double y = region.y() * size[1];
        String label = line.number() + " " + shortened(line.supports());
        double below = y < NUMBER ? y + 14 : y - 5;
        svg.append("<g data-code=\"").append(escaped(line.code())).append("\"><desc>");
        svg.append(
                escaped(
                        "〔"
                                + line.number()
                                + "〕"
                                + line.supports()
                                + "　不能说明："
                                + line.doesNotProve()));
        svg.append("</desc>");
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\""
                                + " stroke=\"#d81b1b\" stroke-width=\"2\"/>",
                        x,
                        y,
                        region.width() * size[0],
                        region.height() * size[1]));
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-family=\"sans-serif\" font-size=\"13\""
                                + " fill=\"#d81b1b\" stroke=\"#ffffff\" stroke-width=\"3\""
                                + " paint-order=\"stroke\">%s</text></g>",
                        x + 3,
                        below,
                        escaped(label)));
    }

    private static String shortened(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }

    /** Quoted texts come from files of strangers; what XML does not allow becomes a box. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(each -> safe.append(escaped(each)));
        return safe.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> isAllowed(character) ? Character.toString(character) : "□";
        };
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
