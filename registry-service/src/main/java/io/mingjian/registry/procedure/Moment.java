package io.mingjian.registry.procedure;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step, when, and with which calendar; all that a rule needs to know of the world.
 *
 * @param at point in time of the step; of a first routing, that of receipt (Order 121 Art 15)
 */
public record Moment(Caller by, Instant at, WorkingCalendar calendar) {

    /** The legal day of the step. */
    public LocalDate today() {
        return LegalDay.of(at);
    }

    /** The caller's decision that needs no code of a ground. */
    public Decision decision(@Nullable String reasons) {
        return Decision.of(by, at, reasons);
    }

    /** The caller's decision on a legal ground. */
    public Decision decision(String ground, @Nullable String reasons) {
        return Decision.on(ground, by, at, reasons);
    }

    /** The caller's decision if reasons were given, where the table leaves them open. */
    public @Nullable Decision remark(@Nullable String reasons) {
        return reasons == null || reasons.isBlank() ? null : decision(reasons);
    }
}
