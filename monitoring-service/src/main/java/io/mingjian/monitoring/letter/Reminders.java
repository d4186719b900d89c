package io.mingjian.monitoring.letter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reminders as they lie in a JSON column, the oldest first. */
record Reminders(List<Reminder> list) {
    static final Reminders NONE = new Reminders(List.of());

    /** One reminder, with a word to the platform if there was one. */
    record Reminder(Instant at, @Nullable String text) {}

    Reminders plus(Reminder one) {
        return new Reminders(Stream.concat(list.stream(), Stream.of(one)).toList());
    }
}
