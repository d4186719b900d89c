package io.mingjian.registry.listing;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * The room's door for criteria: a proposal becomes a candidate unless the person has an open one.
 */
@ApplicationScoped
public class CandidateProposals {
    private final Candidates candidates;
    private final Worklist worklist;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CandidateProposals(
            Candidates candidates, Worklist worklist, Outbox outbox, Audit audit, Clock clock) {
        this.candidates = candidates;
        this.worklist = worklist;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes within the running transaction; a second proposal for an open candidate changes
     * nothing.
     */
    public Uni<Void> propose(Caller caller, Proposal proposal) {
        return candidates
                .hasOpen(caller, proposal.personId())
                .chain(open -> open ? Uni.createFrom().voidItem() : add(caller, proposal));
    }

    private Uni<Optional<String>> holder(Caller caller, Proposal proposal) {
        return proposal.filingId() == null
                ? Uni.createFrom().item(Optional.empty())
                : worklist.holderOf(caller, proposal.filingId());
    }

    private Uni<Void> add(Caller caller, Proposal proposal) {
        return holder(caller, proposal)
                .map(
                        holder ->
                                Candidate.proposed(
                                        Ids.next(), proposal, holder.orElse(""), clock.instant()))
                .call(candidate -> candidates.add(caller, candidate))
                .call(candidate -> outbox.append(candidate.proposedEvent()))
                .chain(
                        candidate ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "candidate.propose",
                                                        "candidate",
                                                        candidate.id().toString())
                                                .changing(null, proposal)));
    }
}
