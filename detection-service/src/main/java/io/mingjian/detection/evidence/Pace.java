package io.mingjian.detection.evidence;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast one replica works. Jobs that run side by side share its processors, so how long one was
 * at work says little about how many are done in a minute; what counts is its share of that time:
 * the whole of each moment that it was alone, half of those in which there were two, and so on. It
 * is kept for each number of jobs at once, because a job alone uses what else would lie idle; and
 * for each kind, because many short jobs would make the long ones look short.
 */
public final class Pace {
    /** Weight of the latest job in the mean. */
    private static final double LATEST = 0.1;

    private final LongSupplier nanoTime;

    /**
     * Mean share in nanoseconds by kind, of jobs that had so many at work, themselves included,
     * less one.
     */
    private final @Nullable Double[][] shares;

    /** The share of a job that would have been at work ever since; grows while any is. */
    private double shared;

    private long lookedAt;
    private int atWork;

    /** What a job is. */
    public enum Kind {
        /** The file is looked at for the first time, or from the beginning. */
        LOOK(Duration.ofSeconds(1)),

        /** The indication is drawn up again of what was seen before. */
        AGAIN(Duration.ofMillis(50));

        private final Duration firstGuess;

        Kind(Duration firstGuess) {
            this.firstGuess = firstGuess;
        }
    }

    /**
     * @param most jobs at once
     * @param nanoTime a clock that never goes back
     */
    Pace(int most, LongSupplier nanoTime) {
        this.shares = new Double[Kind.values().length][most];
        this.nanoTime = nanoTime;
    }

    /** A job that runs; it is to be told how it ends. */
    public final class Job {
        private final long from;
        private final double sharedBefore;

        private Job(long from, double sharedBefore) {
            this.from = from;
            this.sharedBefore = sharedBefore;
        }

        /** It came to its end, and tells how long one of this kind takes. */
        public void done(Kind kind) {
            synchronized (Pace.this) {
                long now = advance();
                note(kind, now - from, shared - sharedBefore);
                atWork--;
            }
        }

        /** It did not, and tells nothing of others. */
        public void failed() {
            synchronized (Pace.this) {
                advance();
                atWork--;
            }
        }
    }

    synchronized Job begin() {
        long now = advance();
        atWork++;
        return new Job(now, shared);
    }

    /**
     * What one job of this kind takes of the replica's time while it has so many to do: as far as
     * is known, of that many at once or fewer. Fewer leave processors idle, so before the first
     * crowd the answer is too long rather than too short.
     */
    synchronized Duration each(Kind kind, long jobs) {
        @Nullable Double[] known = shares[kind.ordinal()];
        for (int most = (int) Math.min(jobs, known.length); most > 0; most--) {
            Double share = known[most - 1];
            if (share != null) {
                return Duration.ofNanos(share.longValue());
            }
        }
        return kind.firstGuess;
    }

    private long advance() {
        long now = nanoTime.getAsLong();
        if (atWork > 0) {
            shared += (double) (now - lookedAt) / atWork;
        }
        lookedAt = now;
        return now;
    }

    private void note(Kind kind, long took, double share) {
        @Nullable Double[] means = shares[kind.ordinal()];
        long atOnce = share > 0 ? Math.round(took / share) : 1;
        int place = (int) Math.max(1, Math.min(atOnce, means.length)) - 1;
        Double known = means[place];
        means[place] = known == null ? share : known + LATEST * (share - known);
    }
}
