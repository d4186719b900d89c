package io.mingjian.detection.evidence;

import java.time.Duration;
import java.util.Map;

/**
 * Who waits for an analysis, by organisation. Organisations take turns ({@link Evidences#due}): the
 * first open job of each comes before the second of any. From that follows how many are served
 * before a given one, and with the pace at which jobs end, when it can be expected.
 *
 * @param open jobs that wait or run, by organisation
 * @param atWork how many of them run, on all replicas together
 */
record WaitingLine(Map<String, Long> open, long atWork) {
    static final WaitingLine EMPTY = new WaitingLine(Map.of(), 0);

    WaitingLine {
        open = Map.copyOf(open);
    }

    /**
     * Jobs that are served before the one behind so many of its own organisation.
     *
     * @param own jobs of the same organisation before it
     */
    long ahead(String organisation, long own) {
        return own
                + open.entrySet().stream()
                        .filter(other -> !other.getKey().equals(organisation))
                        .mapToLong(other -> Math.min(other.getValue(), own + 1))
                        .sum();
    }

    long openOf(String organisation) {
        return open.getOrDefault(organisation, 0L);
    }

    long total() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How long a job with so many before it takes to its end, if nothing else comes between.
     *
     * @param replicas that work at the same time
     * @param each what one job takes of a replica's time
     */
    static Duration until(long ahead, long replicas, Duration each) {
        long rounds = ahead / Math.max(1, replicas) + 1;
        return each.multipliedBy(rounds);
    }
}
