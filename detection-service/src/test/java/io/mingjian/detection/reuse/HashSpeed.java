package io.mingjian.detection.reuse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * Measures the exact search over ten million invented hashes on one core, beside a plain pass over
 * as much memory in the same run, and how soon a new picture can be found. {@code benchmarks/run
 * reuse-speed}.
 */
public final class HashSpeed {
    private static final int ROUNDS = 40;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HashSpeed() {}

    public static void main(String[] arguments) {
        int hashes = Integer.getInteger("reuse.hashes", 10_000_000);
        SplittableRandom random = new SplittableRandom(1);
        HashShelf shelf = new HashShelf();
        long from = System.nanoTime();
        for (int i = 0; i < hashes; i++) {
            shelf.add(i, false, drawn(random));
        }
        System.out.printf(
                "%,d hashes added, %.0f ns each, %d bytes a hash%n",
                hashes, (double) (System.nanoTime() - from) / hashes, HashShelf.BYTES_A_HASH);
        searchesAndPasses(shelf, hashes, random);
        shelf = null;
        System.out.printf("a picture more among 200,000: %s%n", additions(random));
    }

    private static PictureHash drawn(SplittableRandom random) {
        return new PictureHash(
                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    /**
     * In turns, so that both meet the machine in the same state. Processor time is what one core
     * worked, whoever else wanted it.
     */
    private static void searchesAndPasses(HashShelf shelf, int hashes, SplittableRandom random) {
        long[][] words = new long[Math.max(1, hashes / 1_000_000 * 4)][1_000_000];
        for (long[] part : words) {
            Arrays.setAll(part, i -> i * 0x9E3779B97F4A7C15L);
        }
        Times searches = new Times();
        Times passes = new Times();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            PictureHash query = drawn(random);
            found += searches.of(round, () -> shelf.search(query, false).size());
            passes.of(round, () -> joined(words));
        }
        System.out.printf(
                "exact search, all eight ways: %s, strangers within %d bits: %d%n",
                searches, HashShelf.CANDIDATE, found);
        System.out.printf("plain pass over 32 bytes a hash: %s%n", passes);
        System.out.printf(
                "search in units of the plain pass: %.2f%n", searches.median() / passes.median());
    }

    private static final class Times {
        private final double[] millis = new double[ROUNDS];
        private final double[] worked = new double[ROUNDS];

        private int of(int round, IntSupplier work) {
            long before = THREADS.getCurrentThreadCpuTime();
            long from = System.nanoTime();
            int result = work.getAsInt();
            millis[round] = (System.nanoTime() - from) / 1e6;
            worked[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
            return result;
        }

        private double median() {
            return sorted(worked)[ROUNDS / 2];
        }

        @Override
        public String toString() {
            return told(millis) + "; processor time: " + told(worked);
        }
    }

    /** What the memory gives at best: every word is read once and joined. */
    private static int joined(long[][] words) {
        long joined = 0;
        for (long[] part : words) {
            joined ^= joined(part);
        }
        return (int) joined;
    }

    private static long joined(long[] part) {
        long joined = 0;
        for (long word : part) {
            joined ^= word;
        }
        return joined;
    }

    private static String additions(SplittableRandom random) {
        MemoryIndex index = new MemoryIndex();
        byte[] gist = new byte[PictureGist.MOST_BYTES];
        for (int i = 0; i < 200_000; i++) {
            index.add(new UUID(0, i), drawnGist(gist, random));
        }
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            PictureGist one = drawnGist(gist, random);
            long from = System.nanoTime();
            index.add(new UUID(1, round), one);
            millis[round] = (System.nanoTime() - from) / 1e6;
        }
        return told(millis);
    }

    private static PictureGist drawnGist(byte[] bytes, SplittableRandom random) {
        random.nextBytes(bytes);
        bytes[0] = 0;
        bytes[1] = PictureGist.VERSION;
        bytes[2 + 66] = PictureGist.POINTS;
        return PictureGist.fromBytes(bytes);
    }

    private static String told(double[] millis) {
        double[] sorted = sorted(millis);
        return String.format(
                "median %.2f ms, least %.2f, 95 %% %.2f",
                sorted[sorted.length / 2], sorted[0], sorted[sorted.length * 95 / 100]);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
