package io.mingjian.monitoring.clock;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.Urgency;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A running clock as it is shown.
 *
 * @param remainingWorkingDays zero on the last day, negative when overdue
 * @param provisional a notice that is not published yet may still move the date
 * @param status whether the limit is law or an assumption of this suite
 */
@Schema(description = "正在计算的期限 / a running clock")
public record ClockView(
        String limit,
        String term,
        LocalDate startedOn,
        LocalDate dueOn,
        long remainingWorkingDays,
        boolean overdue,
        boolean provisional,
        Urgency urgency,
        String basis,
        LimitStatus status,
        String explanation) {}
