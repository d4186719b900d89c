package io.mingjian.detection.analysis;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;

/**
 * Parts of one job on all workers that have nothing to do: a picture that is alone is done sooner,
 * and of many at once each keeps its worker. Workers are forked, so that one that waits for a part
 * does parts itself.
 */
final class SideBySide {
    private SideBySide() {}

    /** Workers of the given number, under this name. */
    static ForkJoinPool workers(String name, int number) {
        return new ForkJoinPool(number, pool -> worker(name, pool), null, false);
    }

    /** The library's own would see the classes of the virtual machine alone. */
    private static ForkJoinWorkerThread worker(String name, ForkJoinPool pool) {
        ForkJoinWorkerThread worker =
                ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        worker.setName(name + "-" + worker.getPoolIndex());
        worker.setContextClassLoader(SideBySide.class.getClassLoader());
        return worker;
    }

    /**
     * The parts' results in their order; in the caller's pool if it is a worker, else in the pool
     * of the virtual machine. The caller takes part. If parts fail, what one of them threw, when
     * none is at work any more.
     */
    static <T> List<T> all(List<Supplier<T>> parts) {
        List<ForkJoinTask<T>> tasks =
                parts.stream().map(part -> ForkJoinTask.adapt(part::get)).toList();
        try {
            ForkJoinTask.invokeAll(tasks);
        } finally {
            tasks.forEach(ForkJoinTask::quietlyJoin);
        }
        return tasks.stream().map(ForkJoinTask::join).toList();
    }
}
