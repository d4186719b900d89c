package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.reuse.Candidate.ByHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shelf answers what a comparison of every bit of every hash answers, and nothing else. */
class HashShelfTest {
    private static final int WORDS = 4;

    private static PictureHash drawn(SplittableRandom random) {
        return hash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    private static PictureHash hash(long... words) {
        return new PictureHash(words[0], words[1], words[2], words[3], 100);
    }

    /** A hash with so many bits of each word turned over. */
    private static PictureHash off(PictureHash hash, SplittableRandom random, int... bits) {
        long[] words = {hash.ee(), hash.eo(), hash.oe(), hash.oo()};
        for (int word = 0; word < WORDS; word++) {
            long turned = 0;
            while (Long.bitCount(turned) < bits[word]) {
                turned |= 1L << random.nextInt(64);
            }
            words[word] ^= turned;
        }
        return hash(words);
    }

    /** So many bits, spread over the words by chance. */
    private static int[] spread(int bits, SplittableRandom random) {
        int[] each = new int[WORDS];
        for (int bit = 0; bit < bits; bit++) {
            each[random.nextInt(WORDS)]++;
        }
        return each;
    }

    private static int distance(PictureHash query, PictureHash stored) {
        int least = 256;
        for (Turn turn : Turn.values()) {
            least = Math.min(least, query.turned(turn).distance(stored));
        }
        return least;
    }

    private static HashShelf shelf(List<PictureHash> stored) {
        HashShelf shelf = new HashShelf();
        for (int i = 0; i < stored.size(); i++) {
            shelf.add(i, i % 3 == 0, stored.get(i));
        }
        return shelf;
    }

    private static void assertSameAsComparingAll(
            Map<Integer, ByHash> found, PictureHash query, List<PictureHash> stored) {
        Map<Integer, Integer> expected = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            int distance = distance(query, stored.get(i));
            if (distance <= HashShelf.CANDIDATE) {
                expected.put(i, distance);
            }
        }
        Map<Integer, Integer> distances = new HashMap<>();
        found.forEach(
                (i, near) -> {
                    distances.put(i, near.distance());
                    assertThat(query.turned(near.turn()).distance(stored.get(i)))
                            .isEqualTo(near.distance());
                    assertThat(near.storedTrimmed()).isEqualTo(i % 3 == 0);
                });
        assertThat(distances).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5})
    void findsWhatAComparisonOfEachFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PictureHash query = drawn(random);
        List<PictureHash> stored = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            // From copies bit by bit to 63 bits away, in each way to lay them, among strangers.
            PictureHash hash =
                    i % 8 > 0
                            ? drawn(random)
                            : off(
                                    query.turned(Turn.values()[i / 8 % 8]),
                                    random,
                                    spread(i / 64 % 64, random));
            stored.add(hash);
        }
        HashShelf shelf = shelf(stored);
        Map<Integer, ByHash> found = shelf.search(query, false);
        assertThat(found).hasSizeGreaterThan(1_900);
        assertSameAsComparingAll(found, query, stored);
        for (int other = 0; other < 20; other++) {
            PictureHash next = stored.get(random.nextInt(stored.size()));
            assertSameAsComparingAll(shelf.search(next, true), next, stored);
        }
    }

    /** All bits that may differ lie in one word, or in those that are looked at first or last. */
    @ParameterizedTest
    @CsvSource({
        "48, 0, 0, 0",
        "0, 48, 0, 0",
        "0, 0, 48, 0",
        "0, 0, 0, 48",
        "24, 24, 0, 0",
        "16, 32, 0, 0",
        "0, 0, 24, 24",
        "17, 31, 0, 0",
        "12, 12, 12, 12"
    })
    void findsTheLastBitWhereverItLies(int ee, int eo, int oe, int oo) {
        SplittableRandom random = new SplittableRandom(11);
        for (Turn turn : Turn.values()) {
            PictureHash query = drawn(random);
            PictureHash laid = query.turned(turn);
            PictureHash within = off(laid, random, ee, eo, oe, oo);
            PictureHash beyond = off(laid, random, ee + 1, eo, oe, oo);
            List<PictureHash> stored = List.of(within, beyond);
            assertThat(laid.distance(within)).isEqualTo(HashShelf.CANDIDATE);
            assertThat(laid.distance(beyond)).isEqualTo(HashShelf.CANDIDATE + 1);
            assertSameAsComparingAll(shelf(stored).search(query, false), query, stored);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowTheQueryMustBeLaid(Turn turn) {
        SplittableRandom random = new SplittableRandom(5);
        PictureHash query = drawn(random);
        HashShelf shelf = new HashShelf();
        shelf.add(7, true, off(query.turned(turn), random, 3, 4, 5, 6));
        assertThat(shelf.search(query, false))
                .isEqualTo(Map.of(7, new ByHash(18, turn, false, true)));
    }

    @Test
    void findsTheFirstAndTheLastOfAnyNumber() {
        SplittableRandom random = new SplittableRandom(8);
        HashShelf shelf = new HashShelf();
        PictureHash first = drawn(random);
        shelf.add(0, false, first);
        for (int i = 1; i < 3 * HashSieve.HASHES; i++) {
            PictureHash last = drawn(random);
            shelf.add(i, false, last);
            int beside = (i + 1) % HashSieve.HASHES;
            if (beside < 2 || beside == HashSieve.HASHES - 1) {
                assertThat(shelf.search(first.turned(Turn.HALF), false)).containsOnlyKeys(0);
                assertThat(shelf.search(last.turned(Turn.TRANSPOSE), false)).containsOnlyKeys(i);
            }
        }
        assertThat(shelf.size()).isEqualTo(3 * HashSieve.HASHES);
    }

    @Test
    void nothingIsFoundThatWasNotAdded() {
        assertThat(new HashShelf().search(hash(0, 0, 0, 0), false)).isEmpty();
        HashShelf shelf = new HashShelf();
        shelf.add(0, false, hash(-1, 0x5555_5555_5555_5555L, 3, 4));
        // Places that hold nothing yet hold noughts.
        assertThat(shelf.search(hash(0, 0, 0, 0), false)).isEmpty();
    }

    @Test
    void oneMayAddWhileOthersSearch() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(13);
        PictureHash query = drawn(random);
        List<PictureHash> stored = new ArrayList<>();
        for (int i = 0; i < 5 * HashSieve.HASHES; i++) {
            PictureHash near = query.turned(Turn.values()[i % 8]);
            stored.add(i % 50 == 0 ? off(near, random, spread(i % 49, random)) : drawn(random));
        }
        HashShelf shelf = new HashShelf();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        Thread writer =
                new Thread(
                        () -> {
                            for (int i = 0; i < stored.size(); i++) {
                                shelf.add(i, i % 3 == 0, stored.get(i));
                            }
                        });
        writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        writer.start();
        boolean whole;
        do {
            whole = !writer.isAlive();
            int before = shelf.size();
            Map<Integer, ByHash> found = shelf.search(query, false);
            int seen =
                    Math.max(before, found.keySet().stream().mapToInt(i -> i + 1).max().orElse(0));
            assertThat(seen).isLessThanOrEqualTo(shelf.size());
            assertSameAsComparingAll(found, query, stored.subList(0, seen));
        } while (!whole);
        writer.join();
        assertThat(failures).isEmpty();
        assertSameAsComparingAll(shelf.search(query, false), query, stored);
    }

    /** A new index is filled beside the old one, in an order of its own and without what ended. */
    @Test
    void anIndexFilledAnewAnswersLikeTheOldOneForWhatIsLeft() {
        SplittableRandom random = new SplittableRandom(21);
        PictureHash query = drawn(random);
        HashShelf old = new HashShelf();
        HashShelf fresh = new HashShelf();
        for (int i = 0; i < 3_000; i++) {
            PictureHash near = query.turned(Turn.values()[i % 8]);
            PictureHash hash = off(near, random, spread(i % 60, random));
            old.add(i, false, hash);
            if (i % 5 > 0) {
                fresh.add(i, false, hash);
            }
        }
        Map<Integer, ByHash> before = new HashMap<>(old.search(query, false));
        before.keySet().removeIf(i -> i % 5 == 0);
        assertThat(before).isNotEmpty();
        assertThat(fresh.search(query, false)).isEqualTo(before);
    }
}
