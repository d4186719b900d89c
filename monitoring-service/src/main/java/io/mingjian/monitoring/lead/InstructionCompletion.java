package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.FindingsUnderway;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The timer that closes instructions by themselves: every agency is done or no longer waited for,
 * and every lead, if there is any, is at an end. With several replicas the row's lock lets one of
 * them do it; the others find it done.
 */
@ApplicationScoped
public class InstructionCompletion {
    private static final Logger LOG = Logger.getLogger(InstructionCompletion.class);

    private static final Caller MACHINE = Caller.machine("monitoring");

    private final Commissions commissions;
    private final Leads leads;
    private final FindingsUnderway underway;
    private final UnitOfWork work;

    InstructionCompletion(
            Commissions commissions, Leads leads, FindingsUnderway underway, UnitOfWork work) {
        this.work = work;
        this.underway = underway;
        this.commissions = commissions;
        this.leads = leads;
    }

    /** Looks for instructions that are over; one transaction each. */
    @Scheduled(
            every = "${mingjian.completion.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> closeWhatIsOver() {
        return work.inSession(commissions::over)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(this::closeOne)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> closeOne(UUID instructionId) {
        return work.inTransaction(
                        () ->
                                commissions.complete(
                                        instructionId, () -> isEveryLeadAtAnEnd(instructionId)))
                .invoke(closed -> tell(closed, instructionId))
                .replaceWithVoid()
                .onFailure()
                .invoke(failed -> LOG.errorf(failed, "instruction %s stays open", instructionId))
                .onFailure()
                .recoverWithNull();
    }

    /** What waits to be entered will be leads. */
    private Uni<Boolean> isEveryLeadAtAnEnd(UUID instructionId) {
        return underway.isAny(MACHINE, instructionId)
                .chain(
                        any ->
                                any
                                        ? Uni.createFrom().item(false)
                                        : leads.openOf(instructionId).map(open -> open == 0));
    }

    private static void tell(boolean closed, UUID instructionId) {
        if (closed) {
            LOG.infof("instruction %s closed by itself", instructionId);
        }
    }
}
