package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The face that this room shows to the analysis: which evidence is to be examined, and what becomes
 * of it. Every method runs inside the caller's transaction.
 */
@ApplicationScoped
public class EvidenceWork {
    private final Evidences evidences;
    private final CustodyChain custody;
    private final EvidenceMatters matters;
    private final AnalysisQueue queue;
    private final Clock clock;

    EvidenceWork(
            Evidences evidences,
            CustodyChain custody,
            EvidenceMatters matters,
            AnalysisQueue queue,
            Clock clock) {
        this.evidences = evidences;
        this.custody = custody;
        this.matters = matters;
        this.queue = queue;
        this.clock = clock;
    }

    /** Takes due jobs for the length of the lease; no other worker gets them in that time. */
    public Uni<List<EvidenceTask>> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        return evidences
                .due(now, limit)
                .map(
                        due ->
                                due.stream()
                                        .map(evidence -> evidence.lease(Ids.next(), now, lease))
                                        .toList());
    }

    /**
     * Locks the evidence of a job until the end of the transaction; comes before all other locks.
     *
     * @throws LeaseLost if the job went to another worker in the meantime
     */
    public Uni<Void> hold(EvidenceTask task) {
        return holding(task).replaceWithVoid();
    }

    /**
     * Ends a job and, if it examined the file, writes that into the chain of custody; a revisit
     * only weighs anew what was seen before, and touches no file.
     *
     * @param what one line about the result for the chain of custody
     * @throws LeaseLost if the job went to another worker in the meantime
     */
    public Uni<Void> complete(EvidenceTask task, String what) {
        return task.first() ? completeExamined(task, what) : completeUnchanged(task);
    }

    /**
     * Ends a job that examined the file, and writes that into the chain of custody.
     *
     * @param what one line about the result for the chain of custody
     * @throws LeaseLost if the job went to another worker in the meantime
     */
    public Uni<Void> completeExamined(EvidenceTask task, String what) {
        Instant now = clock.instant();
        Act act = new Act(CustodyAct.ANALYZED, "detection", "mingjian", "自动分析", now, what);
        return holding(task)
                .invoke(evidence -> evidence.complete(task, now))
                .chain(() -> custody.append(task.evidenceId(), act));
    }

    /** Ends a job that changed nothing: no line in the chain of custody, no event. */
    public Uni<Void> completeUnchanged(EvidenceTask task) {
        return holding(task)
                .invoke(evidence -> evidence.complete(task, clock.instant()))
                .replaceWithVoid();
    }

    /** How other evidence stands to this one. */
    public Uni<List<EvidenceRelation>> relations(UUID evidenceId, List<UUID> others) {
        return evidences.relations(evidenceId, others);
    }

    /** How many filings and leads name these, rightfully, by the organisation that named them. */
    public Uni<Map<String, Integer>> matters(List<UUID> ids) {
        return matters.count(ids);
    }

    /** Those of these that several filings and leads name, or named, rightfully. */
    public Uni<List<UUID>> inSeveralMatters(List<UUID> ids) {
        return matters.inSeveral(ids);
    }

    /**
     * Lets no other event of this filing or lead be taken until the end of the transaction, so that
     * of its word about evidence and of another room's look at it one comes first.
     */
    public Uni<Void> holdMatter(UUID source) {
        return matters.hold(source);
    }

    /**
     * Opens the job again after a pause, because it could not be done now.
     *
     * @param counts whether this was an attempt, of which a job has only so many
     */
    public Uni<Void> postpone(EvidenceTask task, Duration pause, boolean counts) {
        Instant until = clock.instant().plus(pause);
        return holding(task).invoke(evidence -> evidence.postpone(until, counts)).replaceWithVoid();
    }

    /**
     * Asks for a new look at these; the order of the ids is the order in which their rows are
     * locked.
     *
     * @param organisation owner of the evidence by which something became known
     */
    public Uni<Void> revisit(List<UUID> ids, String organisation) {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(evidences::lock)
                .invoke(evidence -> evidence.revisit(organisation, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** When the analysis of this evidence, which is not done, can be expected. */
    public Uni<Instant> expected(UUID evidenceId) {
        return queue.expected(evidenceId);
    }

    /** Refuses with "not found" unless the caller may see the evidence. */
    public Uni<EvidenceState> requireVisible(UUID evidenceId, Caller caller) {
        return evidences.require(evidenceId, caller).map(Evidence::state);
    }

    private Uni<Evidence> holding(EvidenceTask task) {
        return evidences
                .lock(task.evidenceId())
                .invoke(
                        evidence -> {
                            if (!evidence.isLeasedBy(task)) {
                                throw new LeaseLost(task.evidenceId());
                            }
                        });
    }
}
