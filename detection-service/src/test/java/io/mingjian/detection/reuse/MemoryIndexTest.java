package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.PictureDrawer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryIndexTest {
    private static ReusePrint print(int seed) {
        return ReusePrint.of(PictureDrawer.pixels(PictureDrawer.goods(320, 240, seed)))
                .orElseThrow();
    }

    private static PictureHash drawn(SplittableRandom random) {
        return new PictureHash(
                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    /** A hash with so many bits turned over, drawn from all. */
    private static PictureHash near(PictureHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.ee(), hash.eo(), hash.oe(), hash.oo()};
        for (int turned = 0; turned < bits; ) {
            int bit = random.nextInt(256);
            long before = words[bit >> 6];
            words[bit >> 6] ^= 1L << bit;
            // A bit drawn twice would turn back.
            boolean isNew = distance(words, hash) == turned + 1;
            if (isNew) {
                turned++;
            } else {
                words[bit >> 6] = before;
            }
        }
        return new PictureHash(words[0], words[1], words[2], words[3], 100);
    }

    private static int distance(long[] words, PictureHash hash) {
        return hash.distance(new PictureHash(words[0], words[1], words[2], words[3], 100));
    }

    @Test
    void theShelfFindsExactlyWhatAComparisonOfEachFinds() {
        SplittableRandom random = new SplittableRandom(3);
        PictureHash query = drawn(random);
        HashShelf shelf = new HashShelf();
        List<PictureHash> stored = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            PictureHash hash = drawn(random);
            if (i % 400 == 0) {
                Turn turn = Turn.values()[i / 400 % 8];
                hash = near(query.turned(turn), i / 400, random);
            }
            stored.add(hash);
            shelf.add(i, false, hash);
        }
        Map<Integer, Candidate.ByHash> found = shelf.search(query, false);
        int expected = 0;
        for (int i = 0; i < stored.size(); i++) {
            int least = 256;
            for (Turn turn : Turn.values()) {
                least = Math.min(least, query.turned(turn).distance(stored.get(i)));
            }
            if (least <= HashShelf.CANDIDATE) {
                expected++;
                assertThat(found).containsKey(i);
                Candidate.ByHash near = found.get(i);
                assertThat(near.distance()).isEqualTo(least);
                assertThat(query.turned(near.turn()).distance(stored.get(i))).isEqualTo(least);
            }
        }
        assertThat(found).hasSize(expected);
        assertThat(expected).isGreaterThanOrEqualTo(49);
    }

    @Test
    void aPictureCanBeFoundAsSoonAsItIsAdded() {
        MemoryIndex index = new MemoryIndex();
        for (int seed = 0; seed < 30; seed++) {
            UUID id = new UUID(1, seed);
            ReusePrint print = print(seed);
            assertThat(index.search(print, 50)).extracting(Candidate::picture).doesNotContain(id);
            index.add(id, print.gist());
            assertThat(index.search(print, 50).get(0).picture()).isEqualTo(id);
            assertThat(index.size()).isEqualTo(seed + 1);
        }
    }

    @Test
    void manyMayAddWhileOthersSearch() throws InterruptedException {
        MemoryIndex index = new MemoryIndex();
        ReusePrint print = print(2);
        PictureGist gist = print.gist();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            long high = writer;
            Thread thread =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 700; i++) {
                                    index.add(new UUID(high, i), gist);
                                }
                            });
            thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
            writers.add(thread);
        }
        writers.forEach(Thread::start);
        while (writers.stream().anyMatch(Thread::isAlive)) {
            int before = index.size();
            List<Candidate> found = index.search(print, 10_000);
            assertThat(found).hasSizeBetween(before, index.size());
            assertThat(found).allMatch(c -> c.byHash() != null && c.byHash().distance() == 0);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failures).isEmpty();
        assertThat(index.search(print, 10_000)).hasSize(2100);
    }

    @Test
    void aGistComesBackFromItsStoredForm() {
        PictureGist gist = print(4).gist();
        assertThat(gist.points()).isEqualTo(PictureGist.POINTS);
        assertThat(gist.toBytes().length).isLessThanOrEqualTo(PictureGist.MOST_BYTES);
        assertThat(PictureGist.fromBytes(gist.toBytes())).isEqualTo(gist);
        assertThat(PictureGist.isCurrent(gist.toBytes())).isTrue();
        assertThat(PictureGist.isCurrent(new byte[] {0, 9, 1})).isFalse();
    }
}
