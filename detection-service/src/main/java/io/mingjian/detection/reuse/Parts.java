package io.mingjian.detection.reuse;

/** Parts of 8×8 fields of two lattices, compared one by one. */
final class Parts {
    /** Fields along a side of a part. */
    static final int SIDE = 8;

    private static final double TEXTURE = 2.5;
    private static final double AGREES = 0.6;
    private static final double DISAGREES = 0.5;
    private static final double BAR_LENGTH = 0.8;
    private static final double BAR_WIDTH = 0.24;

    private final int columns;
    private final int across;
    private final int down;
    private final double[] query;
    private final double[] stored;
    private final boolean[] disagreeing;
    private int known;
    private int textured;
    private int agreeing;
    private double likeness;

    Parts(int columns, int rows, double[] query, double[] stored) {
        this.columns = columns;
        this.across = columns / SIDE;
        this.down = rows / SIDE;
        this.query = query;
        this.stored = stored;
        this.disagreeing = new boolean[across * down];
        compare();
    }

    int textured() {
        return textured;
    }

    /** Correlation of textured parts at their places, those with most texture counting most. */
    double likeness() {
        return likeness;
    }

    /** Of all parts. */
    double agreeingShare() {
        return (double) agreeing / disagreeing.length;
    }

    private void compare() {
        double weights = 0;
        double sum = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                Sums sums = sums(x * SIDE, y * SIDE, 0, 0);
                if (Double.isNaN(sums.products)) {
                    continue;
                }
                known++;
                double texture = Math.max(sums.deviation(), sums.otherDeviation());
                if (texture >= TEXTURE) {
                    textured++;
                    double alike = sums.correlation();
                    weights += texture;
                    sum += texture * Math.max(0, alike);
                    double nearby = alike >= AGREES ? alike : nearby(x * SIDE, y * SIDE, alike);
                    agreeing += nearby >= AGREES ? 1 : 0;
                    disagreeing[y * across + x] = nearby < DISAGREES;
                }
            }
        }
        likeness = weights == 0 ? 0 : sum / weights;
    }

    /** A lens or a panel may shift a part by a field: no reason to call it another. */
    private double nearby(int x, int y, double atPlace) {
        double best = atPlace;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside =
                        x + dx >= 0
                                && y + dy >= 0
                                && x + dx + SIDE <= columns
                                && y + dy + SIDE <= query.length / columns;
                double alike = inside ? sums(x, y, dx, dy).correlation() : -1;
                best = alike > best ? alike : best;
            }
        }
        return best;
    }

    /** Sums over a part; not a number where the query shows nothing. */
    private record Sums(
            double one, double other, double squares, double otherSquares, double products) {
        private static final int N = SIDE * SIDE;

        double deviation() {
            return Math.sqrt(Math.max(0, squares / N - one / N * (one / N)));
        }

        double otherDeviation() {
            return Math.sqrt(Math.max(0, otherSquares / N - other / N * (other / N)));
        }

        double correlation() {
            double spread = (squares - one * one / N) * (otherSquares - other * other / N);
            return spread <= 1e-9 ? 0 : (products - one * other / N) / Math.sqrt(spread);
        }
    }

    private Sums sums(int x, int y, int dx, int dy) {
        double one = 0;
        double other = 0;
        double squares = 0;
        double otherSquares = 0;
        double products = 0;
        for (int row = y; row < y + SIDE; row++) {
            for (int column = x; column < x + SIDE; column++) {
                double a = query[(row + dy) * columns + column + dx];
                double b = stored[row * columns + column];
                one += a;
                other += b;
                squares += a * a;
                otherSquares += b * b;
                products += a * b;
            }
        }
        return new Sums(one, other, squares, otherSquares, products);
    }

    /** Share of the known parts in the largest connected piece that disagrees and is no bar. */
    double gap() {
        boolean[] left = disagreeing.clone();
        int largest = 0;
        for (int part = 0; part < left.length; part++) {
            if (left[part]) {
                Piece piece = new Piece();
                piece.take(left, part);
                largest = piece.isBar() ? largest : Math.max(largest, piece.count);
            }
        }
        return known == 0 ? 0 : (double) largest / known;
    }

    /** Disagreeing parts that touch. */
    private final class Piece {
        private int count;
        private int left = across;
        private int top = down;
        private int right;
        private int bottom;

        private void take(boolean[] parts, int part) {
            int x = part % across;
            int y = part / across;
            parts[part] = false;
            count++;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            if (x > 0 && parts[part - 1]) {
                take(parts, part - 1);
            }
            if (x + 1 < across && parts[part + 1]) {
                take(parts, part + 1);
            }
            if (y > 0 && parts[part - across]) {
                take(parts, part - across);
            }
            if (y + 1 < down && parts[part + across]) {
                take(parts, part + across);
            }
        }

        /** Long, narrow and at an edge: a caption or a program's bar. */
        private boolean isBar() {
            boolean lies =
                    right - left >= BAR_LENGTH * across
                            && bottom - top <= Math.max(1, BAR_WIDTH * down)
                            && (top == 0 || bottom == down);
            boolean stands =
                    bottom - top >= BAR_LENGTH * down
                            && right - left <= Math.max(1, BAR_WIDTH * across)
                            && (left == 0 || right == across);
            return lies || stands;
        }
    }
}
