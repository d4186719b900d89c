package io.mingjian.kit.time;

import java.time.LocalDate;

/**
 * The last day of a period and why it is that day. "Within seven days" includes the seventh.
 *
 * @param provisional true when a notice that is not published yet may still move the date
 * @param basis where the limit is written
 * @param explanation how the date was counted, zh-CN
 */
public record DueDate(LocalDate date, boolean provisional, String basis, String explanation) {

    /** Whether the period is over at the beginning of that day. */
    public boolean isOverdueOn(LocalDate today) {
        return today.isAfter(date);
    }
}
