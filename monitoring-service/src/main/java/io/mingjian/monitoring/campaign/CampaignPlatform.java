package io.mingjian.monitoring.campaign;

import io.mingjian.kit.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** That a platform is asked to report. */
@Entity
class CampaignPlatform {
    @Id private UUID id;
    private UUID campaignId;
    private String platform;

    /** For the mapper. */
    CampaignPlatform() {}

    CampaignPlatform(UUID campaignId, String platform) {
        this.id = Ids.next();
        this.campaignId = campaignId;
        this.platform = platform;
    }

    UUID campaignId() {
        return campaignId;
    }

    String platform() {
        return platform;
    }
}
