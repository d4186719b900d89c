package io.mingjian.detection.forensics;

/** Single values of an order, found without putting all of them in order. */
final class Ranks {
    private Ranks() {}

    /**
     * The value that would stand at a place if the first so many were sorted (C. A. R. Hoare,
     * "Algorithm 65: Find", 1961). They change places among themselves.
     *
     * @param place from 0
     */
    static double value(double[] values, int count, int place) {
        int from = 0;
        int to = count - 1;
        while (from < to) {
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double keep = values[low];
                    values[low++] = values[high];
                    values[high--] = keep;
                }
            }
            if (place <= high) {
                to = high;
            } else if (place >= low) {
                from = low;
            } else {
                return values[place];
            }
        }
        return values[place];
    }

    private static double middle(double one, double two, double three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }
}
