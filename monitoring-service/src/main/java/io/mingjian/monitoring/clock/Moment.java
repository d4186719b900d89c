package io.mingjian.monitoring.clock;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** When something happens: the instant and the calendar that is known at it. */
public record Moment(Instant at, WorkingCalendar calendar) {
    /** The legal day, in Asia/Shanghai. */
    public LocalDate day() {
        return LegalDay.of(at);
    }
}
