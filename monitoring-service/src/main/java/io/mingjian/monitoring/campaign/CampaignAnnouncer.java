package io.mingjian.monitoring.campaign;

import io.mingjian.contracts.CampaignPublished;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Says on {@code mingjian.monitoring.campaign} which figures were published. */
@ApplicationScoped
class CampaignAnnouncer {
    private final Outbox outbox;

    CampaignAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> published(Campaign campaign, Publication publication) {
        Figures figures = publication.figures();
        return outbox.append(
                new Event(
                        EventType.CAMPAIGN_PUBLISHED,
                        new CampaignPublished(
                                campaign.id(),
                                campaign.campaignNo(),
                                publication.number(),
                                publication.periodFrom(),
                                publication.until(),
                                publication.reports(),
                                Objects.requireNonNull(figures.itemsBlocked()),
                                Objects.requireNonNull(figures.accountsHandled()),
                                Objects.requireNonNull(figures.agentsRemoved()),
                                Objects.requireNonNull(figures.productsHandled()),
                                Objects.requireNonNull(figures.platformCount()))));
    }
}
