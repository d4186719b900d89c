package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.campaign.CampaignViews.CampaignRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A special operation. What it is called, by whom and on what basis does not change. */
@Entity
class Campaign {
    @Id private UUID id;
    @Version private int version;
    private String campaignNo;
    private String bureau;
    private String name;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private String basisDocument;
    private String organiser;
    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;

    /** For the mapper. */
    Campaign() {}

    static Campaign begin(String campaignNo, CampaignRequest request, Caller by, Instant at) {
        Campaign campaign = new Campaign();
        campaign.id = Ids.next();
        campaign.campaignNo = campaignNo;
        campaign.bureau = by.organisation();
        campaign.name = request.name();
        campaign.periodFrom = request.period().from();
        campaign.periodTo = request.period().to();
        campaign.basisDocument = request.basisDocument();
        campaign.organiser = request.organiser();
        campaign.createdAt = at;
        campaign.createdBy = by.subject();
        campaign.updatedAt = at;
        return campaign;
    }

    /** Something was added; its tag changes with it, so that two officers see each other's work. */
    void touch(Instant at) {
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String campaignNo() {
        return campaignNo;
    }

    String name() {
        return name;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    String basisDocument() {
        return basisDocument;
    }

    String organiser() {
        return organiser;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
