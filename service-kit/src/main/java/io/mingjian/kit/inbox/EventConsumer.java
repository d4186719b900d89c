package io.mingjian.kit.inbox;

import io.mingjian.contracts.EventData;
import io.mingjian.contracts.EventType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;

/**
 * A room that listens. Called at most once with success per event, inside a transaction; may be
 * called again after a failure. Events of different aggregates come in any order, and a delayed one
 * may come after a younger one: what keeps only the newest state compares revisions.
 */
public interface EventConsumer {
    /** Stable name, as {@code registry.indications}; the key of de-duplication. */
    String name();

    /** The types that this consumer takes; others are passed over. */
    Set<EventType> handles();

    /** Takes one event. */
    Uni<Void> on(Received event);

    /**
     * An event as it arrived.
     *
     * @param revision grows per aggregate
     */
    record Received(String id, EventType type, Instant time, long revision, EventData data) {}
}
