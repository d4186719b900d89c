package io.mingjian.kit.outbox;

import io.mingjian.contracts.EventData;
import io.mingjian.contracts.EventType;

/** A fact to announce. */
public record Event(EventType type, EventData data) {
    public Event {
        if (!type.data().isInstance(data)) {
            throw new IllegalArgumentException(
                    type.code() + " does not carry " + data.getClass().getSimpleName());
        }
    }
}
