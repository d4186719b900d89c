package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Pixels;

/**
 * Key points of one picture for those who look for likeness inside it; the search for reuse keeps
 * fewer of a smaller picture. Places are told in pixels of the grey picture in which the points
 * were found.
 */
public final class PicturePoints {
    /** Bits in which the signs of two points can differ. */
    public static final int MOST_DIFFERENCE = PointSigns.WORDS * 64;

    private static final double MOST_ENLARGED = 2;

    private final Plane plane;
    private final KeyPoints points;

    private PicturePoints(Plane plane, KeyPoints points) {
        this.plane = plane;
        this.points = points;
    }

    /**
     * Brings the picture to size and finds the strongest points. A small one is enlarged, at most
     * to double, as the paper does: its smallest points lie below the pixels.
     *
     * @param longSide of the grey picture in pixels
     * @param most points kept
     */
    public static PicturePoints of(Pixels pixels, int longSide, int most) {
        Plane shrunk = Plane.shrunk(pixels, longSide);
        double longest = Math.max(shrunk.width(), shrunk.height());
        Plane plane = enlarged(shrunk, Math.min(MOST_ENLARGED, longSide / longest));
        return new PicturePoints(plane, PointFinder.find(plane, most));
    }

    private static Plane enlarged(Plane plane, double factor) {
        int width = (int) Math.round(plane.width() * factor);
        int height = (int) Math.round(plane.height() * factor);
        if (width <= plane.width()) {
            return plane;
        }
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = plane.between((x + 0.5) / factor, (y + 0.5) / factor);
                grey[y * width + x] = (byte) Math.round(value);
            }
        }
        return new Plane(width, height, grey);
    }

    public int width() {
        return plane.width();
    }

    public int height() {
        return plane.height();
    }

    /** Luma of one pixel, 0 to 255. */
    public int grey(int x, int y) {
        return plane.at(x, y);
    }

    /** Luma between pixels, whose centres lie at halves; outside, that of the nearest edge. */
    public double grey(double x, double y) {
        return plane.between(x, y);
    }

    public int count() {
        return points.count();
    }

    public float x(int point) {
        return points.x(point);
    }

    public float y(int point) {
        return points.y(point);
    }

    /** Blur at which the point stands out, in pixels. */
    public float scale(int point) {
        return points.scale(point);
    }

    /** Direction in radians, clockwise. */
    public float angle(int point) {
        return points.angle(point);
    }

    /** In how many of {@link #MOST_DIFFERENCE} bits the surroundings of two points differ. */
    public int difference(int one, int other) {
        long[] signs = points.signs();
        return PointSigns.distance(signs, one * PointSigns.WORDS, signs, other * PointSigns.WORDS);
    }
}
