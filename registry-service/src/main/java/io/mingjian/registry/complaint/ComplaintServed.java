package io.mingjian.registry.complaint;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.document.Addressee;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.ServedListener;
import io.mingjian.registry.procedure.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stops the clock of telling when the notice of termination has been served on both parties (Order
 * 121 Art 23).
 */
@ApplicationScoped
class ComplaintServed implements ServedListener {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Complaints complaints;
    private final Steps steps;

    ComplaintServed(Complaints complaints, Steps steps) {
        this.complaints = complaints;
        this.steps = steps;
    }

    @Override
    public Uni<Void> onServed(Caller caller, Served served) {
        boolean ours =
                served.filingKind() == FilingKind.COMPLAINT
                        && served.kind() == NoticeKind.MEDIATION_TERMINATED;
        return ours
                ? complaints
                        .require(caller, served.filingId())
                        .chain(complaint -> told(complaint, served))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> told(Complaint complaint, Served served) {
        Fact.Party party =
                served.addressee() == Addressee.COMPLAINANT
                        ? Fact.Party.COMPLAINANT
                        : Fact.Party.RESPONDENT;
        return complaint.served(new Fact.Told(served.servedOn(), party))
                ? steps.follow(MACHINE, complaint, now -> complaint.tellBoth(now, null))
                : Uni.createFrom().voidItem();
    }
}
