package io.mingjian.monitoring.clock;

import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Gives the moment of a step from the one clock and the calendar in force. */
@ApplicationScoped
public class LegalTime {
    private final Clock clock;
    private final Calendars calendars;

    LegalTime(Clock clock, Calendars calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    /** The present moment with the calendar in force; needs an open session. */
    public Uni<Moment> now() {
        return calendars.current().map(calendar -> new Moment(instant(), calendar));
    }

    /** The present instant, as exact as the database keeps it. */
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** As times are written outside: RFC 3339 at {@code +08:00}. */
    public static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
