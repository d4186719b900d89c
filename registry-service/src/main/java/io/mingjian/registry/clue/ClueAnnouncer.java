package io.mingjian.registry.clue;

import io.mingjian.contracts.ClueChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says on {@code mingjian.registry.clue} a clue's number and state, and nothing of whom it is
 * about.
 */
@ApplicationScoped
class ClueAnnouncer {
    private final Outbox outbox;

    ClueAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> moved(Clue clue) {
        EventType type =
                switch (clue.state()) {
                    case OPEN, DRAFT -> EventType.CLUE_OPENED;
                    case TAKEN_UP -> EventType.CLUE_TAKEN_UP;
                    case DISMISSED -> EventType.CLUE_DISMISSED;
                };
        return outbox.append(
                new Event(
                        type,
                        new ClueChanged(
                                clue.id(), clue.clueNo(), clue.referralId(), clue.state().name())));
    }
}
