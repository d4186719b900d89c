package io.mingjian.registry.complaint;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.evidence.EvidenceSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Tells which evidence a complaint names. */
@ApplicationScoped
class ComplaintEvidence implements EvidenceSource {
    private final Complaints complaints;

    ComplaintEvidence(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public FilingKind kind() {
        return FilingKind.COMPLAINT;
    }

    @Override
    public Uni<Filing> hold(Caller caller, String id) {
        return complaints
                .require(caller, complaints.parse(id))
                .call(
                        found ->
                                Sessions.current()
                                        .chain(
                                                session ->
                                                        session.refresh(
                                                                found,
                                                                LockModeType.PESSIMISTIC_WRITE)))
                .map(ComplaintEvidence::filing);
    }

    @Override
    public Uni<Filing> of(Caller caller, String id) {
        return complaints.require(caller, complaints.parse(id)).map(ComplaintEvidence::filing);
    }

    private static Filing filing(Complaint complaint) {
        return new Filing(complaint.id(), complaint.holder(), complaint.evidenceIds());
    }
}
