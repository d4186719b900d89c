package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.media.DecoderBusy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static List<Supplier<String>> parts(int number) {
        return IntStream.range(0, number)
                .<Supplier<String>>mapToObj(i -> () -> "part " + i)
                .toList();
    }

    @Test
    void resultsComeInTheOrderOfTheParts() throws Exception {
        ForkJoinPool workers = SideBySide.workers("test", 2);
        List<String> results = workers.submit(() -> SideBySide.all(parts(20))).get();
        assertThat(results).hasSize(20).startsWith("part 0", "part 1").endsWith("part 19");
        workers.shutdown();
    }

    @Test
    void aJobThatIsAloneHasAllWorkers() throws Exception {
        ForkJoinPool workers = SideBySide.workers("test", 2);
        CyclicBarrier both = new CyclicBarrier(2);
        Supplier<Integer> meets =
                () -> {
                    try {
                        return both.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException("the other part did not run meanwhile", e);
                    }
                };
        assertThat(workers.submit(() -> SideBySide.all(List.of(meets, meets))).get())
                .containsExactlyInAnyOrder(0, 1);
        workers.shutdown();
    }

    @Test
    void moreJobsThanWorkersDoNotWaitForEachOther() throws Exception {
        ForkJoinPool workers = SideBySide.workers("test", 1);
        List<Future<List<String>>> jobs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            jobs.add(workers.submit(() -> SideBySide.all(parts(5))));
        }
        for (Future<List<String>> job : jobs) {
            assertThat(job.get(30, TimeUnit.SECONDS)).hasSize(5);
        }
        workers.shutdown();
    }

    @Test
    void whatAPartThrowsIsThrownByTheWhole() throws Exception {
        ForkJoinPool workers = SideBySide.workers("test", 2);
        List<Supplier<String>> parts = new ArrayList<>(parts(4));
        parts.add(
                2,
                () -> {
                    throw new DecoderBusy();
                });
        workers.submit(
                        () ->
                                assertThatThrownBy(() -> SideBySide.all(parts))
                                        .isInstanceOf(DecoderBusy.class))
                .get();
        workers.shutdown();
    }

    @Test
    void workersSeeTheClassesOfTheService() throws Exception {
        ForkJoinPool workers = SideBySide.workers("test", 1);
        assertThat(workers.submit(() -> Thread.currentThread().getContextClassLoader()).get())
                .isSameAs(SideBySide.class.getClassLoader());
        workers.shutdown();
    }
}
