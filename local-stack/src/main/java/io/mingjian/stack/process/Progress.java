package io.mingjian.stack.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells what is being done and how long it has taken since the beginning. Thread-safe. */
public interface Progress {
    void say(String part, String text);

    /** Says nothing; for tests that start many stacks. */
    static Progress silent() {
        return (part, text) -> {};
    }

    static Progress on(PrintStream out) {
        long begun = System.nanoTime();
        return (part, text) ->
                out.printf(Locale.ROOT, "%7s  %-12s %s%n", seconds(since(begun)), part, text);
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
