package io.mingjian.monitoring;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the tests: real time plus what a test moved it by. */
public final class Today extends Clock {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicReference<LocalDate> DAY = new AtomicReference<>();
    private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

    /** From now on it is nine in the morning of that day. */
    public static void is(LocalDate day) {
        DAY.set(day);
        SHIFT.set(Duration.between(Instant.now(), day.atTime(9, 0).atZone(SHANGHAI).toInstant()));
    }

    /** The day that a test set last. */
    public static Optional<LocalDate> day() {
        return Optional.ofNullable(DAY.get());
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("legal days are Shanghai days");
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(SHIFT.get());
    }

    /** Puts this clock in place of the real one. */
    static class Bean {
        @Produces
        @Singleton
        @Mock
        Clock clock() {
            return new Today();
        }
    }
}
