package io.mingjian.detection.outcome;

import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Enters words whose naming has come meanwhile: the further ones of a filing, and those whose
 * naming was taken by a replica of the release before, which knows of no words that wait. Replicas
 * may go round side by side.
 */
@ApplicationScoped
class WaitingOutcomes {
    private static final Logger LOG = Logger.getLogger(WaitingOutcomes.class);

    /** Filings of one round, by chance, so that those that fail keep no others out for ever. */
    private static final int MOST = 100;

    private final Outcomes outcomes;
    private final OutcomeInbox inbox;
    private final UnitOfWork units;

    WaitingOutcomes(Outcomes outcomes, OutcomeInbox inbox, UnitOfWork units) {
        this.outcomes = outcomes;
        this.inbox = inbox;
        this.units = units;
    }

    /** One that fails holds up no other. */
    @Scheduled(
            every = "{mingjian.outcome.waiting-poll}",
            delayed = "{mingjian.outcome.waiting-delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> enter() {
        return InTurn.each(units, () -> outcomes.namedMeanwhile(MOST), this::enterAll);
    }

    private Uni<Boolean> enterAll(UUID filing) {
        return enterOne(filing).chain(any -> any ? enterAll(filing) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> enterOne(UUID filing) {
        return units.inTransaction(() -> inbox.enterOne(filing))
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        failure, "a word of filing %s is not entered yet", filing))
                .onFailure()
                .recoverWithItem(false);
    }
}
