package io.mingjian.monitoring.indication;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.contracts.EvidenceReceived;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Kafka door of the room. */
@ApplicationScoped
class EvidenceInbox implements EventConsumer {
    private final EvidenceFacts facts;

    EvidenceInbox(EvidenceFacts facts) {
        this.facts = facts;
    }

    @Override
    public String name() {
        return "monitoring.indication";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.EVIDENCE_RECEIVED, EventType.EVIDENCE_ANALYZED);
    }

    @Override
    public Uni<Void> on(Received event) {
        if (event.data() instanceof EvidenceAnalyzed analyzed) {
            return facts.analyzed(analyzed, event.revision());
        }
        if (event.data() instanceof EvidenceReceived received) {
            return facts.received(received, event.revision());
        }
        throw new IllegalArgumentException("not asked for: " + event.type());
    }
}
