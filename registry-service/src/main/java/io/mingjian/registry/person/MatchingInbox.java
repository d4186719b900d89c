package io.mingjian.registry.person;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingRegistered;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Kafka door: looks for filers who may be one person whenever a known filer has filed. */
@ApplicationScoped
class MatchingInbox implements EventConsumer {
    private final Matching matching;

    MatchingInbox(Matching matching) {
        this.matching = matching;
    }

    @Override
    public String name() {
        return "registry.matching";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.FILING_REGISTERED);
    }

    @Override
    public Uni<Void> on(Received event) {
        FilingRegistered filing = (FilingRegistered) event.data();
        return filing.filerId() == null
                ? Uni.createFrom().voidItem()
                : matching.propose(Caller.machine("registry"), filing.submissionId());
    }
}
