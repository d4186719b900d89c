package io.mingjian.stack.process;

import java.time.Duration;

/** The signal by which a process is asked to end in good order. */
public enum StopSignal {
    TERM(Duration.ofSeconds(20)),
    /**
     * PostgreSQL's fast shutdown: rolls open transactions back instead of waiting for clients, and
     * writes what it has in memory. Killed before that is done it leaves processes behind that keep
     * it from starting again.
     */
    INT(Duration.ofMinutes(2));

    private final Duration grace;

    StopSignal(Duration grace) {
        this.grace = grace;
    }

    /** How long the end is waited for before the process is killed. */
    Duration grace() {
        return grace;
    }
}
