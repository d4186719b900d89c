package io.mingjian.detection.forensics;

import io.mingjian.detection.media.Pixels;
import java.awt.image.BufferedImage;

/**
 * Differences to copies saved at nine qualities, side by side (H. Farid, IEEE TIFS 4(1), 2009): a
 * part that was once saved at one of them is darkest there.
 */
final class JpegGhosts {
    private static final int[] QUALITIES = {50, 55, 60, 65, 70, 75, 80, 85, 90};
    private static final int ACROSS = 3;
    private static final int GAP = 4;

    /** Two by two blocks, which share their colours. */
    private static final int FIELD = 16;

    /** Fields along the longer side of a panel, at most. */
    private static final int MOST_FIELDS = 320;

    /** Pixels that are saved nine times; of larger pictures fields are left out between others. */
    private static final double MOST_PIXELS = 3e6;

    private JpegGhosts() {}

    static byte[] png(Pixels pixels) {
        Pixels fields = fields(pixels);
        Cells cells = new Cells(fields.width(), fields.height(), FIELD);
        double[][] means = new double[QUALITIES.length][];
        for (int i = 0; i < QUALITIES.length; i++) {
            Cells of = new Cells(fields.width(), fields.height(), FIELD);
            Resaving.compare(
                    fields,
                    QUALITIES[i],
                    (x, y, red, green, blue) ->
                            of.add(x, y, (red * red + green * green + blue * blue) / 3.0));
            means[i] = of.means();
        }
        normalise(means);
        return Cells.png(sheet(cells, means));
    }

    /** Whole fields only, every one or every n-th; blocks stay blocks. */
    private static Pixels fields(Pixels pixels) {
        int longest = Math.max(pixels.width(), pixels.height());
        double all = (double) pixels.width() * pixels.height();
        int every =
                (int)
                        Math.max(
                                Math.ceil(Math.sqrt(all / MOST_PIXELS)),
                                Math.ceil((double) longest / FIELD / MOST_FIELDS));
        int across = (pixels.width() / FIELD + every - 1) / every;
        int down = (pixels.height() / FIELD + every - 1) / every;
        int[] rgb = new int[across * FIELD * down * FIELD];
        for (int y = 0; y < down * FIELD; y++) {
            for (int x = 0; x < across * FIELD; x++) {
                rgb[y * across * FIELD + x] = pixels.rgb(from(x, every), from(y, every));
            }
        }
        return Pixels.of(across * FIELD, down * FIELD, rgb);
    }

    private static int from(int at, int every) {
        return at / FIELD * every * FIELD + at % FIELD;
    }

    /** Each field to 0 at the quality where it differs least, and 1 where most. */
    private static void normalise(double[][] means) {
        for (int field = 0; field < means[0].length; field++) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (double[] of : means) {
                least = Math.min(least, of[field]);
                most = Math.max(most, of[field]);
            }
            for (double[] of : means) {
                of[field] = most - least < 1e-6 ? 0 : (of[field] - least) / (most - least);
            }
        }
    }

    private static BufferedImage sheet(Cells cells, double[][] means) {
        int square = Math.max(1, MOST_FIELDS / Math.max(cells.columns(), cells.rows()));
        int width = cells.columns() * square;
        int height = cells.rows() * square;
        int down = (QUALITIES.length + ACROSS - 1) / ACROSS;
        BufferedImage sheet =
                new BufferedImage(
                        ACROSS * (width + GAP) - GAP,
                        down * (height + GAP) - GAP,
                        BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < means.length; i++) {
            Cells.draw(
                    means[i],
                    cells.columns(),
                    sheet,
                    i % ACROSS * (width + GAP),
                    i / ACROSS * (height + GAP),
                    square,
                    Cells::grey);
        }
        return sheet;
    }
}
