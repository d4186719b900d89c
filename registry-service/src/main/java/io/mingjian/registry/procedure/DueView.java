package io.mingjian.registry.procedure;

import io.mingjian.kit.time.DueDate;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.Urgency;
import io.mingjian.kit.time.WorkingCalendar;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A running clock as officers see it.
 *
 * @param term 7WD (working days) or 60ND (natural days)
 * @param provisional true if a holiday notice that is not published yet may move the date
 * @param remainingWorkingDays zero on the last day, negative when overdue
 * @param status ASSUMPTION where no text was found that says the limit
 * @param explanation how the date was counted
 */
@Schema(name = "DueDate", description = "办理期限 / A running legal clock")
public record DueView(
        String limit,
        String term,
        LocalDate startedOn,
        LocalDate dueOn,
        long remainingWorkingDays,
        Urgency urgency,
        boolean provisional,
        String basis,
        LimitStatus status,
        String explanation) {

    static DueView of(LegalClock clock, WorkingCalendar calendar, LocalDate today) {
        DueDate due = clock.due(calendar, today);
        return new DueView(
                clock.limit().name(),
                clock.limit().term(),
                clock.startedOn(),
                due.date(),
                clock.remainingWorkingDays(calendar, today),
                clock.urgency(calendar, today),
                due.provisional(),
                due.basis(),
                clock.limit().status(),
                due.explanation());
    }
}
