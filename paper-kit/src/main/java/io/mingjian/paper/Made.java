package io.mingjian.paper;

import io.mingjian.kit.time.LegalDay;
import java.time.LocalDate;
import java.util.GregorianCalendar;

/** When a file says that it was made: the day on which the letter was issued. */
final class Made {
    private Made() {}

    static GregorianCalendar on(LocalDate issuedOn) {
        return GregorianCalendar.from(issuedOn.atStartOfDay(LegalDay.ZONE));
    }
}
