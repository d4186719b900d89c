package io.mingjian.detection.reuse;

import io.mingjian.detection.reuse.Extrema.Extremum;
import io.mingjian.detection.reuse.KeyPoints.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * SIFT key points (D. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", 2004; the
 * patent ended in 2020). Two things differ from the paper: the picture is not enlarged first, which
 * would find small points that a re-save blurs at three times the cost, and descriptions are square
 * roots of shares (Arandjelović and Zisserman, 2012). Descriptions are symmetrical in every step,
 * so that those of the mirrored picture are the same numbers in another order.
 */
final class PointFinder {
    /** Most points kept of a picture for the search. */
    static final int MOST = 300;

    private static final int LEAST_SIDE = 32;
    private static final int LEAST_OCTAVE = 16;
    private static final int BINS = 36;
    private static final double SECOND_DIRECTION = 0.8;
    private static final double FIELD = 3.0;
    private static final int FIELDS = 4;

    /** How far from the middle a place still counts in a field, in fields. */
    private static final double REACH = (FIELDS + 1) / 2.0;

    /** A description's length is this; its largest parts are about a third of that. */
    private static final double UNIT = 512;

    private PointFinder() {}

    /** A place together with the octave in which it was found. */
    private record Found(Extremum place, int octave) {}

    /** The strongest first; none for a picture too narrow for the smallest description. */
    static KeyPoints find(Plane plane) {
        return find(plane, MOST);
    }

    /** As many as asked for, the strongest first. */
    static KeyPoints find(Plane plane, int most) {
        if (Math.min(plane.width(), plane.height()) < LEAST_SIDE) {
            return KeyPoints.NONE;
        }
        List<ScaleSpace> octaves = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        ScaleSpace space = ScaleSpace.of(plane);
        while (true) {
            int octave = octaves.size();
            octaves.add(space);
            Extrema.of(space).forEach(place -> found.add(new Found(place, octave)));
            if (Math.min(space.width(), space.height()) / 2 < LEAST_OCTAVE) {
                break;
            }
            space = space.next();
        }
        found.sort(Comparator.comparingDouble(f -> -Math.abs(f.place().contrast())));
        return KeyPoints.of(described(octaves, found, most));
    }

    private static List<Point> described(List<ScaleSpace> octaves, List<Found> found, int most) {
        Gradients[][] slopes = new Gradients[octaves.size()][ScaleSpace.STEPS + 1];
        List<Point> points = new ArrayList<>();
        for (Found f : found) {
            ScaleSpace space = octaves.get(f.octave());
            int level = f.place().level();
            Gradients gradients = slopes[f.octave()][level];
            if (gradients == null) {
                gradients = new Gradients(space.level(level), space.width(), space.height());
                slopes[f.octave()][level] = gradients;
            }
            for (double angle : directions(gradients, f.place())) {
                if (points.size() < most) {
                    points.add(point(gradients, f, angle));
                }
            }
            if (points.size() >= most) {
                break;
            }
        }
        return points;
    }

    private static Point point(Gradients gradients, Found found, double angle) {
        double pixel = 1 << found.octave();
        Extremum place = found.place();
        return new Point(
                (float) ((place.x() + 0.5) * pixel),
                (float) ((place.y() + 0.5) * pixel),
                (float) (place.blur() * pixel),
                (float) angle,
                description(gradients, place, angle));
    }

    /** The direction in which most around a place slopes; two where a second comes near. */
    private static double[] directions(Gradients gradients, Extremum place) {
        double spread = 1.5 * place.blur();
        int reach = (int) Math.ceil(3 * spread);
        double[] bins = new double[BINS];
        int left = (int) Math.round(place.x()) - reach;
        int top = (int) Math.round(place.y()) - reach;
        double[] across = bell(left - place.x(), 2 * reach + 1, spread);
        double[] down = bell(top - place.y(), 2 * reach + 1, spread);
        int lastX = Math.min(gradients.width() - 2, left + 2 * reach);
        int lastY = Math.min(gradients.height() - 2, top + 2 * reach);
        for (int y = Math.max(1, top); y <= lastY; y++) {
            for (int x = Math.max(1, left); x <= lastX; x++) {
                int at = y * gradients.width() + x;
                double bin = gradients.direction(at) * BINS / Gradients.DIRECTIONS;
                int low = (int) bin;
                double part = bin - low;
                double vote = down[y - top] * across[x - left] * gradients.steepness(at);
                bins[low % BINS] += vote * (1 - part);
                bins[(low + 1) % BINS] += vote * part;
            }
        }
        return peaks(smooth(smooth(bins)));
    }

