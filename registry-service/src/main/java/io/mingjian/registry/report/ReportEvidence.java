package io.mingjian.registry.report;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.evidence.EvidenceSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Tells which evidence a report names. */
@ApplicationScoped
class ReportEvidence implements EvidenceSource {
    private final Reports reports;

    ReportEvidence(Reports reports) {
        this.reports = reports;
    }

    @Override
    public FilingKind kind() {
        return FilingKind.REPORT;
    }

    @Override
    public Uni<Filing> hold(Caller caller, String id) {
        return reports.require(caller, reports.parse(id))
                .call(
                        found ->
                                Sessions.current()
                                        .chain(
                                                session ->
                                                        session.refresh(
                                                                found,
                                                                LockModeType.PESSIMISTIC_WRITE)))
                .map(ReportEvidence::filing);
    }

    @Override
    public Uni<Filing> of(Caller caller, String id) {
        return reports.require(caller, reports.parse(id)).map(ReportEvidence::filing);
    }

    private static Filing filing(Report report) {
        return new Filing(report.id(), report.holder(), report.evidenceIds());
    }
}
