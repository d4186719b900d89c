package io.mingjian.detection.checking;

/** Exit statuses of both commands; none of them says anything about what is shown. */
final class Status {
    /** Every file was gone through to its end, whatever was found. */
    static final int DONE = 0;

    /** Something stayed inconclusive. */
    static final int INCONCLUSIVE = 1;

    /** The command was not understood, or cannot be done here. */
    static final int NOT_UNDERSTOOD = 2;

    private Status() {}

    static int of(boolean conclusive) {
        return conclusive ? DONE : INCONCLUSIVE;
    }
}
