package io.mingjian.detection.forensics;

import java.util.List;

/**
 * Scales, turns and shifts the plane: (x, y) goes to (c x - s y + dx, s x + c y + dy).
 *
 * @param c cosine times scale
 * @param s sine times scale
 */
record Similarity(double c, double s, double dx, double dy) {
    /** Two places that belong together, in pixels. */
    record Pair(double x, double y, double toX, double toY) {
        Pair back() {
            return new Pair(toX, toY, x, y);
        }
    }

    /** Carries the one place of the pair to the other. */
    static Similarity of(Pair pair, double scale, double angle) {
        double c = scale * Math.cos(angle);
        double s = scale * Math.sin(angle);
        return new Similarity(
                c,
                s,
                pair.toX() - c * pair.x() + s * pair.y(),
                pair.toY() - s * pair.x() - c * pair.y());
    }

    /** Fits pairs best, by least squares; needs two of them at different places. */
    static Similarity fitting(List<Pair> pairs) {
        double n = pairs.size();
        double meanX = pairs.stream().mapToDouble(Pair::x).sum() / n;
        double meanY = pairs.stream().mapToDouble(Pair::y).sum() / n;
        double meanToX = pairs.stream().mapToDouble(Pair::toX).sum() / n;
        double meanToY = pairs.stream().mapToDouble(Pair::toY).sum() / n;
        double along = 0;
        double across = 0;
        double square = 1e-9;
        for (Pair pair : pairs) {
            double x = pair.x() - meanX;
            double y = pair.y() - meanY;
            double toX = pair.toX() - meanToX;
            double toY = pair.toY() - meanToY;
            along += x * toX + y * toY;
            across += x * toY - y * toX;
            square += x * x + y * y;
        }
        double c = along / square;
        double s = across / square;
        return new Similarity(
                c, s, meanToX - c * meanX + s * meanY, meanToY - s * meanX - c * meanY);
    }

    double x(double x, double y) {
        return c * x - s * y + dx;
    }

    double y(double x, double y) {
        return s * x + c * y + dy;
    }

    double scale() {
        return Math.hypot(c, s);
    }

    /** Turn to the right, in degrees. */
    double degrees() {
        return Math.toDegrees(Math.atan2(s, c));
    }

    /** By how many pixels it misses. */
    double misses(Pair pair) {
        return Math.hypot(x(pair.x(), pair.y()) - pair.toX(), y(pair.x(), pair.y()) - pair.toY());
    }
}
