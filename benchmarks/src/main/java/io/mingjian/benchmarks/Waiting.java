package io.mingjian.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for work that goes on in the stack. */
final class Waiting {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private Waiting() {}

    /**
     * @throws IllegalStateException if it is not done in time
     */
    static void until(String what, Duration patience, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " has not finished");
            }
            Thread.sleep(BETWEEN.toMillis());
        }
    }
}
