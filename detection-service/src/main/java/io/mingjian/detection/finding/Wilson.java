package io.mingjian.detection.finding;

/**
 * The interval in which a share lies with 95 % confidence (E. B. Wilson, 1927); right for small
 * counts and for none at all.
 *
 * @param low between 0 and 1
 * @param high between 0 and 1
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959964;

    /**
     * The interval of a count.
     *
     * @param hits at most {@code of}
     * @param of at least 0; of nothing the share may be anything
     */
    public static Wilson of(long hits, long of) {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
        if (of == 0) {
            return new Wilson(0, 1);
        }
        double n = of;
        double share = hits / n;
        double middle = share + Z * Z / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double all = 1 + Z * Z / n;
        return new Wilson(
                hits == 0 ? 0 : (middle - half) / all, hits == of ? 1 : (middle + half) / all);
    }
}
