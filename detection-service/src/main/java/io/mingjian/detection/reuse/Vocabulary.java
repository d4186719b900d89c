package io.mingjian.detection.reuse;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Words for descriptions of key points. Each half of a description (the upper and the lower fields)
 * goes to the nearest of 128 examples, and the two together are one of 16,384 words. What a half
 * has left beside its example becomes 32 signs: above or below the middle of all halves that went
 * there. Source of the idea: Babenko and Lempitsky, "The Inverted Multi-Index", 2012, and Jegou and
 * others, "Hamming Embedding", 2008. The examples come from {@code VocabularyTraining}.
 */
final class Vocabulary {
    /** Grows when the same description would get another word or other signs. */
    static final int VERSION = 1;

    static final int EXAMPLES = 128;
    static final int WORDS = EXAMPLES * EXAMPLES;
    static final int HALF = KeyPoints.LENGTH / 2;
    static final int SIGNS = HALF / 2;

    /** Nearest examples of a half that a query looks at. */
    static final int NEAR = 3;

    private static final String RESOURCE = "reuse-vocabulary-1.bin";

    /** Read when first asked for: the training makes a vocabulary where there is none yet. */
    private static final class Shipped {
        private static final Vocabulary ONE = shipped();
    }

    private final byte[][] examples;
    private final byte[][] middles;

    /**
     * A vocabulary.
     *
     * @param examples of either half, {@link #HALF} bytes each
     * @param middles of the sums of two neighbouring values, halved, for either half and each
     *     example, {@link #SIGNS} bytes each
     */
    Vocabulary(byte[][] examples, byte[][] middles) {
        this.examples = examples;
        this.middles = middles;
    }

    static Vocabulary get() {
        return Shipped.ONE;
    }

    private static Vocabulary shipped() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            DataInputStream data = new DataInputStream(in);
            byte[][] examples = new byte[2][EXAMPLES * HALF];
            byte[][] middles = new byte[2][EXAMPLES * SIGNS];
            for (int half = 0; half < 2; half++) {
                data.readFully(examples[half]);
                data.readFully(middles[half]);
            }
            return new Vocabulary(examples, middles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        byte[] all = new byte[2 * EXAMPLES * (HALF + SIGNS)];
        int at = 0;
        for (int half = 0; half < 2; half++) {
            System.arraycopy(examples[half], 0, all, at, examples[half].length);
            at += examples[half].length;
            System.arraycopy(middles[half], 0, all, at, middles[half].length);
            at += middles[half].length;
        }
        return all;
    }

    /** The nearest examples of a half of a description, the nearest first. */
    void nearest(int half, byte[] descriptions, int from, int[] numbers, int[] distances) {
        Arrays.fill(distances, Integer.MAX_VALUE);
        byte[] table = examples[half];
        int start = from + half * HALF;
        for (int example = 0; example < EXAMPLES; example++) {
            int distance = 0;
            int at = example * HALF;
            for (int i = 0; i < HALF; i++) {
                int step = (descriptions[start + i] & 0xFF) - (table[at + i] & 0xFF);
                distance += step * step;
            }
            insert(example, distance, numbers, distances);
        }
    }

    private static void insert(int number, int distance, int[] numbers, int[] distances) {
        int place = distances.length - 1;
        if (distance >= distances[place]) {
            return;
        }
        while (place > 0 && distances[place - 1] > distance) {
            distances[place] = distances[place - 1];
            numbers[place] = numbers[place - 1];
            place--;
        }
        distances[place] = distance;
        numbers[place] = number;
    }

    /** 32 signs of a half beside an example. */
    int signs(int half, int example, byte[] descriptions, int from) {
        int start = from + half * HALF;
        int middle = example * SIGNS;
        int signs = 0;
        for (int i = 0; i < SIGNS; i++) {
            int pair =
                    (descriptions[start + 2 * i] & 0xFF) + (descriptions[start + 2 * i + 1] & 0xFF);
            if (pair >> 1 > (middles[half][middle + i] & 0xFF)) {
                signs |= 1 << i;
            }
        }
        return signs;
    }

    static int word(int upper, int lower) {
        return upper * EXAMPLES + lower;
    }
}
