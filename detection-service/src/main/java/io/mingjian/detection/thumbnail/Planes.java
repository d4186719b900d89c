package io.mingjian.detection.thumbnail;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.AreaSums;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.Shrunk;
import java.util.List;

/** A picture of at most 320 pixels a side as brightness and two differences of colour. */
final class Planes {
    static final Region ALL = new Region(0, 0, 1, 1);

    /** Cells along the longer and the shorter side. */
    static final int LONG = 48;

    static final int SHORT = 36;

    private static final int LONG_SIDE = 320;

    private final int width;
    private final int height;
    private final AreaSums luma;
    private final AreaSums blue;
    private final AreaSums red;

    private Planes(Shrunk picture) {
        this.width = picture.width();
        this.height = picture.height();
        this.luma = new AreaSums(width, height, picture::luma);
        this.blue =
                new AreaSums(
                        width,
                        height,
                        (x, y) -> 0.564 * (picture.channel(x, y, 2) - picture.luma(x, y)));
        this.red =
                new AreaSums(
                        width,
                        height,
                        (x, y) -> 0.713 * (picture.channel(x, y, 0) - picture.luma(x, y)));
    }

    static Planes of(Pixels pixels) {
        return new Planes(Shrunk.of(pixels, LONG_SIDE));
    }

    double aspect() {
        return (double) width / height;
    }

    /** Cells across in a comparison with this picture. */
    int columns() {
        return width < height ? SHORT : LONG;
    }

    int rows() {
        return width < height ? LONG : SHORT;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double[] luma(Region window, int columns, int rows) {
        return means(luma, window, columns, rows);
    }

    /** The two differences of colour. */
    List<double[]> colours(Region window, int columns, int rows) {
        return List.of(means(blue, window, columns, rows), means(red, window, columns, rows));
    }

    private static double[] means(AreaSums sums, Region window, int columns, int rows) {
        return sums.means(window.x(), window.y(), window.width(), window.height(), columns, rows);
    }
}
