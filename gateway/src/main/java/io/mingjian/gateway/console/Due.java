package io.mingjian.gateway.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline in words and colour; the colour never says more than the words.
 *
 * @param tone {@code overdue}, {@code last}, {@code soon}, {@code calm} or {@code none}
 * @param provisional a holiday notice that is not published yet may move the date
 */
record Due(String words, String tone, String date, boolean provisional) {

    /**
     * @param remaining working days; zero on the last day, negative when overdue
     */
    static Due of(@Nullable LocalDate dueOn, @Nullable Long remaining, boolean provisional) {
        if (dueOn == null || remaining == null) {
            return new Due("无期限", "none", "", false);
        }
        return new Due(words(remaining), tone(remaining), dueOn.toString(), provisional);
    }

    private static String words(long remaining) {
        if (remaining < 0) {
            return "逾期 " + -remaining + " 日";
        }
        return remaining == 0 ? "剩 0 日 · 今日到期" : "剩 " + remaining + " 日";
    }

    private static String tone(long remaining) {
        if (remaining < 0) {
            return "overdue";
        }
        if (remaining <= 1) {
            return "last";
        }
        return remaining <= 3 ? "soon" : "calm";
    }
}
