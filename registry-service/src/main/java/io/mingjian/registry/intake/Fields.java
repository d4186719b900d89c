package io.mingjian.registry.intake;

import io.mingjian.registry.code.Faults;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of values that occur in several places of a form: days, money, evidence ids. */
final class Fields {
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000");

    private final Faults faults;

    Fields(Faults faults) {
        this.faults = faults;
    }

    Optional<LocalDate> requiredDay(String pointer, @Nullable String given, String zhName) {
        if (given == null || given.isBlank()) {
            faults.add(pointer, "required", "请填写" + zhName + "。", "This field is required.");
        }
        return day(pointer, given);
    }

    Optional<LocalDate> day(String pointer, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(given.strip()));
        } catch (DateTimeException unreadable) {
            faults.add(
                    pointer,
                    "not-a-date",
                    "日期须写作 2026-04-15 的形式。",
                    "A date as 2026-04-15 is expected.");
            return Optional.empty();
        }
    }

    @Nullable BigDecimal yuan(String pointer, @Nullable BigDecimal given, String zhName) {
        if (given == null) {
            return null;
        }
        if (given.signum() < 0 || given.compareTo(MOST_YUAN) > 0) {
            faults.add(
                    pointer,
                    "out-of-range",
                    zhName + "须在 0 至 10 亿元之间。",
                    "Must lie between 0 and 1,000,000,000.");
        } else if (given.stripTrailingZeros().scale() > 2) {
            faults.add(pointer, "too-precise", zhName + "最多两位小数（元）。", "At most two decimals.");
        }
        // A zero may carry an exponent that no table takes.
        return given.signum() == 0 ? BigDecimal.ZERO : given;
    }

    Optional<UUID> evidenceId(String pointer, @Nullable String given) {
        try {
            UUID id = UUID.fromString(given == null ? "" : given);
            if (id.toString().equalsIgnoreCase(given)) {
                return Optional.of(id);
            }
        } catch (IllegalArgumentException notAnId) {
            // named below
        }
        faults.add(pointer, "not-an-id", "证据编号无效，请使用上传证据时返回的编号。", "An evidence id is expected.");
        return Optional.empty();
    }
}
