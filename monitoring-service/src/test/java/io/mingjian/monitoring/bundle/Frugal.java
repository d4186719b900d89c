package io.mingjian.monitoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Asserts how much something allocates, garbage included, whatever a file says of itself. */
final class Frugal {
    static final long MIB = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Frugal() {}

    /** A first run may load classes; so one that takes too much is run once more, which counts. */
    static void within(long bytes, Runnable task) {
        long taken = counted(task);
        if (taken > bytes) {
            taken = counted(task);
        }
        assertThat(taken).as("bytes allocated").isLessThanOrEqualTo(bytes);
    }

    private static long counted(Runnable task) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        task.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
