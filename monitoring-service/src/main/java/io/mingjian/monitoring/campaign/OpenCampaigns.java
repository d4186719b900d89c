package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.instruction.CampaignGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets instructions join a campaign when they are issued, until its last day has passed. */
@ApplicationScoped
class OpenCampaigns implements CampaignGate {
    private final Campaigns campaigns;
    private final LegalTime time;

    OpenCampaigns(Campaigns campaigns, LegalTime time) {
        this.campaigns = campaigns;
        this.time = time;
    }

    @Override
    public Uni<Boolean> isOpen(Caller city, UUID campaignId) {
        return campaigns
                .require(city, campaignId)
                .map(campaign -> !campaign.period().to().isBefore(LegalDay.of(time.instant())))
                .onFailure(NotFound.class)
                .recoverWithItem(false);
    }
}
