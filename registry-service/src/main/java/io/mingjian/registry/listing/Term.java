package io.mingjian.registry.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a listing has effect; as it is stored. Days are legal days.
 *
 * @param from first day
 * @param until last day
 * @param stays while an objection was looked at
 * @param endedOn day on which it was taken back or removed before its last day
 */
record Term(LocalDate from, LocalDate until, List<Stay> stays, @Nullable LocalDate endedOn) {

    Term {
        stays = List.copyOf(stays);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a term of " + from + " until " + until);
        }
    }

    /**
     * A time without effect.
     *
     * @param from first day
     * @param to the day on which it has effect again; absent while the stay lasts
     */
    record Stay(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    static Term of(LocalDate from, LocalDate until) {
        return new Term(from, until, List.of(), null);
    }

    /** Whether the flags show on a day. */
    boolean isEffectiveOn(LocalDate day) {
        return standsOn(day) && stays.stream().noneMatch(stay -> stay.covers(day));
    }

    /** Whether it stands on the list on a day, be it with effect or stayed. */
    boolean standsOn(LocalDate day) {
        return (endedOn == null || day.isBefore(endedOn)) && lasts(day);
    }

    /**
     * The same, also for the days on which it was stayed or taken back: for a part of them it had
     * effect.
     */
    boolean hadEffectOn(LocalDate day) {
        return (endedOn == null || !day.isAfter(endedOn))
                && lasts(day)
                && stays.stream().noneMatch(stay -> stay.covers(day) && !stay.from().equals(day));
    }

    private boolean lasts(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean isOver(LocalDate day) {
        return day.isAfter(until);
    }

    boolean isStayed() {
        return stays.stream().anyMatch(stay -> stay.to() == null);
    }

    Term extendedTo(LocalDate last) {
        return new Term(from, last, stays, endedOn);
    }

    Term stayedFrom(LocalDate day) {
        List<Stay> more = new ArrayList<>(stays);
        more.add(new Stay(day, null));
        return new Term(from, until, more, endedOn);
    }

    /** The stay that lasts ends; without one nothing changes. */
    Term stayEnded(LocalDate day) {
        return new Term(
                from,
                until,
                stays.stream()
                        .map(stay -> stay.to() == null ? new Stay(stay.from(), day) : stay)
                        .toList(),
                endedOn);
    }

    /** Taken back or removed on a day, unless it was earlier. */
    Term ended(LocalDate day) {
        return endedOn == null ? new Term(from, until, stays, day) : this;
    }
}
