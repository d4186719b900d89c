package io.mingjian.registry.ledger;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The signature of a text by which texts that are nearly the same are found: MinHash over runs of
 * three characters. Names of the operator, numbers and days are taken out before, so that filling
 * in a template does not make another text of it. A signature tells nothing of what the text says.
 */
public final class TextSignature {
    /** Share of common runs from which two texts count as one (domain §4, TEXT_TEMPLATE). */
    public static final double SAME = 0.85;

    /** Shorter texts are alike by chance. */
    private static final int SHORTEST = 30;

    private static final int RUN = 3;
    private static final int HASHES = 128;
    private static final int BANDS = 16;
    private static final int ROWS = HASHES / BANDS;
    private static final long[] FACTORS = factors();

    private final short[] lowest;
    private final int[] bands;

    private TextSignature(short[] lowest, int[] bands) {
        this.lowest = lowest;
        this.bands = bands;
    }

    /**
     * The signature of a text; absent if too little is left of it.
     *
     * @param names what the operator is called
     */
    public static Optional<TextSignature> of(String text, Collection<String> names) {
        String plain = plain(text, names);
        return plain.length() < SHORTEST ? Optional.empty() : Optional.of(ofPlain(plain));
    }

    /** Width, case, blanks and punctuation do not matter; names, numbers and days are one sign. */
    static String plain(String text, Collection<String> names) {
        String masked = normal(text);
        for (String name : names) {
            String known = normal(name);
            if (!known.isBlank()) {
                masked = masked.replace(known, "#");
            }
        }
        return masked.replaceAll("[^\\p{L}\\p{N}#]", "")
                .replaceAll("[\\p{N}零〇一二三四五六七八九十百千万两]+", "0");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    private static TextSignature ofPlain(String plain) {
        int[] mins = new int[HASHES];
        Arrays.fill(mins, Integer.MAX_VALUE);
        for (String run : runs(plain)) {
            long hash = mix(run.hashCode() * 0x9E3779B97F4A7C15L + run.charAt(0));
            for (int i = 0; i < HASHES; i++) {
                mins[i] = Math.min(mins[i], (int) (hash * FACTORS[i] >>> 33));
            }
        }
        short[] lowest = new short[HASHES];
        int[] bands = new int[BANDS];
        for (int i = 0; i < HASHES; i++) {
            lowest[i] = (short) mins[i];
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band] =
                    31 * band
                            + Arrays.hashCode(
                                    Arrays.copyOfRange(mins, band * ROWS, (band + 1) * ROWS));
        }
        return new TextSignature(lowest, bands);
    }

    private static Set<String> runs(String plain) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= plain.length(); i++) {
            runs.add(plain.substring(i, i + RUN));
        }
        return runs;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Fixed for ever: a signature is compared with those of other years. */
    private static long[] factors() {
        SplittableRandom random = new SplittableRandom(121);
        return random.longs(HASHES).map(each -> each | 1).toArray();
    }

    /** Reads what {@link #bytes} wrote; it can be compared but has no bands. */
    public static TextSignature of(byte[] stored) {
        short[] lowest = new short[HASHES];
        ByteBuffer.wrap(stored).asShortBuffer().get(lowest);
        return new TextSignature(lowest, new int[0]);
    }

    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HASHES * Short.BYTES);
        bytes.asShortBuffer().put(lowest);
        return bytes.array();
    }

    /** Two texts that are nearly the same have at least one of these in common. */
    public int[] bands() {
        return bands.clone();
    }

    /** The share of common runs, as far as signatures tell. */
    public double likeness(TextSignature other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += lowest[i] == other.lowest[i] ? 1 : 0;
        }
        return (double) same / HASHES;
    }
}
