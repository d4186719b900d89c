package io.mingjian.monitoring.disposal;

import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadHandover;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends requests for more time that nobody can grant any more: the bureau that asked has the lead no
 * longer, or has disposed of it. The lead is held by the step that does so, and so no head decides
 * at the same time.
 */
@ApplicationScoped
class MootExtensions implements LeadHandover {
    private static final String TAKEN_OVER = "市局已提级办理，申请终止";
    private static final String DISPOSED = "线索已处置，申请终止";

    private final Extensions extensions;
    private final LegalTime time;

    MootExtensions(Extensions extensions, LegalTime time) {
        this.extensions = extensions;
        this.time = time;
    }

    /** While a lead is verified, it only goes to the city. */
    @Override
    public Uni<Void> handedOver(Map<UUID, String> holders) {
        return end(holders.keySet(), TAKEN_OVER);
    }

    Uni<Void> disposed(UUID leadId) {
        return end(List.of(leadId), DISPOSED);
    }

    private Uni<Void> end(Collection<UUID> leadIds, String why) {
        return extensions
                .open(leadIds)
                .invoke(open -> open.forEach(each -> each.lapse(why, time.instant())))
                .replaceWithVoid();
    }
}
