package io.mingjian.detection.reuse;

/**
 * Half of what many hashes hold, and what it alone says of their distance to a query in all eight
 * ways to lay it: at least the bits that differ in {@code ee}, and of {@code eo} those that differ
 * or those that do not, whichever are fewer, since a mirror turns that whole word over. The same
 * with the transposed query. Of different pictures one in a hundred comes as near as that.
 *
 * <p>Every loop here does one thing to one array, without branch or call: of such loops the
 * compiler makes vector instructions, sixteen hashes at a time where the processor counts bits in
 * vectors, and merging any two of them undoes that. {@code benchmarks/run reuse-speed} tells.
 */
final class HashSieve {
    /** Hashes of one sieve: what is noted of them stays in the nearest caches. */
    static final int HASHES = 1 << 10;

    private static final int BITS = 32;

    private final int[] eeLow = new int[HASHES];
    private final int[] eeHigh = new int[HASHES];
    private final int[] eoLow = new int[HASHES];
    private final int[] eoHigh = new int[HASHES];

    void put(int slot, PictureHash hash) {
        eeLow[slot] = low(hash.ee());
        eeHigh[slot] = high(hash.ee());
        eoLow[slot] = low(hash.eo());
        eoHigh[slot] = high(hash.eo());
    }

    private static int low(long word) {
        return (int) word;
    }

    private static int high(long word) {
        return (int) (word >>> BITS);
    }

    long ee(int slot) {
        return joined(eeHigh[slot], eeLow[slot]);
    }

    long eo(int slot) {
        return joined(eoHigh[slot], eoLow[slot]);
    }

    private static long joined(int high, int low) {
        return (long) high << BITS | low & 0xFFFF_FFFFL;
    }

    /** One query's way through any number of sieves; for one thread. */
    static final class Sifting {
        private final PictureHash straight;
        private final PictureHash swapped;

        /** Near is what stays below it, 32 of the bits in {@code eo} not counted. */
        private final int limit;

        private final int[] ee = new int[HASHES];
        private final int[] eo = new int[HASHES];

        /** Negative where the straight or the swapped query may be near. */
        private final int[] beyond = new int[HASHES];

        private final int[] kept = new int[HASHES];

        /**
         * @param most differing bits up to which a hash may be near
         */
        Sifting(PictureHash straight, PictureHash swapped, int most) {
            this.straight = straight;
            this.swapped = swapped;
            this.limit = most + 1 - BITS;
        }

        /** How many of the first so many hashes may be near; {@link #kept} tells which. */
        int sift(HashSieve sieve, int count) {
            differing(sieve, straight);
            note(ee, eo, beyond, limit);
            differing(sieve, swapped);
            noteAlso(ee, eo, beyond, limit);
            return negative(beyond, count, kept);
        }

        /** The place of one that was kept. */
        int kept(int i) {
            return kept[i];
        }

        private void differing(HashSieve sieve, PictureHash query) {
            count(sieve.eeLow, low(query.ee()), ee);
            countAlso(sieve.eeHigh, high(query.ee()), ee);
            count(sieve.eoLow, low(query.eo()), eo);
            countAlso(sieve.eoHigh, high(query.eo()), eo);
        }

        private static void count(int[] words, int query, int[] bits) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] = Integer.bitCount(words[i] ^ query);
            }
        }

        private static void countAlso(int[] words, int query, int[] bits) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] += Integer.bitCount(words[i] ^ query);
            }
        }

        /**
         * Of the 64 bits of {@code eo} the fewer, by 32, of those that differ and those that do
         * not.
         */
        private static void note(int[] ee, int[] eo, int[] beyond, int limit) {
            for (int i = 0; i < beyond.length; i++) {
                beyond[i] = ee[i] - Math.abs(eo[i] - BITS) - limit;
            }
        }

        private static void noteAlso(int[] ee, int[] eo, int[] beyond, int limit) {
            for (int i = 0; i < beyond.length; i++) {
                beyond[i] |= ee[i] - Math.abs(eo[i] - BITS) - limit;
            }
        }

        private static int negative(int[] values, int count, int[] places) {
            int found = 0;
            for (int i = 0; i < count; i++) {
                if (values[i] < 0) {
                    places[found++] = i;
                }
            }
            return found;
        }
    }
}
