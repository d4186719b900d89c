package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.PictureDrawer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryIndexTest {
    private static ReusePrint print(int seed) {
        return ReusePrint.of(PictureDrawer.pixels(PictureDrawer.goods(320, 240, seed)))
                .orElseThrow();
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
