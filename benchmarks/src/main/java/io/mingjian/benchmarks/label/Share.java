package io.mingjian.benchmarks.label;

import java.util.Locale;

/** So many of so many. */
public record Share(int part, int whole) {
    private static final double Z = 1.96;

    /** The upper end of Wilson's interval of 95 %. */
    public double atMost() {
        return end(1);
    }

    private double atLeast() {
        return end(-1);
    }

    private double end(int side) {
        double n = whole;
        double p = part / n;
        double middle = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (middle + side * spread) / (1 + Z * Z / n);
    }

    /** Count and interval in percent. */
    @Override
    public String toString() {
        return whole == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%d/%d [%.0f, %.0f]",
                        part,
                        whole,
                        100 * atLeast(),
                        100 * atMost());
    }
}
