package io.mingjian.detection.reuse;

/**
 * Four rows of numbers side by side. A running sum waits for itself at every number; the sums of
 * four rows do so together, and are the same as if each row had been added up alone.
 */
final class Lanes {
    static final int COUNT = 4;

    private final int length;
    private final float[] values;

    Lanes(int length) {
        this.length = length;
        this.values = new float[COUNT * length];
    }

    void put(int lane, float[] row) {
        for (int x = 0; x < length; x++) {
            values[COUNT * x + lane] = row[x];
        }
    }

    /**
     * Running means; an even window reaches one further ahead than back, at the ends it shrinks.
     */
    void smooth(Lanes into, int window) {
        Sums sums = new Sums(this, window);
        for (int x = 0; x < length; x++) {
            sums.moveTo(x);
            sums.means(into.values, COUNT * x);
        }
    }

    /**
     * The same at some places alone.
     *
     * @param places in rising order, some of them possibly the same
     * @return means at these places, of each lane
     */
    float[][] smooth(int[] places, int window) {
        Sums sums = new Sums(this, window);
        float[] means = new float[COUNT * places.length];
        int next = 0;
        for (int x = 0; x < length && next < places.length; x++) {
            sums.moveTo(x);
            for (; next < places.length && places[next] == x; next++) {
                sums.means(means, COUNT * next);
            }
        }
        return apart(means, places.length);
    }

    private static float[][] apart(float[] values, int length) {
        float[][] lanes = new float[COUNT][length];
        for (int i = 0; i < values.length; i++) {
            lanes[i % COUNT][i / COUNT] = values[i];
        }
        return lanes;
    }

    /** What lies in the window around a place. */
    private static final class Sums {
        private final float[] values;
        private final int length;
        private final int ahead;
        private final int back;
        private float first;
        private float second;
        private float third;
        private float fourth;
        private int count;

        Sums(Lanes lanes, int window) {
            this.values = lanes.values;
            this.length = lanes.length;
            this.ahead = Math.min(window / 2, length - 1);
            this.back = (window - 1) / 2;
            for (int x = 0; x < ahead; x++) {
                add(x);
            }
        }

        /** The place before must have been the last one. */
        void moveTo(int x) {
            if (x + ahead < length) {
                add(x + ahead);
            }
            if (x - back > 0) {
                remove(x - back - 1);
            }
        }

        private void add(int x) {
            int at = COUNT * x;
            first += values[at];
            second += values[at + 1];
            third += values[at + 2];
            fourth += values[at + 3];
            count++;
        }

        private void remove(int x) {
            int at = COUNT * x;
            first -= values[at];
            second -= values[at + 1];
            third -= values[at + 2];
            fourth -= values[at + 3];
            count--;
        }

        void means(float[] into, int at) {
            into[at] = first / count;
            into[at + 1] = second / count;
            into[at + 2] = third / count;
            into[at + 3] = fourth / count;
        }
    }
}
