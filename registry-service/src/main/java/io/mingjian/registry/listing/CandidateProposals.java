package io.mingjian.registry.listing;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The room's door for criteria and imports: a proposal becomes a candidate, or adds to the one that
 * the person has. While the person is on the list, or is being heard, it changes nothing.
 */
@ApplicationScoped
public class CandidateProposals {
    private final Entries entries;
    private final Worklist worklist;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CandidateProposals(
            Entries entries, Worklist worklist, Outbox outbox, Audit audit, Clock clock) {
        this.entries = entries;
        this.worklist = worklist;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes within the running transaction, unless it says nothing new. */
    public Uni<Void> propose(Caller caller, Proposal proposal) {
        return candidate(caller, proposal).replaceWithVoid();
    }

    /**
     * The same.
     *
     * @return whether the person has a candidate with these grounds now
     */
    public Uni<Boolean> proposes(Caller caller, Proposal proposal) {
        return candidate(caller, proposal).map(Optional::isPresent);
    }

    /** The candidate that the proposal made or added to, if any. */
    Uni<Optional<Entry>> candidate(Caller caller, Proposal proposal) {
        return entries.hold(caller, proposal.personId())
                .chain(all -> proposed(caller, proposal, all));
    }

    private Uni<Optional<Entry>> proposed(Caller caller, Proposal proposal, List<Entry> all) {
        Optional<Entry> live = all.stream().filter(each -> each.state().isLive()).findFirst();
        if (live.isPresent()) {
            return live.filter(Entry::isOpenForGrounds)
                    .map(entry -> added(caller, entry, proposal))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        }
        return Settled.bringsNews(proposal, all, LegalDay.today(clock))
                ? made(caller, proposal).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<Entry>> added(Caller caller, Entry entry, Proposal proposal) {
        Uni<Optional<Entry>> same = Uni.createFrom().item(Optional.of(entry));
        return entry.add(proposal.grounds())
                ? record(caller, entry, "add-grounds", proposal).chain(() -> same)
                : same;
    }

    private Uni<Entry> made(Caller caller, Proposal proposal) {
        return holder(caller, proposal)
                .map(
                        holder ->
                                Entry.proposed(
                                        Ids.next(), proposal, holder.orElse(""), clock.instant()))
                .call(entry -> entries.add(caller, entry))
                .call(entry -> outbox.append(entry.proposedEvent()))
                .call(entry -> record(caller, entry, "propose", proposal));
    }

    /** Without a filing it is the business of the bureau that proposes. */
    private Uni<Optional<String>> holder(Caller caller, Proposal proposal) {
        boolean bureau = caller.isCity() || caller.isDistrict();
        return proposal.filingId() == null
                ? Uni.createFrom()
                        .item(bureau ? Optional.of(caller.organisation()) : Optional.empty())
                : worklist.holderOf(caller, proposal.filingId());
    }

    private Uni<Void> record(Caller caller, Entry entry, String act, Proposal proposal) {
        return audit.record(
                caller,
                AuditEntry.of(
                                "abnormal-filer-entry." + act,
                                "abnormal-filer-entry",
                                entry.id().toString())
                        .changing(null, proposal));
    }
}
