package io.mingjian.kit.imports;

/** The job is no longer this worker's: it was cancelled, or somebody else goes on with it. */
public final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
        super("the job is not this worker's any more", null, false, false);
    }
}
