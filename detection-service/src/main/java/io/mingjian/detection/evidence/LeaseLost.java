package io.mingjian.detection.evidence;

import java.util.UUID;

/** A worker wanted to end a job that has gone to another worker; its result is thrown away. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(UUID evidenceId) {
        super("lease of evidence " + evidenceId + " went to another worker", null, false, false);
    }
}
