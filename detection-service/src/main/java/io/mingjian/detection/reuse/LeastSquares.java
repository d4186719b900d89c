package io.mingjian.detection.reuse;

import java.util.Optional;

/** Mappings that fit chosen pairs of points best. Places are centred and scaled for the sums. */
final class LeastSquares {
    private static final int FOR_AFFINE = 4;
    private static final int FOR_PROJECTIVE = 8;
    private static final double UNIT = 240;

    private LeastSquares() {}

    static Optional<Mapping> affine(PointPairs pairs, boolean[] chosen) {
        double[][] sums = new double[3][5];
        int count = 0;
        for (int pair = 0; pair < chosen.length; pair++) {
            if (chosen[pair]) {
                double[] row = {unit(pairs.queryX(pair)), unit(pairs.queryY(pair)), 1};
                double[] to = {unit(pairs.storedX(pair)), unit(pairs.storedY(pair))};
                for (int i = 0; i < 3; i++) {
                    for (int k = 0; k < 3; k++) {
                        sums[i][k] += row[i] * row[k];
                    }
                    sums[i][3] += row[i] * to[0];
                    sums[i][4] += row[i] * to[1];
                }
                count++;
            }
        }
        if (count < FOR_AFFINE || !solve(sums, 3, 2)) {
            return Optional.empty();
        }
        return Optional.of(
                inPixels(
                        new Mapping(
                                sums[0][3],
                                sums[1][3],
                                sums[2][3],
                                sums[0][4],
                                sums[1][4],
                                sums[2][4],
                                0,
                                0,
                                1)));
    }

    static Optional<Mapping> projective(PointPairs pairs, boolean[] chosen) {
        double[][] sums = new double[8][9];
        int count = 0;
        for (int pair = 0; pair < chosen.length; pair++) {
            if (chosen[pair]) {
                double x = unit(pairs.queryX(pair));
                double y = unit(pairs.queryY(pair));
                double toX = unit(pairs.storedX(pair));
                double toY = unit(pairs.storedY(pair));
                add(sums, new double[] {x, y, 1, 0, 0, 0, -x * toX, -y * toX}, toX);
                add(sums, new double[] {0, 0, 0, x, y, 1, -x * toY, -y * toY}, toY);
                count++;
            }
        }
        if (count < FOR_PROJECTIVE || !solve(sums, 8, 1)) {
            return Optional.empty();
        }
        double[] m = new double[9];
        for (int i = 0; i < 8; i++) {
            m[i] = sums[i][8];
        }
        m[8] = 1;
        return Optional.of(inPixels(new Mapping(m)));
    }

    private static double unit(double pixel) {
        return (pixel - UNIT) / UNIT;
    }

    private static Mapping inPixels(Mapping unit) {
        Mapping toUnit = new Mapping(1 / UNIT, 0, -1, 0, 1 / UNIT, -1, 0, 0, 1);
        Mapping toPixels = new Mapping(UNIT, 0, UNIT, 0, UNIT, UNIT, 0, 0, 1);
        return toUnit.then(unit).then(toPixels);
    }

    private static void add(double[][] sums, double[] row, double value) {
        add(sums, row, value, 1);
    }

    /** Adds one equation to the normal equations of many. */
    static void add(double[][] sums, double[] row, double value, double weight) {
        for (int i = 0; i < row.length; i++) {
            double factor = weight * row[i];
            for (int k = 0; k < row.length; k++) {
                sums[i][k] += factor * row[k];
            }
            sums[i][row.length] += factor * value;
        }
    }

    /** Gauss with pivots; the right sides end up in the last columns. False without a solution. */
    static boolean solve(double[][] rows, int unknowns, int sides) {
        for (int column = 0; column < unknowns; column++) {
            int pivot = column;
            for (int row = column + 1; row < unknowns; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swap = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swap;
            if (Math.abs(rows[column][column]) < 1e-9) {
                return false;
            }
            for (int row = 0; row < unknowns; row++) {
                if (row != column) {
                    double factor = rows[row][column] / rows[column][column];
                    for (int k = column; k < unknowns + sides; k++) {
                        rows[row][k] -= factor * rows[column][k];
                    }
                }
            }
        }
        for (int row = 0; row < unknowns; row++) {
            for (int k = unknowns; k < unknowns + sides; k++) {
                rows[row][k] /= rows[row][row];
            }
        }
        return true;
    }
}
