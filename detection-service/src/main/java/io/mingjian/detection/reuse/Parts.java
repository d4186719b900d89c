package io.mingjian.detection.reuse;

/** Parts of 8×8 fields of two lattices, compared one by one. */
final class Parts {
    /** Fields along a side of a part. */
    static final int SIDE = 8;

    private static final double TEXTURE = 2.5;

    /** Untextured parts below which they tell nothing. */
    private static final int LEAST_FAINT = 8;

    private static final double AGREES = 0.6;
    private static final double DISAGREES = 0.5;
    private static final double BAR_LENGTH = 0.8;
    static final double BAR_WIDTH = 0.24;

    private final int columns;
    private final int across;
    private final int down;
    private final double[] query;
    private final double[] stored;
    private final boolean[] disagreeing;

    /** Of textured parts; 0 of all others. */
    private final double[] textures;

    private int known;
    private int textured;
    private int agreeing;
    private double texture;
    private double likeness;
    private double faint;

    Parts(int columns, int rows, double[] query, double[] stored) {
        this.columns = columns;
        this.across = columns / SIDE;
        this.down = rows / SIDE;
        this.query = query;
        this.stored = stored;
        this.disagreeing = new boolean[across * down];
        this.textures = new double[across * down];
        compare();
    }

    int textured() {
        return textured;
    }

    /** Correlation of textured parts at their places, those with most texture counting most. */
    double likeness() {
        return likeness;
    }

    /** Correlation of all untextured parts taken together; 0 where there are few of them. */
    double faint() {
        return faint;
    }

    /** Of all parts. */
    double agreeingShare() {
        return (double) agreeing / disagreeing.length;
    }

    private void compare() {
        double sum = 0;
        Sums plain = Sums.NONE;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                Sums sums = sums(x * SIDE, y * SIDE, 0, 0);
                if (Double.isNaN(sums.products)) {
                    continue;
                }
                known++;
                double deviation = Math.max(sums.deviation(), sums.otherDeviation());
                if (deviation < TEXTURE) {
                    plain = plain.plus(sums);
                    continue;
                }
                textured++;
                textures[y * across + x] = deviation;
                texture += deviation;
                double alike = sums.correlation();
                sum += deviation * Math.max(0, alike);
                double nearby = alike >= AGREES ? alike : nearby(x * SIDE, y * SIDE, alike);
                agreeing += nearby >= AGREES ? 1 : 0;
                disagreeing[y * across + x] = nearby < DISAGREES;
            }
        }
        likeness = texture == 0 ? 0 : sum / texture;
        faint = known - textured < LEAST_FAINT ? 0 : plain.correlation();
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

    /** Sums over one or more parts; not a number where the query shows nothing. */
    private record Sums(
            int count,
            double one,
            double other,
            double squares,
            double otherSquares,
            double products) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

        Sums plus(Sums more) {
            return new Sums(
                    count + more.count,
                    one + more.one,
                    other + more.other,
                    squares + more.squares,
                    otherSquares + more.otherSquares,
                    products + more.products);
        }

        double deviation() {
            return Math.sqrt(Math.max(0, squares / count - one / count * (one / count)));
        }

        double otherDeviation() {
            return Math.sqrt(Math.max(0, otherSquares / count - other / count * (other / count)));
        }

        double correlation() {
            double spread = (squares - one * one / count) * (otherSquares - other * other / count);
            return spread <= 1e-9 ? 0 : (products - one * other / count) / Math.sqrt(spread);
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
        return new Sums(SIDE * SIDE, one, other, squares, otherSquares, products);
    }

    /**
     * The largest connected piece that disagrees and is no bar: its share of the known parts or of
     * all texture, whichever is less, for a sky that lost its clouds on a screen is large and tells
     * little.
     */
    double gap() {
        boolean[] left = disagreeing.clone();
        double largest = 0;
        for (int part = 0; part < left.length; part++) {
            if (left[part]) {
                Piece piece = new Piece();
                piece.take(left, part);
                largest = piece.isBar() ? largest : Math.max(largest, piece.share());
            }
        }
        return largest;
    }

    /** Disagreeing parts that touch. */
    private final class Piece {
        private int count;
        private double covered;
        private int left = across;
        private int top = down;
        private int right;
        private int bottom;

        private void take(boolean[] parts, int part) {
            int x = part % across;
            int y = part / across;
            parts[part] = false;
            count++;
            covered += textures[part];
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

        double share() {
            return Math.min((double) count / known, covered / texture);
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
