package io.mingjian.kit.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code due 2026-04-15 7WD --pause FROM..TO}, for the command line and the API. */
public final class DueCommand {
    private static final String BASIS = "国家市场监督管理总局令第121号第四十五条 (Order 121 Art 45)";
    private static final Pattern TERM = Pattern.compile("(\\d{1,4})(WD|ND)");
    private static final Pattern PAUSE = Pattern.compile("(.+?)\\.\\.(.+)");
    private static final int MOST_PAUSES = 50;

    private DueCommand() {}

    /** The answer by the notices that ship with the suite. */
    public static DueAnswer answer(String start, String term, List<String> pauses) {
        return answer(WorkingCalendar.published(), start, term, pauses);
    }

    /**
     * The answer by this calendar.
     *
     * @param start first day, ISO date; it does not count
     * @param term {@code 7WD} (working days) or {@code 60ND} (natural days)
     * @param pauses each {@code FROM..TO}, ISO dates
     * @throws DueInputRejected with the expected form
     */
    public static DueAnswer answer(
            WorkingCalendar calendar, String start, String term, List<String> pauses) {
        var clock =
                clock(
                        limit(term),
                        date("start", start),
                        pauses.stream().map(DueCommand::pause).toList());
        DayCount count = clock.count(calendar);
        return new DueAnswer(
                clock.startedOn(),
                clock.limit().term(),
                clock.pauses(),
                count.end(),
                count.isProvisional(),
                BASIS,
                count.zh(),
                count.en());
    }

    private static LegalLimit limit(String term) {
        Matcher parts = TERM.matcher(term.strip().toUpperCase(Locale.ROOT));
        int amount = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        if (amount < 1 || amount > LegalLimit.LONGEST) {
            throw new DueInputRejected(
                    "term",
                    "期限“%s”无法识别：请写成 7WD（7个工作日）或 60ND（60日），数值为 1 至 %d"
                            .formatted(term, LegalLimit.LONGEST),
                    "term '%s' is not understood: write 7WD (working days) or 60ND (natural days), 1 to %d"
                            .formatted(term, LegalLimit.LONGEST));
        }
        PeriodUnit unit =
                "WD".equals(parts.group(2)) ? PeriodUnit.WORKING_DAY : PeriodUnit.NATURAL_DAY;
        return new LegalLimit("DUE", amount, unit, BASIS, LimitStatus.ORDER, LocalDate.EPOCH);
    }

    private static LocalDate date(String field, String text) {
        try {
            var date = LocalDate.parse(text.strip());
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeParseException unreadable) {
            // answered below, together with dates that are out of range
        }
        throw new DueInputRejected(
                field,
                "日期“%s”无法识别：请写成 2026-04-15 的形式，年份为 2000 至 2099".formatted(text),
                "date '%s' is not understood: write it like 2026-04-15, years 2000 to 2099"
                        .formatted(text));
    }

    private static Pause pause(String text) {
        Matcher parts = PAUSE.matcher(text.strip());
        if (!parts.matches()) {
            throw pauseRejected(
                    text, "请写成 2026-05-01..2026-05-11 的形式", "write it like 2026-05-01..2026-05-11");
        }
        LocalDate from = date("pause", parts.group(1));
        LocalDate to = date("pause", parts.group(2));
        if (to.isBefore(from)) {
            throw pauseRejected(text, "结束日期不得早于开始日期", "its end lies before its beginning");
        }
        return new Pause(from, to);
    }

    private static LegalClock clock(LegalLimit limit, LocalDate start, List<Pause> pauses) {
        if (pauses.size() > MOST_PAUSES) {
            throw pauseRejected(
                    pauses.size() + "",
                    "至多 %d 段".formatted(MOST_PAUSES),
                    "at most %d".formatted(MOST_PAUSES));
        }
        try {
            return new LegalClock(limit, start, pauses);
        } catch (IllegalArgumentException overlap) {
            throw pauseRejected(
                    pauses.toString(),
                    "暂停期间不得相互重叠，也不得早于起算日 " + start,
                    "pauses must not overlap or begin before the start " + start);
        }
    }

    private static DueInputRejected pauseRejected(String text, String zh, String en) {
        return new DueInputRejected(
                "pause",
                "暂停期间“%s”无法使用：%s".formatted(text, zh),
                "pause '%s' cannot be used: %s".formatted(text, en));
    }
}
