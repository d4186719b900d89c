package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Runs something and asserts how much it allocates on the way: limits of memory have to hold
 * whatever a file claims. What is counted is the allocation of this thread, garbage included, and
 * not what the heap happens to hold.
 */
public final class Frugal {
    public static final long MIB = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Frugal() {}

    /**
     * What a task gives, which has to be the same each time. A first run may load classes, and a
     * fuzzer rewrites them at that; so a task that takes too much is run once more, and that run
     * counts.
     */
    public static <T> T within(long bytes, Supplier<T> task) {
        Counted<T> run = counted(task);
        if (run.bytes() > bytes) {
            run = counted(task);
        }
        assertThat(run.bytes()).as("bytes allocated").isLessThanOrEqualTo(bytes);
        return run.result();
    }

    private record Counted<T>(T result, long bytes) {}

    private static <T> Counted<T> counted(Supplier<T> task) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = task.get();
        return new Counted<>(result, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
}
