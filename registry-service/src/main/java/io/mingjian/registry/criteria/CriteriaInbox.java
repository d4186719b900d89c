package io.mingjian.registry.criteria;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingRegistered;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.inbox.EventConsumer;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;

/** Kafka door: evaluates the criteria in force whenever a known filer has filed. */
@ApplicationScoped
class CriteriaInbox implements EventConsumer {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Criteria criteria;
    private final Evaluation evaluation;

    CriteriaInbox(Criteria criteria, Evaluation evaluation) {
        this.criteria = criteria;
        this.evaluation = evaluation;
    }

    @Override
    public String name() {
        return "registry.criteria";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.FILING_REGISTERED);
    }

    @Override
    public Uni<Void> on(Received event) {
        FilingRegistered filing = (FilingRegistered) event.data();
        if (filing.filerId() == null) {
            return Uni.createFrom().voidItem();
        }
        var subject =
                new Criteria.Subject(filing.filerId(), filing.submissionId(), filing.filingId());
        LocalDate day = LegalDay.of(event.time());
        return criteria.inForceOn(MACHINE, day)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> evaluation.evaluate(MACHINE, each, subject, day))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
