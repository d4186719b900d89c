package io.mingjian.registry.listing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.registry.filer.Persons;
import io.mingjian.registry.listing.EntryRequests.OfficerProposalRequest.Read;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** An officer holds that the filer of a filing belongs on the list. */
@ApplicationScoped
class OfficerProposals {
    private static final String CRITERION = "OFFICER";

    private final Worklist worklist;
    private final Persons persons;
    private final CandidateProposals proposals;

    OfficerProposals(Worklist worklist, Persons persons, CandidateProposals proposals) {
        this.worklist = worklist;
        this.persons = persons;
        this.proposals = proposals;
    }

    /**
     * @return the candidate that this made or added to
     * @throws Conflict if the person is on the list already, or is being heard
     */
    Uni<Entry> propose(Caller caller, Read request) {
        return worklist.filerOf(caller, request.filingId())
                .onItem()
                .ifNull()
                .failWith(Entries::unknownFiling)
                .chain(filer -> persons.of(caller, filer))
                .chain(
                        person ->
                                proposals.candidate(caller, proposal(caller, person.id(), request)))
                .map(
                        made ->
                                made.orElseThrow(
                                        () ->
                                                new Conflict(
                                                        "on-the-list-already",
                                                        "该当事人已在名录中，或者正在列入程序中。",
                                                        "The person is on the list already, or"
                                                                + " being heard.")));
    }

    private static Proposal proposal(Caller caller, UUID person, Read request) {
        return new Proposal(
                person,
                request.filingId(),
                List.of(
                        new Ground(
                                CRITERION,
                                0,
                                "REVIEW",
                                JsonNodeFactory.instance.objectNode().put("by", caller.name()),
                                request.reasons(),
                                LimitStatus.ASSUMPTION.name())));
    }
}
