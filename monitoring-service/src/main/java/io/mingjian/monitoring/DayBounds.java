package io.mingjian.monitoring;

import io.mingjian.kit.refusal.FieldError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Between which days a day can be meant. Beyond them a typing error would be kept for good, and
 * counting on would leave what a day can be.
 */
public final class DayBounds {
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    static final String CODE = "out-of-range";
    static final String ZH = "日期须在1900年至2099年之间";
    static final String EN = "from 1900 to 2099";

    private DayBounds() {}

    /** Whether this day can be meant; one that is absent can. */
    public static boolean hold(@Nullable LocalDate day) {
        return day == null || !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** The refusal of a day in a request. */
    public static FieldError fault(String pointer) {
        return new FieldError(pointer, CODE, ZH, "The day must lie in the years " + EN + ".");
    }
}
