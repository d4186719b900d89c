package io.mingjian.stack;

import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.StackFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts parts side by side, each as soon as those it leans on are ready; the first failure ends
 * the plan. Says what it waits for, so that nobody looks at a silent screen.
 */
final class StartPlan {
    private static final long HEARTBEAT_SECONDS = 10;

    private final Progress progress;
    private final ExecutorService workers = Executors.newCachedThreadPool(StartPlan::worker);
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(StartPlan::worker);
    private final Map<String, CompletableFuture<Void>> parts = new LinkedHashMap<>();
    private final Map<String, Duration> times = new ConcurrentHashMap<>();
    private final Set<String> waiting = new ConcurrentSkipListSet<>();
    private final CompletableFuture<Void> go = new CompletableFuture<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    StartPlan(Progress progress) {
        this.progress = progress;
    }

    /**
     * @param needs names of parts added before
     */
    void part(String name, Runnable start, String... needs) {
        part(name, () -> {}, start, needs);
    }

    /**
     * @param prepare work that needs none of the others
     */
    void part(String name, Runnable prepare, Runnable start, String... needs) {
        CompletableFuture<Void> prepared = go.thenRunAsync(prepare, workers);
        CompletableFuture<?>[] before =
                Stream.concat(Stream.of(prepared), Stream.of(needs).map(parts::get))
                        .toArray(CompletableFuture<?>[]::new);
        waiting.add(name);
        CompletableFuture<Void> part =
                CompletableFuture.allOf(before).thenRunAsync(() -> timed(name, start), workers);
        part.whenComplete((nothing, trouble) -> failIf(trouble));
        parts.put(name, part);
    }

    private void failIf(@Nullable Throwable trouble) {
        if (trouble != null) {
            failure.completeExceptionally(trouble);
        }
    }

    /** Returns when all parts are ready. */
    void run() {
        heart.scheduleAtFixedRate(
                this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> all =
                CompletableFuture.allOf(parts.values().toArray(CompletableFuture<?>[]::new));
        go.complete(null);
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            throw rooted(e);
        } finally {
            cancel();
        }
    }

    /** Interrupts whatever is still being started. */
    void cancel() {
        heart.shutdownNow();
        workers.shutdownNow();
        failure.completeExceptionally(new StackFailure("stopped"));
    }

    Map<String, Duration> times() {
        return Map.copyOf(times);
    }

    private void timed(String name, Runnable start) {
        long begun = System.nanoTime();
        progress.say(name, "starting");
        start.run();
        Duration took = Progress.since(begun);
        times.put(name, took);
        waiting.remove(name);
        progress.say(name, "ready after " + Progress.seconds(took));
    }

    private void beat() {
        progress.say("…", "waiting for " + String.join(", ", waiting));
    }

    private static RuntimeException rooted(Throwable e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException r ? r : new StackFailure(cause.toString(), cause);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "start");
        thread.setDaemon(true);
        return thread;
    }
}
