package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.awt.image.BufferedImage;

/** How much each place changes when the picture is saved once more (error level analysis). */
final class ErrorLevels {
    private static final int QUALITY = 90;

    /** Share of the cells that may be drawn as the brightest. */
    private static final double BRIGHTEST = 0.995;

    /** Grey values; smaller differences are never stretched to the whole range. */
    private static final double LEAST_RANGE = 4;

    private ErrorLevels() {}

    static byte[] png(Pixels pixels) {
        Cells cells =
                new Cells(
                        pixels.width(),
                        pixels.height(),
                        Cells.side(pixels.width(), pixels.height()));
        Resaving.compare(
                pixels,
                QUALITY,
                (x, y, red, green, blue) -> cells.add(x, y, Math.max(red, Math.max(green, blue))));
        double[] means = cells.means();
        double range = Math.max(LEAST_RANGE, Cells.quantile(means, BRIGHTEST));
        BufferedImage image =
                new BufferedImage(cells.columns(), cells.rows(), BufferedImage.TYPE_INT_RGB);
        Cells.draw(means, cells.columns(), image, 0, 0, 1, value -> Cells.grey(value / range));
        return Cells.png(image);
    }
}