    /** How much places count that are so far from the middle, in steps of one pixel. */
    private static double[] bell(double from, int count, double spread) {
        double[] bell = new double[count];
        for (int i = 0; i < count; i++) {
            double distance = from + i;
            bell[i] = Math.exp(-distance * distance / (2 * spread * spread));
        }
        return bell;
    }

    private static double[] smooth(double[] bins) {
        double[] smooth = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            smooth[i] = (bins[(i + BINS - 1) % BINS] + bins[i] + bins[(i + 1) % BINS]) / 3;
        }
        return smooth;
    }

    private static double[] peaks(double[] bins) {
        double highest = 0;
        for (double bin : bins) {
            highest = Math.max(highest, bin);
        }
        double[] peaks = new double[2];
        int count = 0;
        for (int i = 0; i < BINS && count < peaks.length; i++) {
            double before = bins[(i + BINS - 1) % BINS];
            double after = bins[(i + 1) % BINS];
            if (bins[i] > before && bins[i] >= after && bins[i] >= SECOND_DIRECTION * highest) {
                double shift = 0.5 * (before - after) / (before - 2 * bins[i] + after);
                peaks[count++] = (i + shift) * 2 * Math.PI / BINS;
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    /** 4×4 fields along and across the direction, 8 directions each, shared between neighbours. */
    private static byte[] description(Gradients gradients, Extremum place, double angle) {
        double field = FIELD * place.blur();
        int reach = (int) Math.min(400, Math.ceil(field * Math.sqrt(2) * (FIELDS + 1) / 2));
        double cosine = Math.cos(angle) / field;
        double sine = Math.sin(angle) / field;
        double turned = angle * Gradients.DIRECTIONS / (2 * Math.PI);
        float[] sums = new float[KeyPoints.LENGTH];
        int top = Math.max(1, (int) place.y() - reach);
        int bottom = Math.min(gradients.height() - 2, (int) place.y() + reach);
        int left = Math.max(1, (int) place.x() - reach);
        int right = Math.min(gradients.width() - 2, (int) place.x() + reach);
        for (int y = top; y <= bottom; y++) {
            double dy = y - place.y();
            // The square stands on a corner: half of what lies around it need not be visited.
            Span span =
                    Span.within(REACH, cosine, sine * dy)
                            .and(Span.within(REACH, -sine, cosine * dy));
            int from = Math.max(left, (int) Math.floor(place.x() + span.from()));
            int to = Math.min(right, (int) Math.ceil(place.x() + span.to()));
            for (int x = from; x <= to; x++) {
                double dx = x - place.x();
                double along = cosine * dx + sine * dy;
                double across = cosine * dy - sine * dx;
                if (Math.abs(along) < REACH && Math.abs(across) < REACH) {
                    int at = y * gradients.width() + x;
                    double weight = 1 - (along * along + across * across) / 16;
                    float vote = (float) (weight * weight * gradients.steepness(at));
                    share(sums, along + 1.5, across + 1.5, gradients.direction(at) - turned, vote);
                }
            }
        }
        return shares(sums);
    }

    /** Between which distances from the middle a row lies inside. */
    private record Span(double from, double to) {
        /** Where {@code |slope * d + start|} stays within this reach. */
        static Span within(double reach, double slope, double start) {
            if (slope == 0) {
                return new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            double one = (-reach - start) / slope;
            double other = (reach - start) / slope;
            return new Span(Math.min(one, other), Math.max(one, other));
        }

        Span and(Span other) {
            return new Span(Math.max(from, other.from), Math.min(to, other.to));
        }
    }

    private static void share(
            float[] sums, double column, double row, double direction, float vote) {
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        int first = (int) Math.floor(direction);
        float right = (float) (column - left);
        float down = (float) (row - top);
        float further = (float) (direction - first);
        for (int j = 0; j < 2; j++) {
            int y = top + j;
            if (y < 0 || y >= FIELDS) {
                continue;
            }
            float inRow = vote * (j == 0 ? 1 - down : down);
            for (int i = 0; i < 2; i++) {
                int x = left + i;
                if (x >= 0 && x < FIELDS) {
                    float inField = inRow * (i == 0 ? 1 - right : right);
                    int at = (y * FIELDS + x) * Gradients.DIRECTIONS;
                    sums[at + (first & 7)] += inField * (1 - further);
                    sums[at + (first + 1 & 7)] += inField * further;
                }
            }
        }
    }

    private static byte[] shares(float[] sums) {
        double total = 1e-6;
        for (float sum : sums) {
            total += sum;
        }
        byte[] shares = new byte[sums.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (byte) Math.min(255, Math.round(Math.sqrt(sums[i] / total) * UNIT));
        }
        return shares;
    }
}
