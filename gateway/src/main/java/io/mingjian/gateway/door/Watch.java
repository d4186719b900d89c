package io.mingjian.gateway.door;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches the time of one exchange on its event loop. While the body comes, silence of the caller
 * counts; while the service holds the body back or has all of it, its time to answer counts. So a
 * slow upload is never cut by a short answer limit, and a service that stops reading is not blamed
 * on the caller.
 */
final class Watch implements MeteredBody.Progress {
    private final Vertx vertx;
    private final Duration silence;
    private final Duration answer;
    private final Runnable onLate;
    private Phase phase = Phase.IDLE;
    private long since;
    private long timer = -1;
    private @Nullable Problem verdict;

    private enum Phase {
        IDLE,
        CALLER,
        SERVICE,
        OVER
    }

    /**
     * @param silence longest pause of the caller within its body
     * @param answer longest time of the service
     * @param onLate ends the exchange; {@link #verdict()} says why
     */
    Watch(Vertx vertx, Duration silence, Duration answer, Runnable onLate) {
        this.vertx = vertx;
        this.silence = silence;
        this.answer = answer;
        this.onLate = onLate;
    }

    @Override
    public void moved() {
        turn(Phase.CALLER);
    }

    @Override
    public void held() {
        turn(Phase.SERVICE);
    }

    @Override
    public void complete() {
        turn(Phase.SERVICE);
    }

    /** The service began to answer, or the exchange failed. */
    void stop() {
        phase = Phase.OVER;
        vertx.cancelTimer(timer);
    }

    /**
     * Who was late: {@link Problem#REQUEST_TIMEOUT} or {@link Problem#UPSTREAM_TIMEOUT}; {@code
     * null} if nobody.
     */
    @Nullable Problem verdict() {
        return verdict;
    }

    private void turn(Phase next) {
        if (phase == Phase.OVER) {
            return;
        }
        since = System.nanoTime();
        if (phase != next) {
            phase = next;
            vertx.cancelTimer(timer);
            wake(limit());
        }
    }

    private Duration limit() {
        return phase == Phase.CALLER ? silence : answer;
    }

    private void wake(Duration in) {
        timer = vertx.setTimer(Math.max(1, in.toMillis()), due -> check());
    }

    private void check() {
        Duration left = limit().minusNanos(System.nanoTime() - since);
        if (phase == Phase.OVER) {
            return;
        }
        if (left.toMillis() > 0) {
            wake(left);
            return;
        }
        verdict = phase == Phase.CALLER ? Problem.REQUEST_TIMEOUT : Problem.UPSTREAM_TIMEOUT;
        stop();
        onLate.run();
    }
}
