package io.mingjian.registry.trial;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often those who were proposed were listed by people, with the range in which the true share
 * lies with 95 % confidence (Wilson score interval; E. B. Wilson, JASA 22, 1927), which stays
 * honest for few cases.
 *
 * @param right proposed and listed
 * @param wrong proposed and not listed, or listed and revoked
 */
@Schema(name = "TrialPrecision", description = "精确率及其95%置信区间 / Share confirmed, with its range")
record Precision(long right, long wrong, double share, double low, double high) {
    private static final double Z = 1.959964;

    static Precision of(long right, long wrong) {
        double n = right + wrong;
        if (n == 0) {
            return new Precision(0, 0, 0, 0, 1);
        }
        double p = right / n;
        double centre = p + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Precision(
                right,
                wrong,
                p,
                Math.max(0, (centre - spread) / scale),
                Math.min(1, (centre + spread) / scale));
    }

    boolean isKnown() {
        return right + wrong > 0;
    }
}
