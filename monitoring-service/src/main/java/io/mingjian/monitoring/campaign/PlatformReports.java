package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Store of platforms' reports. The city sees all of a campaign, a platform its own. A campaign has
 * some hundreds at most, so they are read whole.
 */
@ApplicationScoped
class PlatformReports {
    Uni<ReportChain> of(Caller caller, UUID campaignId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from PlatformReport where campaignId = :campaign"
                                                        + " and (:all = true or platform = :org)"
                                                        + " order by platform, periodFrom, id",
                                                PlatformReport.class)
                                        .setParameter("campaign", campaignId)
                                        .setParameter("all", caller.isCity())
                                        .setParameter("org", caller.organisation())
                                        .getResultList())
                .map(ReportChain::new);
    }

    Uni<Void> add(PlatformReport report) {
        return Sessions.current().chain(session -> session.persist(report));
    }
}
