package io.mingjian.detection.outcome;

import io.mingjian.kit.session.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Proposes for the bank what was found while its analysis still waited: there was nothing yet to
 * compare others with. Replicas may go round side by side.
 */
@ApplicationScoped
class LateProposals {
    private static final Logger LOG = Logger.getLogger(LateProposals.class);

    /** Outcomes of one round, by chance, so that those that fail keep no others out for ever. */
    private static final int MOST = 100;

    private final Outcomes outcomes;
    private final BankProposals proposals;
    private final UnitOfWork units;

    LateProposals(Outcomes outcomes, BankProposals proposals, UnitOfWork units) {
        this.outcomes = outcomes;
        this.proposals = proposals;
        this.units = units;
    }

    /** Each in a transaction of its own, because what comes of it is audited. */
    @Scheduled(
            every = "{mingjian.outcome.waiting-poll}",
            delayed = "{mingjian.outcome.waiting-delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> propose() {
        return InTurn.each(units, () -> outcomes.examinedMeanwhile(MOST), this::propose);
    }

    /** What somebody else is at, or has withdrawn or proposed meanwhile, is left alone. */
    private Uni<Void> propose(UUID id) {
        return units.inTransaction(
                        () ->
                                outcomes.lockNotBanked(id)
                                        .chain(
                                                found ->
                                                        found.map(
                                                                        outcome ->
                                                                                proposals.propose(
                                                                                        outcome
                                                                                                .told()))
                                                                .orElseGet(
                                                                        () ->
                                                                                Uni.createFrom()
                                                                                        .voidItem())))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "outcome %s is not proposed yet", id))
                .onFailure()
                .recoverWithNull();
    }
}
