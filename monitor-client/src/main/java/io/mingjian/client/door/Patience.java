package io.mingjian.client.door;

import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * How long one request is tried again: failures back off with jitter, so that a server that comes
 * back is not met by all at once; a wait that the server names is kept.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A server that says when it will be ready is waited for longer than one that is silent. */
    private static final int TOLD = 12;

    private final Duration bound;
    private final Consumer<Text> notes;
    private final long begun = System.nanoTime();
    private int failures;

    Patience(Duration bound, Consumer<Text> notes) {
        this.bound = bound;
        this.notes = notes;
    }

    /**
     * Waits after a failure.
     *
     * @throws Stopped when it has gone on too long
     */
    void failed(String why) throws InterruptedException {
        Duration step = FIRST.multipliedBy(1L << Math.min(failures++, 10));
        long most = Math.min(step.toMillis(), LONGEST.toMillis());
        waitFor(
                Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1)),
                bound,
                why);
    }

    /** Waits as long as the answer says, or as after a failure when it says nothing. */
    void told(HttpResponse<?> answer, Instant now) throws InterruptedException {
        String header = answer.headers().firstValue("Retry-After").orElse("");
        String why = "HTTP " + answer.statusCode();
        Duration told = seconds(header, now);
        if (told.isNegative()) {
            failed(why);
            return;
        }
        Duration jitter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(250));
        waitFor(told.plus(jitter), bound.multipliedBy(TOLD), why);
    }

    /** Negative if the header says nothing that can be read. */
    private static Duration seconds(String header, Instant now) {
        try {
            if (header.matches("\\d{1,6}")) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            Instant then =
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(now, then);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException unreadable) {
            return Duration.ofSeconds(-1);
        }
    }

    private void waitFor(Duration pause, Duration most, String why) throws InterruptedException {
        Duration gone = Duration.ofNanos(System.nanoTime() - begun);
        if (gone.plus(pause).compareTo(most) > 0) {
            throw new Stopped(
                    Ending.INTERRUPTED,
                    Text.of(
                            "%d 秒内未能连通（%s）",
                            "not reached within %d s (%s)", gone.toSeconds(), why));
        }
        if (pause.compareTo(Duration.ofSeconds(2)) >= 0) {
            notes.accept(Text.of("%s，%d 秒后重试", "%s, trying again in %d s", why, pause.toSeconds()));
        }
        Thread.sleep(pause.toMillis());
    }
}
