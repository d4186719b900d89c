package io.mingjian.detection.reading;

import java.io.PrintStream;

/** A line that counts files on a terminal; elsewhere nothing. The script knows which it is. */
final class Progress {
    private final PrintStream err;
    private final int total;
    private final boolean isTerminal = Boolean.getBoolean("mingjian.terminal");
    private int done;

    Progress(PrintStream err, int total) {
        this.err = err;
        this.total = total;
    }

    void next() {
        done++;
        if (isTerminal) {
            err.printf("\r%d / %d", done, total);
            err.flush();
        }
    }

    void end() {
        if (isTerminal) {
            err.print("\r\u001b[K");
        }
    }
}
