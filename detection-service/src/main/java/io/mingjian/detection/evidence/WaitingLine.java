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
record WaitingLine(Map<String, Jobs> open, long atWork) {
    static final WaitingLine EMPTY = new WaitingLine(Map.of(), 0);

    WaitingLine {
        open = Map.copyOf(open);
    }

    /**
     * Jobs by what they take.
     *
     * @param looks files that are looked at for the first time
     * @param again indications that are drawn up again of what was seen before; short, and of one
     *     organisation mostly before its looks, because the files came earlier
     */
    record Jobs(long looks, long again) {
        static final Jobs NONE = new Jobs(0, 0);

        long total() {
            return looks + again;
        }

        Jobs plus(Jobs other) {
            return new Jobs(looks + other.looks, again + other.again);
        }

        /** As many as come first. */
        private Jobs first(long most) {
            long shortOnes = Math.min(again, most);
            return new Jobs(Math.min(looks, most - shortOnes), shortOnes);
        }
    }

    /**
     * Jobs that are served before the one behind so many of its own organisation.
     *
     * @param own jobs of the same organisation before it
     */
    Jobs ahead(String organisation, Jobs own) {
        return open.entrySet().stream()
                .filter(other -> !other.getKey().equals(organisation))
                .map(other -> other.getValue().first(own.total() + 1))
                .reduce(own, Jobs::plus);
    }

    Jobs openOf(String organisation) {
        return open.getOrDefault(organisation, Jobs.NONE);
    }

    long total() {
        return open.values().stream().mapToLong(Jobs::total).sum();
    }

    /**
     * How long a look with so many jobs before it takes to its end, if nothing else comes between.
     *
     * @param replicas that work at the same time
     * @param look what one look takes of a replica's time
     * @param again what an indication takes that is drawn up again
     */
    static Duration until(Jobs ahead, long replicas, Duration look, Duration again) {
        long side = Math.max(1, replicas);
        return look.multipliedBy(ahead.looks() / side + 1)
                .plus(again.multipliedBy(ahead.again()).dividedBy(side));
    }
}
