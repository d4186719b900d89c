package io.mingjian.detection.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Shares a few threads between organisations. Each has its own line and only so many jobs out of it
 * at work or next to be; so the threads' common queue goes round, and who brings many jobs waits
 * behind itself and not before the others.
 */
final class Turns {
    private final Executor threads;
    private final Rules rules;
    private final Clock clock;
    private final Map<String, Line> lines = new HashMap<>();

    /**
     * How the turns go.
     *
     * @param atOnce jobs of one organisation at a time
     * @param mostWaiting in its line
     * @param patience after which a job whose turn comes is no longer wanted
     */
    record Rules(int atOnce, int mostWaiting, Duration patience) {}

    /** Something to do; exactly one of the two is called. */
    interface Job {
        void run();

        void refuse();
    }

    private record Waiting(Job job, Instant since) {}

    private static final class Line {
        private final Queue<Waiting> waiting = new ArrayDeque<>();
        private int taken;
    }

    Turns(Executor threads, Rules rules, Clock clock) {
        this.threads = threads;
        this.rules = rules;
        this.clock = clock;
    }

    /** Puts a job in the line of its organisation, or refuses it where that is full. */
    void take(String organisation, Job job) {
        if (!lineUp(organisation, job)) {
            job.refuse();
        }
    }

    private synchronized boolean lineUp(String organisation, Job job) {
        Line line = lines.computeIfAbsent(organisation, name -> new Line());
        if (line.waiting.size() >= rules.mostWaiting()) {
            return false;
        }
        line.waiting.add(new Waiting(job, clock.instant()));
        advance(organisation, line);
        return true;
    }

    private void advance(String organisation, Line line) {
        while (line.taken < rules.atOnce() && !line.waiting.isEmpty()) {
            Waiting next = line.waiting.remove();
            line.taken++;
            threads.execute(() -> work(organisation, line, next));
        }
        if (line.taken == 0) {
            lines.remove(organisation);
        }
    }

    private void work(String organisation, Line line, Waiting next) {
        try {
            if (clock.instant().isAfter(next.since().plus(rules.patience()))) {
                next.job().refuse();
            } else {
                next.job().run();
            }
        } finally {
            ended(organisation, line);
        }
    }

    private synchronized void ended(String organisation, Line line) {
        line.taken--;
        advance(organisation, line);
    }
}
