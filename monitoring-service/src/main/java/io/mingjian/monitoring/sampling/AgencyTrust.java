package io.mingjian.monitoring.sampling;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Callers;
import io.mingjian.monitoring.monitor.Agencies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Trust as the city keeps it. A lot that fell back to full review leaves the trust as it is,
 * because only a person takes it away; that it is in doubt stands in the audit chain under the
 * agency.
 */
@ApplicationScoped
class AgencyTrust implements Trust {
    private final Agencies agencies;
    private final Audit audit;
    private final Callers callers;

    AgencyTrust(Agencies agencies, Audit audit, Callers callers) {
        this.agencies = agencies;
        this.audit = audit;
        this.callers = callers;
    }

    @Override
    public Uni<Boolean> isTrusted(String agency) {
        return agencies.isTrusted(agency);
    }

    @Override
    public Uni<Void> reconsider(String agency, UUID lotId, String reasons) {
        return audit.record(
                callers.current(),
                AuditEntry.of("agency.trust-in-doubt", "agency", agency).forPurpose(reasons));
    }
}
