package io.mingjian.detection.forensics;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.forensics.Similarity.Pair;
import io.mingjian.detection.reuse.PicturePoints;
import java.util.List;

/** One of the two parts of a picture that may be a copy: an upright rectangle in pixels. */
record CopyPart(int left, int top, int right, int bottom) {
    private static final int MARGIN = 6;

    /** Half the side of the field whose mean is taken away to leave the fine structure. */
    private static final int FIELD = 3;

    /** Around where the pairs begin. */
    static CopyPart around(List<Pair> pairs, int width, int height) {
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (Pair pair : pairs) {
            left = Math.min(left, pair.x());
            top = Math.min(top, pair.y());
            right = Math.max(right, pair.x());
            bottom = Math.max(bottom, pair.y());
        }
        int fromX = Math.max(0, Math.min(width - 1, (int) left - MARGIN));
        int fromY = Math.max(0, Math.min(height - 1, (int) top - MARGIN));
        return new CopyPart(
                fromX,
                fromY,
                Math.max(fromX + 1, Math.min(width, (int) right + MARGIN)),
                Math.max(fromY + 1, Math.min(height, (int) bottom + MARGIN)));
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    private double area() {
        return (double) (right - left) * (bottom - top);
    }

    double share(int width, int height) {
        return area() / ((double) width * height);
    }

    double overlap(CopyPart other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return across <= 0 || down <= 0 ? 0 : across * down / Math.min(area(), other.area());
    }

    Region region(int width, int height) {
        return new Region(
                (double) left / width,
                (double) top / height,
                (double) (right - left) / width,
                (double) (bottom - top) / height);
    }

    /** Mean step to the right and down, in grey values. */
    double texture(PicturePoints picture) {
        double steps = 0;
        int count = 0;
        for (int y = top; y < bottom - 1; y++) {
            for (int x = left; x < right - 1; x++) {
                int here = picture.grey(x, y);
                steps += Math.abs(picture.grey(x + 1, y) - here);
                steps += Math.abs(picture.grey(x, y + 1) - here);
                count += 2;
            }
        }
        return steps / Math.max(1, count);
    }

    /** Standard deviation of places across the direction in which they spread most, in pixels. */
    static double thickness(List<Pair> pairs) {
        double n = pairs.size();
        double meanX = pairs.stream().mapToDouble(Pair::x).sum() / n;
        double meanY = pairs.stream().mapToDouble(Pair::y).sum() / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Pair pair : pairs) {
            xx += (pair.x() - meanX) * (pair.x() - meanX) / n;
            yy += (pair.y() - meanY) * (pair.y() - meanY) / n;
            xy += (pair.x() - meanX) * (pair.y() - meanY) / n;
        }
        double smaller = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
        return Math.sqrt(Math.max(0, smaller));
    }

    /**
     * Correlation of what remains when the mean of a field of 7 pixels is taken away, here and
     * where the mapping leads.
     */
    double likeness(PicturePoints picture, Similarity mapping) {
        double here = 0;
        double there = 0;
        double both = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double atX = mapping.x(x + 0.5, y + 0.5);
                double atY = mapping.y(x + 0.5, y + 0.5);
                if (atX < 0 || atY < 0 || atX > picture.width() || atY > picture.height()) {
                    continue;
                }
                double one = fine(picture, x + 0.5, y + 0.5, 1, 0);
                double other = fine(picture, atX, atY, mapping.c(), mapping.s());
                here += one * one;
                there += other * other;
                both += one * other;
            }
        }
        return both / Math.sqrt(Math.max(1e-9, here * there));
    }

    /** The field is turned and scaled as the mapping does, so that both are fields of one thing. */
    private static double fine(PicturePoints picture, double x, double y, double c, double s) {
        double sum = 0;
        for (int j = -FIELD; j <= FIELD; j += FIELD) {
            for (int i = -FIELD; i <= FIELD; i += FIELD) {
                sum += picture.grey(x + c * i - s * j, y + s * i + c * j);
            }
        }
        return picture.grey(x, y) - sum / 9;
    }
}
