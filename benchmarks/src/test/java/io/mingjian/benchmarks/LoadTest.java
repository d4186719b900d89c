package io.mingjian.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The instruments themselves: what they count must be what happened. */
class LoadTest {
    @Test
    void failuresAreCountedAndAreNoLatency() throws InterruptedException {
        Load.Result result =
                Load.open(
                        200,
                        Duration.ofMillis(200),
                        number -> {
                            if (number % 2 == 0) {
                                throw new IllegalStateException("as asked");
                            }
                        });
        assertThat(result.done()).isEqualTo(20);
        assertThat(result.failed()).isEqualTo(20);
    }

    /** One slow answer blocks nobody who is due meanwhile, and its own wait is told. */
    @Test
    void anOpenLoadDoesNotWaitForASlowAnswer() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(9);
        Load.Result result =
                Load.open(
                        100,
                        Duration.ofMillis(100),
                        number -> {
                            if (number == 0) {
                                assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
                            } else {
                                others.countDown();
                            }
                        });
        assertThat(result.done()).isEqualTo(10);
        assertThat(result.latencies().percentile(100)).isGreaterThan(Duration.ofMillis(80));
    }

    @Test
    void anOpenLoadGoesOnUntilItIsTold() throws InterruptedException {
        Load.Result result =
                Load.open(
                        1000,
                        number -> number < 7,
                        number -> {
                            // answered at once
                        });
        assertThat(result.done()).isEqualTo(7);
    }

    @Test
    void aClosedLoadEndsAndGivesEachRequestItsOwnNumber() throws InterruptedException {
        var seen = java.util.concurrent.ConcurrentHashMap.<Long>newKeySet();
        Load.Result result =
                Load.closed(
                        3,
                        Duration.ofMillis(100),
                        number -> {
                            assertThat(seen.add(number)).isTrue();
                        });
        assertThat(result.failed()).isZero();
        assertThat(result.done()).isEqualTo(seen.size());
    }
}
