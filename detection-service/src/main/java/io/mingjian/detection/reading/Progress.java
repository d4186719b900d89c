package io.mingjian.detection.reading;

import java.io.PrintStream;

/** A line that counts files on a terminal; elsewhere nothing. The script knows which it is. */
public final class Progress {
    private final PrintStream err;
    private final int total;
    private final boolean isTerminal = Boolean.getBoolean("mingjian.terminal");
    private int done;

    /** Counts up to this many. */
    public Progress(PrintStream err, int total) {
        this.err = err;
        this.total = total;
    }

    /** One more is begun. */
    public void next() {
        done++;
        if (isTerminal) {
            err.printf("\r%d / %d", done, total);
            err.flush();
        }
    }

    /** Takes the line away. */
    public void end() {
        if (isTerminal) {
            err.print("\r\u001b[K");
        }
    }
}
