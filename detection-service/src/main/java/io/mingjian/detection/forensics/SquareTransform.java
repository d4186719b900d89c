package io.mingjian.detection.forensics;

/**
 * Fast Fourier transform of a square of complex numbers. All columns are transformed together, a
 * row with a row, so that the numbers that are needed one after the other lie side by side.
 */
final class SquareTransform {
    private final double[] re;
    private final double[] im;
    private final int side;

    private SquareTransform(double[] re, double[] im, int side) {
        this.re = re;
        this.im = im;
        this.side = side;
    }

    /**
     * Transforms in place, row by row. Afterwards rows and columns have changed places: the
     * frequency across counts the rows.
     *
     * @param side a power of two
     */
    static void of(double[] re, double[] im, int side) {
        SquareTransform square = new SquareTransform(re, im, side);
        square.columns();
        transpose(re, side);
        transpose(im, side);
        square.columns();
    }

    private void columns() {
        reorder();
        for (int length = 2; length <= side; length <<= 1) {
            int half = length / 2;
            for (int k = 0; k < half; k++) {
                double turn = 2 * Math.PI * k / length;
                double cosine = Math.cos(turn);
                double sine = -Math.sin(turn);
                for (int row = k; row < side; row += length) {
                    combine(row * side, (row + half) * side, cosine, sine);
                }
            }
        }
    }

    /** One row with another, of all columns. */
    private void combine(int one, int other, double cosine, double sine) {
        for (int x = 0; x < side; x++) {
            int a = one + x;
            int b = other + x;
            double real = re[b] * cosine - im[b] * sine;
            double imaginary = re[b] * sine + im[b] * cosine;
            re[b] = re[a] - real;
            im[b] = im[a] - imaginary;
            re[a] += real;
            im[a] += imaginary;
        }
    }

    /** Rows go where their number leads when it is read from its last bit to its first. */
    private void reorder() {
        int unused = Integer.numberOfLeadingZeros(side) + 1;
        for (int row = 0; row < side; row++) {
            int to = Integer.reverse(row) >>> unused;
            if (row < to) {
                swap(re, row * side, to * side);
                swap(im, row * side, to * side);
            }
        }
    }

    private void swap(double[] values, int one, int other) {
        for (int x = 0; x < side; x++) {
            double keep = values[one + x];
            values[one + x] = values[other + x];
            values[other + x] = keep;
        }
    }

    private static void transpose(double[] values, int side) {
        for (int y = 1; y < side; y++) {
            for (int x = 0; x < y; x++) {
                double keep = values[y * side + x];
                values[y * side + x] = values[x * side + y];
                values[x * side + y] = keep;
            }
        }
    }
}
