package io.mingjian.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * Two ways to press: as many as the callers can (closed), or at a rate that does not wait (open).
 */
final class Load {
    private Load() {}

    /** One request; the number differs each time. */
    interface Request {
        void send(long number) throws Exception;
    }

    /**
     * What a load did.
     *
     * @param failed requests that threw; they count in no latency
     */
    record Result(long done, long failed, Duration took, Latencies latencies) {
        double perSecond() {
            return done / (took.toNanos() / 1e9);
        }
    }

    /** Each caller sends its next request when it has the answer. */
    static Result closed(int callers, Duration length, Request request)
            throws InterruptedException {
        Latencies latencies = new Latencies();
        AtomicLong numbers = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        long end = System.nanoTime() + length.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        CountDownLatch done = new CountDownLatch(callers);
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            pool.execute(
                    () -> {
                        while (System.nanoTime() < end) {
                            one(
                                    request,
                                    numbers.getAndIncrement(),
                                    System.nanoTime(),
                                    latencies,
                                    failed);
                        }
                        done.countDown();
                    });
        }
        done.await();
        pool.shutdown();
        return result(begun, latencies, failed);
    }

    /**
     * Sends at a fixed rate whatever the answers do; a request that has to wait for a free caller
     * waits on the clock that counts, so that slowness is not hidden (no coordinated omission).
     */
    static Result open(double perSecond, Duration length, Request request)
            throws InterruptedException {
        long count = (long) (length.toNanos() / (double) gap(perSecond));
        return open(perSecond, number -> number < count, request);
    }

    /** The same for as long as it is said to go on; asked before each request is due. */
    static Result open(double perSecond, LongPredicate goesOn, Request request)
            throws InterruptedException {
        Latencies latencies = new Latencies();
        AtomicLong failed = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(64);
        Semaphore under = new Semaphore(10_000);
        long begun = System.nanoTime();
        long gap = gap(perSecond);
        for (long number = 0; goesOn.test(number); number++) {
            long due = begun + number * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long mine = number;
            under.acquire();
            pool.execute(
                    () -> {
                        one(request, mine, due, latencies, failed);
                        under.release();
                    });
        }
        pool.shutdown();
        if (!pool.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(
                    "requests are still under way two minutes after the last was sent");
        }
        return result(begun, latencies, failed);
    }

    private static long gap(double perSecond) {
        return (long) (1e9 / perSecond);
    }

    private static void one(
            Request request, long number, long from, Latencies latencies, AtomicLong failed) {
        try {
            request.send(number);
            latencies.add(System.nanoTime() - from);
        } catch (Exception failure) {
            if (failed.getAndIncrement() < 3) {
                System.err.println("request failed: " + failure);
            }
        }
    }

    private static Result result(long begun, Latencies latencies, AtomicLong failed) {
        return new Result(
                latencies.count(),
                failed.get(),
                Duration.ofNanos(System.nanoTime() - begun),
                latencies);
    }
}
