package io.mingjian.registry.complaint;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.document.Parties;
import io.mingjian.registry.document.PartySource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells notices what they need to know of a complaint. */
@ApplicationScoped
class ComplaintParties implements PartySource {
    private final Complaints complaints;

    ComplaintParties(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public FilingKind kind() {
        return FilingKind.COMPLAINT;
    }

    @Override
    public Uni<Parties> of(Caller caller, UUID filingId) {
        return complaints.require(caller, filingId).map(ComplaintParties::of);
    }

    private static Parties of(Complaint complaint) {
        var head = complaint.head();
        var party = complaint.content().respondent();
        return new Parties(
                complaint.holder(),
                head.submissionId(),
                head.filerId(),
                head.isMixed(),
                LegalDay.of(head.receivedAt()),
                party.name(),
                party.address());
    }
}
