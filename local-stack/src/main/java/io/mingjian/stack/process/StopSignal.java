package io.mingjian.stack.process;

/** The signal by which a process is asked to end in good order. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown: rolls open transactions back instead of waiting for clients. */
    INT
}
