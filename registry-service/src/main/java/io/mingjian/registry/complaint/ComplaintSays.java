package io.mingjian.registry.complaint;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.ledger.ProceedingContents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells the ledger what complaints say. */
@ApplicationScoped
class ComplaintSays extends ProceedingContents<Complaint> {
    ComplaintSays() {
        super(Complaint.class);
    }

    @Override
    public FilingKind kind() {
        return FilingKind.COMPLAINT;
    }

    /** Complaints that are mediated together are not borne out. */
    @Override
    public Uni<List<Said>> handledWith(Caller machine, UUID filingId) {
        return of(machine, List.of(filingId));
    }

    @Override
    protected boolean isVisibleTo(Caller caller, Complaint complaint) {
        return complaint.isVisibleTo(caller);
    }

    @Override
    protected boolean hasFiler(Complaint complaint) {
        return complaint.head().filerId() != null;
    }

    @Override
    protected Said said(Complaint complaint) {
        FilingHead head = complaint.head();
        Respondent respondent = complaint.content().respondent();
        DisputeFacts facts = complaint.content().facts();
        return new Said(
                complaint.id(),
                head.submissionId(),
                Objects.requireNonNull(head.filerId()),
                LegalDay.of(head.receivedAt()),
                complaint.holder(),
                respondent.name(),
                respondent.uscc(),
                respondent.shop(),
                facts.content() + (facts.situation() == null ? "" : facts.situation()),
                facts.goods(),
                null,
                complaint.isJoint(),
                false);
    }
}
