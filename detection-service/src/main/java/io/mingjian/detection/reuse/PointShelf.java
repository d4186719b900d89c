package io.mingjian.detection.reuse;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Key points of all pictures by word. A query looks through the lists of its points' words, keeps
 * entries whose signs are near, and gives their pictures votes.
 *
 * <p>Takes about {@link #BYTES_A_POINT} bytes a point, up to half as much again while lists grow.
 * One may write while others read; a reader gives the number of pictures that it knows to be whole.
 */
final class PointShelf {
    static final int BYTES_A_POINT = 8 + 4 + 2 + 2;

    /** Differing signs of 64 up to which two points of one word are alike. */
    private static final int ALIKE = 20;

    private static final int WORDS_A_POINT = 5;
    private static final double FARTHEST = 1.6;

    private record Entries(long[] signs, int[] pictures, short[] lies, short[] places) {
        private static final Entries NONE =
                new Entries(new long[0], new int[0], new short[0], new short[0]);

        private Entries grown() {
            int length = Math.max(4, signs.length + (signs.length >> 1));
            return new Entries(
                    Arrays.copyOf(signs, length),
                    Arrays.copyOf(pictures, length),
                    Arrays.copyOf(lies, length),
                    Arrays.copyOf(places, length));
        }
    }

    private final Vocabulary vocabulary = Vocabulary.get();
    private final Entries[] lists = new Entries[Vocabulary.WORDS];
    private final AtomicIntegerArray counts = new AtomicIntegerArray(Vocabulary.WORDS);

    PointShelf() {
        Arrays.fill(lists, Entries.NONE);
    }

    /** Not to be called by two at once. */
    void add(int picture, PictureGist gist) {
        for (int i = 0; i < gist.points(); i++) {
            int word = gist.word(i);
            int count = counts.get(word);
            Entries entries = lists[word];
            if (count == entries.signs.length) {
                entries = entries.grown();
                lists[word] = entries;
            }
            entries.signs[count] = gist.signs(i);
            entries.pictures[count] = picture;
            entries.lies[count] = (short) (gist.angle(i) << 8 | gist.scale(i) & 0xFF);
            entries.places[count] = gist.place(i);
            // Readers take the count first: what it counts has been written before.
            counts.set(word, count + 1);
        }
    }

    /**
     * Votes for pictures below a number.
     *
     * @param points of the query, or of the query in the mirror
     */
    void search(KeyPoints points, int pictures, PointVotes votes) {
        int[][] numbers = new int[2][Vocabulary.NEAR];
        int[][] distances = new int[2][Vocabulary.NEAR];
        Nearby nearby = new Nearby();
        for (int i = 0; i < points.count(); i++) {
            int at = i * KeyPoints.LENGTH;
            for (int half = 0; half < 2; half++) {
                vocabulary.nearest(half, points.descriptions(), at, numbers[half], distances[half]);
            }
            nearby.choose(distances);
            for (int k = 0; k < nearby.count; k++) {
                int upper = numbers[0][nearby.upper[k]];
                int lower = numbers[1][nearby.lower[k]];
                look(points, i, upper, lower, pictures, votes);
            }
        }
    }

    private void look(
            KeyPoints points, int i, int upper, int lower, int pictures, PointVotes votes) {
        int word = Vocabulary.word(upper, lower);
        int count = counts.get(word);
        if (count == 0) {
            return;
        }
        Entries entries = lists[word];
        long signs = PictureGist.signs(vocabulary, points, i, upper, lower);
        votes.from(points.x(i), points.y(i));
        byte angle = PictureGist.angle(points.angle(i));
        byte scale = PictureGist.scale(points.scale(i));
        double rarity = Math.log(1 + (double) pictures / count);
        for (int entry = 0; entry < count; entry++) {
            int differing = Long.bitCount(entries.signs[entry] ^ signs);
            if (differing <= ALIKE && entries.pictures[entry] < pictures) {
                short lies = entries.lies[entry];
                votes.add(
                        entries.pictures[entry],
                        (byte) ((lies >> 8) - angle),
                        (byte) ((byte) lies - scale),
                        entries.places[entry],
                        rarity * (ALIKE + 4 - differing) / (ALIKE + 4));
            }
        }
    }

    /** The likeliest pairs of examples of a point, by the sum of their distances. */
    private static final class Nearby {
        private final int[] upper = new int[WORDS_A_POINT];
        private final int[] lower = new int[WORDS_A_POINT];
        private final long[] sums = new long[WORDS_A_POINT];
        private int count;

        private void choose(int[][] distances) {
            count = 0;
            long least = (long) distances[0][0] + distances[1][0];
            for (int one = 0; one < Vocabulary.NEAR; one++) {
                for (int other = 0; other < Vocabulary.NEAR; other++) {
                    long sum = (long) distances[0][one] + distances[1][other];
                    if (sum <= FARTHEST * least) {
                        insert(one, other, sum);
                    }
                }
            }
        }

        private void insert(int one, int other, long sum) {
            int place = Math.min(count, WORDS_A_POINT - 1);
            if (count == WORDS_A_POINT && sums[place] <= sum) {
                return;
            }
            while (place > 0 && sums[place - 1] > sum) {
                sums[place] = sums[place - 1];
                upper[place] = upper[place - 1];
                lower[place] = lower[place - 1];
                place--;
            }
            sums[place] = sum;
            upper[place] = one;
            lower[place] = other;
            count = Math.min(WORDS_A_POINT, count + 1);
        }
    }
}
