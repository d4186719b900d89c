package io.mingjian.detection.evaluation;

import java.io.PrintStream;

/** A line that counts pictures on a terminal; elsewhere nothing. The script knows which it is. */
final class Progress {
    private final PrintStream err;
    private final int total;
    private final boolean isTerminal = Boolean.getBoolean("mingjian.terminal");
    private final long begun = System.nanoTime();
    private int done;

    Progress(PrintStream err, int total) {
        this.err = err;
        this.total = total;
    }

    void next() {
        done++;
        if (isTerminal) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            long left = Math.round(seconds / done * (total - done));
            err.printf("\r%d / %d, about %d s left \u001b[K", done, total, left);
            err.flush();
        }
    }

    void end() {
        if (isTerminal) {
            err.print("\r\u001b[K");
        }
    }
}
