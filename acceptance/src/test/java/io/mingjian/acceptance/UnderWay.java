package io.mingjian.acceptance;

import io.mingjian.acceptance.LoopPath.Act;
import io.mingjian.acceptance.actor.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Which requests are sent and not answered yet, so that a kill can come while one is under way, and
 * which of them a kill has cut off.
 */
final class UnderWay {
    private final Set<Sent> open = ConcurrentHashMap.newKeySet();
    private final Map<Act, CompletableFuture<Sent>> next = new EnumMap<>(Act.class);
    private final Map<Act, AtomicInteger> cut = new EnumMap<>(Act.class);

    UnderWay() {
        for (Act act : Act.values()) {
            cut.put(act, new AtomicInteger());
        }
    }

    /** One request, or one time of waiting. */
    private static final class Sent {
        private final Act act;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile boolean fallen;

        Sent(Act act) {
            this.act = act;
        }
    }

    /** Sends a request; one that gets no clear answer because of a kill counts as cut off. */
    Answer sends(Act act, Supplier<Answer> request) {
        Sent sent = begins(act);
        try {
            Answer answer = request.get();
            if (sent.fallen && answer.status() >= 500) {
                cut(act).incrementAndGet();
            }
            return answer;
        } catch (UncheckedIOException broken) {
            if (sent.fallen) {
                cut(act).incrementAndGet();
            }
            throw broken;
        } finally {
            ends(sent);
        }
    }

    /** Waits for something that happens by itself; a kill meanwhile counts. */
    <T> T waits(Act act, Supplier<T> waiting) {
        Sent sent = begins(act);
        try {
            return waiting.get();
        } finally {
            ends(sent);
            if (sent.fallen) {
                cut(act).incrementAndGet();
            }
        }
    }

    private Sent begins(Act act) {
        Sent sent = new Sent(act);
        open.add(sent);
        synchronized (next) {
            CompletableFuture<Sent> awaited = next.remove(act);
            if (awaited != null) {
                awaited.complete(sent);
            }
        }
        return sent;
    }

    private void ends(Sent sent) {
        open.remove(sent);
        sent.end.complete(null);
    }

    /**
     * Returns while a request of this kind is under way: it was sent so long ago and has no answer.
     * One that is answered sooner does not count; the next one is waited for.
     */
    void awaits(Act act, Duration sentAgo, Duration patience) throws TimeoutException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Sent sent = nextOf(act, until - System.nanoTime());
            try {
                sent.end.get(sentAgo.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillOpen) {
                return;
            } catch (InterruptedException | java.util.concurrent.ExecutionException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    private Sent nextOf(Act act, long nanos) throws TimeoutException {
        CompletableFuture<Sent> awaited;
        synchronized (next) {
            awaited = next.computeIfAbsent(act, any -> new CompletableFuture<>());
        }
        try {
            return awaited.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | java.util.concurrent.ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    /** To be called just before a kill: what is open now is what it may cut off. */
    void falls() {
        open.forEach(sent -> sent.fallen = true);
    }

    /** Kinds of requests that a kill has cut off. */
    EnumSet<Act> cut() {
        EnumSet<Act> kinds = EnumSet.noneOf(Act.class);
        cut.forEach(
                (act, times) -> {
                    if (times.get() > 0) {
                        kinds.add(act);
                    }
                });
        return kinds;
    }

    int cuts() {
        return cut.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    private AtomicInteger cut(Act act) {
        return java.util.Objects.requireNonNull(cut.get(act));
    }
}
