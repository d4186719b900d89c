package io.mingjian.registry.evidence;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Kafka door: keeps each newer analysis. */
@ApplicationScoped
class IndicationInbox implements EventConsumer {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Indications indications;

    IndicationInbox(Indications indications) {
        this.indications = indications;
    }

    @Override
    public String name() {
        return "registry.indications";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.EVIDENCE_ANALYZED);
    }

    @Override
    public Uni<Void> on(Received event) {
        return indications.keep(MACHINE, (EvidenceAnalyzed) event.data(), event.revision());
    }
}
