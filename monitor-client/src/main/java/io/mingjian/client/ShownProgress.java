package io.mingjian.client;

import io.mingjian.client.submission.Progress;
import java.io.PrintStream;
import java.time.Duration;

/** On a terminal one line that moves, elsewhere a line now and then. */
final class ShownProgress implements Progress {
    private static final int BAR = 24;
    private static final Duration MOVE = Duration.ofMillis(200);
    private static final Duration SPEAK = Duration.ofSeconds(10);

    private final PrintStream err;
    private final Language language;
    private final boolean terminal;
    private int findings;
    private int done;
    private int doneBefore;
    private int files;
    private long begun;
    private long last;
    private boolean lineOpen;

    ShownProgress(PrintStream err, Language language, boolean terminal) {
        this.err = err;
        this.language = language;
        this.terminal = terminal;
        this.last = System.nanoTime();
    }

    @Override
    public synchronized void checked(int seen) {
        show(Text.of("核对第 %d 条", "checking finding %d", seen).in(language), false);
    }

    @Override
    public synchronized void begin(int all, int alreadyDone) {
        closeLine();
        findings = all;
        done = alreadyDone;
        doneBefore = alreadyDone;
        begun = System.nanoTime();
        say(
                alreadyDone == 0
                        ? Text.of("核对无误，开始报送 %d 条线索", "checked; sending %d findings", all)
                        : Text.of(
                                "核对无误，继续报送：共 %d 条，已有结果 %d 条",
                                "checked; going on: %d findings, %d have an outcome",
                                all,
                                alreadyDone));
    }

    @Override
    public synchronized void stored() {
        files++;
        show(line(), false);
    }

    @Override
    public synchronized void decided(int more) {
        done += more;
        show(line(), done == findings);
    }

    @Override
    public synchronized void note(Text text) {
        closeLine();
        say(text);
    }

    @Override
    public synchronized void end() {
        closeLine();
    }

    private String line() {
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        double rate = (done - doneBefore) / seconds;
        String left = rate <= 0 ? "–" : Long.toString(Math.round((findings - done) / rate));
        int full = findings == 0 ? BAR : (int) ((long) BAR * done / findings);
        return "[%s%s] %s"
                .formatted(
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        Text.of(
                                        "%d/%d 条，附件 %d 份，%.1f 条/秒，约剩 %s 秒",
                                        "%d/%d findings, %d files, %.1f/s, about %s s left",
                                        done,
                                        findings,
                                        files,
                                        rate,
                                        left)
                                .in(language));
    }

    private void show(String line, boolean always) {
        long now = System.nanoTime();
        Duration pause = terminal ? MOVE : SPEAK;
        if (!always && now - last < pause.toNanos()) {
            return;
        }
        last = now;
        if (terminal) {
            err.print("\r" + line + "\u001b[K");
            lineOpen = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    private void say(Text text) {
        err.println(text.in(language));
        err.flush();
    }

    private void closeLine() {
        if (lineOpen) {
            err.println();
            lineOpen = false;
        }
    }
}
