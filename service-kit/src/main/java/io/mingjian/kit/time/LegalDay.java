package io.mingjian.kit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day on which something legally happened: the calendar day in Asia/Shanghai. */
public final class LegalDay {
    /** The only zone in which legal days are counted. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalDay() {}

    /** The legal day of a point in time. */
    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The legal day that the clock shows now, whatever zone the clock itself has. */
    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }
}
