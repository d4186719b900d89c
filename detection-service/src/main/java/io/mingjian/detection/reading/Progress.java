package io.mingjian.detection.reading;

import java.io.PrintStream;

/**
 * A line that counts files on a terminal, with a guess of what is left once that is worth telling;
 * elsewhere nothing. The script knows which it is.
 */
public final class Progress {
    /** Seconds of which nobody needs to be told. */
    private static final long SOON = 5;

    private final PrintStream err;
    private final int total;
    private final boolean isTerminal = Boolean.getBoolean("mingjian.terminal");
    private final long begun = System.nanoTime();
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
            double seconds = (System.nanoTime() - begun) / 1e9;
            long left = Math.round(seconds / done * (total - done));
            err.printf(
                    "\r%d / %d%s\u001b[K",
                    done, total, left < SOON ? "" : ", about %d s left ".formatted(left));
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
