package io.mingjian.monitoring.referral;

import io.mingjian.contracts.ClueChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Kafka door: what the registry made of a referral. */
@ApplicationScoped
class ClueInbox implements EventConsumer {
    private final Referrals referrals;

    ClueInbox(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String name() {
        return "monitoring.referrals";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.CLUE_OPENED, EventType.CLUE_TAKEN_UP, EventType.CLUE_DISMISSED);
    }

    @Override
    public Uni<Void> on(Received event) {
        return referrals.clueStands((ClueChanged) event.data(), event.revision());
    }
}
