package io.mingjian.detection.outcome;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes outcomes down and tells the rooms that listen, in one transaction. */
@ApplicationScoped
class OutcomeBook {
    private final Outcomes outcomes;
    private final List<OutcomeListener> listeners;

    OutcomeBook(Outcomes outcomes, @All List<OutcomeListener> listeners) {
        this.outcomes = outcomes;
        this.listeners = listeners;
    }

    Uni<Void> enter(EvidenceOutcome outcome) {
        return outcomes.add(outcome).chain(() -> tell(outcome));
    }

    /** What was changed in it is written and told. */
    Uni<Void> changed(EvidenceOutcome outcome) {
        return outcomes.flush().chain(() -> tell(outcome));
    }

    /** One takes the place of another: both are written before anybody hears of either. */
    Uni<Void> replaced(EvidenceOutcome old, EvidenceOutcome by) {
        return outcomes.flush()
                .chain(() -> outcomes.add(by))
                .chain(() -> tell(old))
                .chain(() -> tell(by));
    }

    private Uni<Void> tell(EvidenceOutcome outcome) {
        OutcomeConfirmed told = outcome.told();
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.on(told))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
