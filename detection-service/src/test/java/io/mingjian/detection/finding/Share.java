package io.mingjian.detection.finding;

import java.util.Locale;

/** So many out of so many, with the interval in which the true share lies (Wilson, 95 %). */
public record Share(int part, int whole) {
    private static final double Z = 1.96;

    public double value() {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    public double low() {
        return Math.max(0, centre() - reach());
    }

    public double high() {
        return centre() + reach();
    }

    private double centre() {
        return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double reach() {
        double spread = value() * (1 - value()) / whole + Z * Z / (4.0 * whole * whole);
        return Z * Math.sqrt(spread) / (1 + Z * Z / whole);
    }

    @Override
    public String toString() {
        return whole == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.2f (%d/%d, %.2f–%.2f)",
                        value(),
                        part,
                        whole,
                        low(),
                        high());
    }
}
