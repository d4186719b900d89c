package io.mingjian.detection.reuse;

/**
 * How the greys of two pictures go together over what both show, by the means of equal parts. A
 * copy is lighter or darker, or flatter, all over; two photographs of one printed thing lie in
 * different light and end elsewhere, however well the print agrees.
 */
record Tones(int across, int down, double[] query, double[] stored) {
    private static final int FEWEST = 4;

    /** The best of all parts, and of all but those along one edge, where a caption may lie. */
    double likeness() {
        int wide = (int) Math.ceil(Parts.BAR_WIDTH * across);
        int high = (int) Math.ceil(Parts.BAR_WIDTH * down);
        double best = within(0, 0, across, down);
        best = Math.max(best, within(wide, 0, across, down));
        best = Math.max(best, within(0, high, across, down));
        best = Math.max(best, within(0, 0, across - wide, down));
        return Math.max(best, within(0, 0, across, down - high));
    }

    /** Correlation of the parts that both show; 0 where there are too few to tell. */
    private double within(int left, int top, int right, int bottom) {
        int count = 0;
        double one = 0;
        double other = 0;
        double squares = 0;
        double otherSquares = 0;
        double products = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double a = query[y * across + x];
                double b = stored[y * across + x];
                if (!Double.isNaN(a)) {
                    count++;
                    one += a;
                    other += b;
                    squares += a * a;
                    otherSquares += b * b;
                    products += a * b;
                }
            }
        }
        double spread = (squares - one * one / count) * (otherSquares - other * other / count);
        boolean tells = count >= FEWEST && spread > 1e-9;
        return tells ? (products - one * other / count) / Math.sqrt(spread) : 0;
    }
}
