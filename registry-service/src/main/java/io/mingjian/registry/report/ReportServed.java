package io.mingjian.registry.report;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.ServedListener;
import io.mingjian.registry.procedure.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stops the clock of telling when the notice of the result has been served on the reporter (Order
 * 121 Art 36).
 */
@ApplicationScoped
class ReportServed implements ServedListener {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Reports reports;
    private final Steps steps;

    ReportServed(Reports reports, Steps steps) {
        this.reports = reports;
        this.steps = steps;
    }

    @Override
    public Uni<Void> onServed(Caller caller, Served served) {
        boolean ours =
                served.filingKind() == FilingKind.REPORT
                        && served.kind() == NoticeKind.REPORT_RESULT;
        return ours
                ? reports.require(caller, served.filingId()).chain(report -> told(report, served))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> told(Report report, Served served) {
        return report.facts().isTellingDue()
                ? steps.follow(
                        MACHINE,
                        report,
                        now -> report.tellResult(now, null, new Fact.ResultTold(served.servedOn())))
                : Uni.createFrom().voidItem();
    }
}
