package io.mingjian.monitoring.likeness;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A text in 32 numbers of 16 bits (MinHash over runs of three characters): the share of equal
 * numbers of two sketches estimates how much of the two texts' runs they have in common.
 *
 * <p>Eight bands of four numbers each are keys for looking up: of texts that have 80 % in common
 * all but 1.5 % share a band, of texts with 30 % in common one in sixteen does.
 */
public final class Sketch {
    static final int BANDS = 8;

    private static final int ROWS = 4;
    private static final int SIZE = BANDS * ROWS;
    private static final int RUN = 3;
    private static final long[] FACTORS = factors();

    private final char[] numbers;

    private Sketch(char[] numbers) {
        this.numbers = numbers;
    }

    /** The sketch of a text. Punctuation, spaces, width and case make no difference. */
    public static Sketch of(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]", "");
        long[] least = new long[SIZE];
        Arrays.fill(least, Long.MAX_VALUE);
        int runs = Math.max(1, plain.length() - RUN + 1);
        for (int at = 0; at < runs; at++) {
            long run = hash(plain, at, Math.min(plain.length(), at + RUN));
            for (int each = 0; each < SIZE; each++) {
                long mixed = mix(run * FACTORS[each]) >>> 1;
                if (mixed < least[each]) {
                    least[each] = mixed;
                }
            }
        }
        char[] numbers = new char[SIZE];
        for (int each = 0; each < SIZE; each++) {
            numbers[each] = (char) least[each];
        }
        return new Sketch(numbers);
    }

    /** How alike two texts probably are, 0 to 1. */
    public double likeness(Sketch other) {
        int equal = 0;
        for (int at = 0; at < SIZE; at++) {
            equal += numbers[at] == other.numbers[at] ? 1 : 0;
        }
        return equal / (double) SIZE;
    }

    /** The keys under which it is looked up; texts of another scope have other keys. */
    long[] bands(String scope) {
        long salt = hash(scope, 0, scope.length());
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = salt + band;
            for (int row = 0; row < ROWS; row++) {
                key = mix(key * 31 + numbers[band * ROWS + row]);
            }
            bands[band] = key;
        }
        return bands;
    }

    /** As it is kept. */
    String written() {
        byte[] bytes = new byte[SIZE * 2];
        for (int at = 0; at < SIZE; at++) {
            bytes[2 * at] = (byte) (numbers[at] >> 8);
            bytes[2 * at + 1] = (byte) numbers[at];
        }
        return new String(
                Base64.getEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }

    static Sketch read(String written) {
        byte[] bytes = Base64.getDecoder().decode(written);
        char[] numbers = new char[SIZE];
        for (int at = 0; at < SIZE; at++) {
            numbers[at] = (char) ((bytes[2 * at] & 0xff) << 8 | (bytes[2 * at + 1] & 0xff));
        }
        return new Sketch(numbers);
    }

    private static long hash(String text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int at = from; at < to; at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** SplitMix64's last steps: every bit of the number reaches every other. */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Always the same, because sketches are kept. */
    private static long[] factors() {
        SplittableRandom random = new SplittableRandom(20_261_130L);
        long[] factors = new long[SIZE];
        for (int at = 0; at < SIZE; at++) {
            factors[at] = random.nextLong() | 1;
        }
        return factors;
    }
}
