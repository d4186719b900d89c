package io.mingjian.registry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The clock of the tests: starts on Tuesday 24 November 2026 at ten in the morning, whatever the
 * machine says.
 */
class TestTime {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Instant BEGIN = Instant.parse("2026-11-24T02:00:00Z");

    @Produces
    @Singleton
    Clock clock() {
        Clock machine = Clock.systemUTC();
        return Clock.offset(machine, Duration.between(machine.instant(), BEGIN));
    }
}
