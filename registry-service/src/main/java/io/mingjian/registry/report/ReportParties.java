package io.mingjian.registry.report;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.document.Parties;
import io.mingjian.registry.document.PartySource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells notices what they need to know of a report. */
@ApplicationScoped
class ReportParties implements PartySource {
    private final Reports reports;

    ReportParties(Reports reports) {
        this.reports = reports;
    }

    @Override
    public FilingKind kind() {
        return FilingKind.REPORT;
    }

    @Override
    public Uni<Parties> of(Caller caller, UUID filingId) {
        return reports.require(caller, filingId).map(ReportParties::of);
    }

    private static Parties of(Report report) {
        var head = report.head();
        var party = report.content().reportedParty();
        return new Parties(
                report.holder(),
                head.submissionId(),
                head.filerId(),
                head.isMixed(),
                LegalDay.of(head.receivedAt()),
                party.name(),
                party.address());
    }
}
