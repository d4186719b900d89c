package io.mingjian.monitoring.indication;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.contracts.EvidenceReceived;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Kafka door of the room. */
@ApplicationScoped
class EvidenceInbox implements EventConsumer {
    private final EvidenceFacts facts;
    private final PicturesFoundAgain listener;

    EvidenceInbox(EvidenceFacts facts, PicturesFoundAgain listener) {
        this.facts = facts;
        this.listener = listener;
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
            return facts.analyzed(analyzed, event.revision()).chain(() -> alike(analyzed));
        }
        if (event.data() instanceof EvidenceReceived received) {
            return facts.received(received, event.revision());
        }
        throw new IllegalArgumentException("not asked for: " + event.type());
    }

    /** Told again, the same pairs change nothing. */
    private Uni<Void> alike(EvidenceAnalyzed event) {
        List<UUID> others = event.alike();
        return others == null || others.isEmpty()
                ? Uni.createFrom().voidItem()
                : facts.alike(event.evidenceId(), others)
                        .chain(() -> listener.foundAgain(event.evidenceId()));
    }
}
