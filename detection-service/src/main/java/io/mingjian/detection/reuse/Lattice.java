package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Region;

/**
 * Equal fields over the common part of two pictures, with the grey value of either picture in each,
 * less the mean of its neighbours. As fine as the coarser of the two pictures allows: finer fields
 * would compare the blur of one with the detail of the other.
 */
final class Lattice {
    private static final int MOST_FIELDS = 128;
    private static final int LEAST_FIELDS = 48;
    private static final double PIXELS_A_FIELD = 1.3;

    private final int columns;
    private final int rows;
    private final double[] query;
    private final double[] stored;

    private Lattice(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.query = new double[columns * rows];
        this.stored = new double[columns * rows];
    }

    /**
     * Lays fields over a region of the stored picture.
     *
     * @param region the common part of the stored picture
     * @param queryShare share of the query that both show
     * @param storedShare share of the stored picture that both show
     * @param back from fractions of the stored picture to fractions of the query
     */
    static Lattice over(
            Region region,
            double queryShare,
            double storedShare,
            Plane query,
            Plane stored,
            Mapping back) {
        double width = region.width() * stored.width();
        double height = region.height() * stored.height();
        double queryPixels = Math.sqrt(queryShare * query.width() * query.height());
        double storedPixels = Math.sqrt(storedShare * stored.width() * stored.height());
        double longSide = Math.max(width, height);
        double finest = longSide * Math.min(1, queryPixels / storedPixels) / PIXELS_A_FIELD;
        double fields = Math.max(LEAST_FIELDS, Math.min(MOST_FIELDS, finest));
        Lattice lattice =
                new Lattice(
                        Math.max(Parts.SIDE, (int) Math.round(fields * width / longSide)),
                        Math.max(Parts.SIDE, (int) Math.round(fields * height / longSide)));
        lattice.read(region, query, stored, back);
        return lattice;
    }

    static boolean isInside(double x, double y) {
        return x >= 0 && x <= 1 && y >= 0 && y <= 1;
    }

    Parts compared() {
        return new Parts(columns, rows, sharp(query), sharp(stored));
    }

    /** How the means of whole parts go together. */
    double tone() {
        return new Tones(columns / Parts.SIDE, rows / Parts.SIDE, means(query), means(stored))
                .likeness();
    }

    /** Of each part; not a number where the query does not show all of it. */
    private double[] means(double[] fields) {
        int across = columns / Parts.SIDE;
        double[] means = new double[across * (rows / Parts.SIDE)];
        for (int part = 0; part < means.length; part++) {
            int top = part / across * Parts.SIDE;
            int left = part % across * Parts.SIDE;
            for (int row = top; row < top + Parts.SIDE; row++) {
                for (int column = left; column < left + Parts.SIDE; column++) {
                    means[part] += fields[row * columns + column] / (Parts.SIDE * Parts.SIDE);
                }
            }
        }
        return means;
    }

    /** Means of 2×2 places a field; not a number where the query shows nothing. */
    private void read(Region region, Plane from, Plane to, Mapping back) {
        double stepX = region.width() / (2 * columns);
        double stepY = region.height() / (2 * rows);
        for (int row = 0; row < 2 * rows; row++) {
            for (int column = 0; column < 2 * columns; column++) {
                double x = region.x() + (column + 0.5) * stepX;
                double y = region.y() + (row + 0.5) * stepY;
                double fromX = back.x(x, y);
                double fromY = back.y(x, y);
                int at = (row >> 1) * columns + (column >> 1);
                stored[at] += to.between(x * to.width(), y * to.height()) / 4;
                query[at] +=
                        isInside(fromX, fromY)
                                ? from.between(fromX * from.width(), fromY * from.height()) / 4
                                : Double.NaN;
            }
        }
    }

    /** What is left when the mean of the known 5×5 neighbours is taken away. */
    private double[] sharp(double[] fields) {
        double[] sharp = new double[fields.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                sharp[y * columns + x] = fields[y * columns + x] - around(fields, x, y);
            }
        }
        return sharp;
    }

    private double around(double[] fields, int x, int y) {
        double sum = 0;
        int count = 0;
        for (int row = Math.max(0, y - 2); row < Math.min(rows, y + 3); row++) {
            for (int column = Math.max(0, x - 2); column < Math.min(columns, x + 3); column++) {
                double value = fields[row * columns + column];
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return sum / count;
    }
}
