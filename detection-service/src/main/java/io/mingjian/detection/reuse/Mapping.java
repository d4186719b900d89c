package io.mingjian.detection.reuse;

import java.util.Arrays;

/**
 * A projective mapping of the plane: nine numbers, row by row, the last one 1. Similarities and
 * affine mappings are those whose last row is 0 0 1.
 */
final class Mapping {
    static final Mapping IDENTITY = new Mapping(1, 0, 0, 0, 1, 0, 0, 0, 1);

    private final double[] m;

    Mapping(double... m) {
        if (m.length != 9) {
            throw new IllegalArgumentException("a mapping has nine numbers");
        }
        this.m = m.clone();
    }

    /** Scales, turns and shifts so that one point lands on the other. */
    static Mapping similarity(
            double scale, double angle, double x, double y, double toX, double toY) {
        double c = scale * Math.cos(angle);
        double s = scale * Math.sin(angle);
        return new Mapping(c, -s, toX - c * x + s * y, s, c, toY - s * x - c * y, 0, 0, 1);
    }

    /** A picture laid down another way, from its own pixels to those of another size. */
    static Mapping turn(Turn turn, int width, int height, int toWidth, int toHeight) {
        Mapping toUnit = scaling(1.0 / width, 1.0 / height);
        Mapping swap = turn.swapsSides() ? new Mapping(0, 1, 0, 1, 0, 0, 0, 0, 1) : IDENTITY;
        Mapping right = turn.fromRight() ? new Mapping(-1, 0, 1, 0, 1, 0, 0, 0, 1) : IDENTITY;
        Mapping bottom = turn.fromBottom() ? new Mapping(1, 0, 0, 0, -1, 1, 0, 0, 1) : IDENTITY;
        return toUnit.then(swap).then(right).then(bottom).then(scaling(toWidth, toHeight));
    }

    static Mapping scaling(double x, double y) {
        return new Mapping(x, 0, 0, 0, y, 0, 0, 0, 1);
    }

    /** From a window of the unit square to the whole of it. */
    static Mapping zoom(Window window) {
        return new Mapping(
                1 / window.width(),
                0,
                -window.x() / window.width(),
                0,
                1 / window.height(),
                -window.y() / window.height(),
                0,
                0,
                1);
    }

    double x(double x, double y) {
        return (m[0] * x + m[1] * y + m[2]) / (m[6] * x + m[7] * y + m[8]);
    }

    double y(double x, double y) {
        return (m[3] * x + m[4] * y + m[5]) / (m[6] * x + m[7] * y + m[8]);
    }

    /** This one first, the other after it. */
    Mapping then(Mapping other) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < 3; i++) {
                    product[row * 3 + column] += other.m[row * 3 + i] * m[i * 3 + column];
                }
            }
        }
        return new Mapping(product).scaled();
    }

    /** The way back; not a number where there is none. */
    Mapping inverse() {
        double[] back = {
            m[4] * m[8] - m[5] * m[7],
            m[2] * m[7] - m[1] * m[8],
            m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8],
            m[0] * m[8] - m[2] * m[6],
            m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6],
            m[1] * m[6] - m[0] * m[7],
            m[0] * m[4] - m[1] * m[3]
        };
        return new Mapping(back).scaled();
    }

    private Mapping scaled() {
        double[] scaled = m.clone();
        for (int i = 0; i < 9; i++) {
            scaled[i] /= m[8];
        }
        return new Mapping(scaled);
    }

    /** How much larger areas become at a point; negative in the mirror. */
    double growth(double x, double y) {
        double w = m[6] * x + m[7] * y + m[8];
        double determinant =
                m[0] * (m[4] * m[8] - m[5] * m[7])
                        - m[1] * (m[3] * m[8] - m[5] * m[6])
                        + m[2] * (m[3] * m[7] - m[4] * m[6]);
        return determinant / (w * w * w);
    }

    double[] numbers() {
        return m.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mapping mapping && Arrays.equals(m, mapping.m);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m);
    }

    @Override
    public String toString() {
        return Arrays.toString(m);
    }
}
