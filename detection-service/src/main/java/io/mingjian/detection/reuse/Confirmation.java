package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;
import io.mingjian.detection.reuse.ReuseMatch.Kind;
import java.util.Optional;

/**
 * Lays two thumbnails over each other as a candidate proposes, moves the frame until they fit best,
 * and then asks each textured part of the picture whether it agrees.
 */
public final class Confirmation {
    /** Smallest share of textured parts that must agree. */
    static final double LEAST_AGREEMENT = 0.84;

    private static final int GRID = 64;
    private static final int PART = 8;
    private static final int LEAST_PARTS = 12;
    private static final double TEXTURE = 3.0;
    private static final double PART_AGREES = 0.60;
    private static final double[] STEPS = {0.04, 0.02, 0.01, 0.005};

    private Confirmation() {}

    /** Empty when the pixels do not bear the candidate out. */
    public static Optional<ReuseMatch> confirm(
            ReusePrint query, ReusePrint stored, Candidate candidate) {
        if (candidate.isSamePicture()) {
            return Optional.of(
                    new ReuseMatch(
                            Kind.SAME_PICTURE,
                            candidate.distance(),
                            Turn.NONE,
                            1,
                            region(Window.FULL)));
        }
        ReusePrint turned = query.turned(candidate.turn());
        Window inQuery = turned.window(candidate.queryWindow());
        Window inStored = stored.window(candidate.storedWindow());
        Fit fit = fit(turned.thumbnail(), inQuery, stored.thumbnail(), inStored);
        double agreement = agreement(fit.one(), fit.other());
        if (agreement < LEAST_AGREEMENT) {
            return Optional.empty();
        }
        return Optional.of(
                new ReuseMatch(
                        kind(candidate, fit),
                        candidate.distance(),
                        candidate.turn(),
                        agreement,
                        region(fit.storedWindow())));
    }

    private static Kind kind(Candidate candidate, Fit fit) {
        if (candidate.turn() != Turn.NONE) {
            return Kind.TURNED;
        }
        boolean whole = fit.storedWindow().area() > 0.97 && fit.queryWindow().area() > 0.97;
        return whole ? Kind.SAME_PICTURE : Kind.CROPPED;
    }

    private static Region region(Window window) {
        return new Region(window.x(), window.y(), window.width(), window.height());
    }

    private record Fit(
            Window queryWindow, Window storedWindow, double[] one, double[] other, double score) {}

    /** The window that is a part moves; the whole stays. */
    private static Fit fit(Plane query, Window inQuery, Plane stored, Window inStored) {
        boolean queryIsPart = inQuery.area() < inStored.area();
        Fit best = overlay(query, inQuery, stored, inStored);
        for (double step : STEPS) {
            boolean better = true;
            for (int round = 0; better && round < 6; round++) {
                better = false;
                for (Move move : Move.values()) {
                    Window window =
                            move.by(queryIsPart ? best.queryWindow() : best.storedWindow(), step);
                    if (!window.fits()) {
                        continue;
                    }
                    Fit next =
                            queryIsPart
                                    ? overlay(query, window, stored, best.storedWindow())
                                    : overlay(query, best.queryWindow(), stored, window);
                    if (next.score() > best.score() + 1e-6) {
                        best = next;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private enum Move {
        LEFT(-1, 0, 0, 0),
        RIGHT(1, 0, 0, 0),
        UP(0, -1, 0, 0),
        DOWN(0, 1, 0, 0),
        LARGER(-0.5, -0.5, 1, 1),
        SMALLER(0.5, 0.5, -1, -1),
        WIDER(-0.5, 0, 1, 0),
        NARROWER(0.5, 0, -1, 0),
        TALLER(0, -0.5, 0, 1),
        LOWER(0, 0.5, 0, -1),
        LEFT_EDGE_OUT(-1, 0, 1, 0),
        RIGHT_EDGE_OUT(0, 0, 1, 0),
        TOP_EDGE_OUT(0, -1, 0, 1),
        BOTTOM_EDGE_OUT(0, 0, 0, 1);

        private final double x;
        private final double y;
        private final double width;
        private final double height;

        Move(double x, double y, double width, double height) {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
        }

        private Window by(Window window, double step) {
            double left = Math.max(0, window.x() + x * step);
            double top = Math.max(0, window.y() + y * step);
            return new Window(
                    left,
                    top,
                    Math.min(1 - left, window.width() + width * step),
                    Math.min(1 - top, window.height() + height * step));
        }
    }

    private static Fit overlay(Plane query, Window inQuery, Plane stored, Window inStored) {
        double[] one = query.grid(inQuery, GRID, GRID);
        double[] other = stored.grid(inStored, GRID, GRID);
        return new Fit(inQuery, inStored, one, other, correlation(sharp(one), sharp(other)));
    }

    /** What is left when the mean of the 5×5 neighbourhood is taken away. */
    private static double[] sharp(double[] cells) {
        double[] sharp = new double[cells.length];
        double[] sums = new double[(GRID + 1) * (GRID + 1)];
        for (int y = 0; y < GRID; y++) {
            double line = 0;
            for (int x = 0; x < GRID; x++) {
                line += cells[y * GRID + x];
                sums[(y + 1) * (GRID + 1) + x + 1] = sums[y * (GRID + 1) + x + 1] + line;
            }
        }
        for (int y = 0; y < GRID; y++) {
            int top = Math.max(0, y - 2);
            int bottom = Math.min(GRID, y + 3);
            for (int x = 0; x < GRID; x++) {
                int left = Math.max(0, x - 2);
                int right = Math.min(GRID, x + 3);
                double sum =
                        sums[bottom * (GRID + 1) + right]
                                - sums[bottom * (GRID + 1) + left]
                                - sums[top * (GRID + 1) + right]
                                + sums[top * (GRID + 1) + left];
                sharp[y * GRID + x] = cells[y * GRID + x] - sum / ((bottom - top) * (right - left));
            }
        }
        return sharp;
    }

    /** Share of the parts with texture on either side whose fine structure agrees. */
    static double agreement(double[] one, double[] other) {
        double[] sharpOne = sharp(one);
        double[] sharpOther = sharp(other);
        int textured = 0;
        int agreeing = 0;
        for (int y = 0; y < GRID; y += PART) {
            for (int x = 0; x < GRID; x += PART) {
                double[] partOne = part(sharpOne, x, y);
                double[] partOther = part(sharpOther, x, y);
                if (Math.max(deviation(partOne), deviation(partOther)) >= TEXTURE) {
                    textured++;
                    agreeing += correlation(partOne, partOther) >= PART_AGREES ? 1 : 0;
                }
            }
        }
        return textured < LEAST_PARTS ? 0 : (double) agreeing / textured;
    }

    private static double[] part(double[] cells, int x, int y) {
        double[] part = new double[PART * PART];
        for (int row = 0; row < PART; row++) {
            System.arraycopy(cells, (y + row) * GRID + x, part, row * PART, PART);
        }
        return part;
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }

    static double correlation(double[] one, double[] other) {
        double sumOne = 0;
        double sumOther = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        double products = 0;
        for (int i = 0; i < one.length; i++) {
            sumOne += one[i];
            sumOther += other[i];
            squaresOne += one[i] * one[i];
            squaresOther += other[i] * other[i];
            products += one[i] * other[i];
        }
        int n = one.length;
        double spread =
                (squaresOne - sumOne * sumOne / n) * (squaresOther - sumOther * sumOther / n);
        return spread <= 1e-9 ? 0 : (products - sumOne * sumOther / n) / Math.sqrt(spread);
    }
}
