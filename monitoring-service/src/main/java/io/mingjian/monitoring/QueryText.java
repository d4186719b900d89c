package io.mingjian.monitoring;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; one that cannot be read is told by its name, never passed over. */
public final class QueryText {
    private static final int MOST_YEARS = 5;

    private QueryText() {}

    /** A code of this enum, or nothing when the parameter is absent. */
    public static <E extends Enum<E>> @Nullable E code(
            Class<E> type, String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> malformed(name, "unknown-code", "不是可用的代码", "not a known code"));
    }

    /** A UUID, or nothing when the parameter is absent. */
    public static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw malformed(name, "malformed", "应为编号（UUID）", "a UUID is expected");
        }
    }

    /**
     * A time of RFC 3339, or nothing when the parameter is absent. A plus sign that became a space
     * is mended.
     */
    public static @Nullable OffsetDateTime time(String name, @Nullable String text) {
        try {
            return text == null
                    ? null
                    : requireMeant(
                            name,
                            OffsetDateTime.parse(text.replace(' ', '+')),
                            OffsetDateTime::toLocalDate);
        } catch (DateTimeParseException notATime) {
            throw malformed(
                    name,
                    "malformed",
                    "应为 RFC 3339 时间，如 2026-04-15T09:00:00+08:00",
                    "an RFC 3339 time is expected");
        }
    }

    /** A calendar day, or nothing when the parameter is absent. */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            return text == null
                    ? null
                    : requireMeant(name, LocalDate.parse(text), Function.identity());
        } catch (DateTimeParseException notADay) {
            throw malformed(name, "malformed", "应为日期，如 2026-04-15", "a date is expected");
        }
    }

    private static <T> T requireMeant(String name, T time, Function<T, LocalDate> day) {
        if (!DayBounds.hold(day.apply(time))) {
            throw malformed(name, DayBounds.CODE, DayBounds.ZH, DayBounds.EN);
        }
        return time;
    }

    /** First and last day that are asked for; both are needed, and the first comes first. */
    public static Days days(@Nullable String from, @Nullable String to) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first == null || last == null) {
            throw malformed(
                    first == null ? "from" : "to", "required", "须给出起止日期", "both days are needed");
        }
        if (last.isBefore(first)) {
            throw malformed("to", "before-start", "结束日不能早于开始日", "it ends before it begins");
        }
        if (last.isAfter(first.plusYears(MOST_YEARS))) {
            throw malformed("to", "too-long", "起止日期最多相隔五年", "at most five years");
        }
        return new Days(first, last);
    }

    /** From a first to a last day, both counted. */
    public record Days(LocalDate from, LocalDate to) {}

    /** The refusal of a parameter that this caller's kind of organisation may not narrow by. */
    public static Malformed notForThisCaller(String name) {
        return malformed(
                name, "not-for-this-caller", "本单位不能按此项筛选", "not a filter for this organisation");
    }

    /** The refusal of a parameter that cannot be read. */
    public static Malformed malformed(String name, String code, String zh, String en) {
        return new Malformed(
                new FieldError("/" + name, code, "参数 " + name + "：" + zh, name + ": " + en));
    }
}
