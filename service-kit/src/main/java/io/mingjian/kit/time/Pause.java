package io.mingjian.kit.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a clock stands still, such as an appraisal (Order 121 Art 22). As everywhere
 * in Art 45, the day of the beginning does not count: the days after {@code from} up to and
 * including {@code to} are left out of the period. This reading never makes a due date later than
 * the other one, which would leave out the first day too.
 *
 * @param to last day of standing still; null while it still stands
 */
public record Pause(LocalDate from, @Nullable LocalDate to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "pause ends on %s before it begins on %s".formatted(to, from));
        }
    }

    /** The last day, or nothing while the clock still stands. */
    public Optional<LocalDate> end() {
        return Optional.ofNullable(to);
    }

    /** Days that do not count; zero for a pause that still runs. */
    public long days() {
        return to == null ? 0 : ChronoUnit.DAYS.between(from, to);
    }

    boolean isOpen() {
        return to == null;
    }

    boolean covers(LocalDate day) {
        return to != null && day.isAfter(from) && !day.isAfter(to);
    }

    /** This pause as it stands at the end of {@code today}; a closed one is not changed. */
    Pause until(LocalDate today) {
        return isOpen() ? new Pause(from, today.isBefore(from) ? from : today) : this;
    }
}
