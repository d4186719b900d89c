package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Figures of a special operation were released: {@code campaign.published.v1}. They stay as they
 * are; what is corrected later comes with the next publication.
 *
 * @param publication running number within the campaign, from 1
 * @param until last day of the reports that were summed
 * @param reports how many reports of platforms were summed
 * @param platformCount platforms, each counted once
 */
public record CampaignPublished(
        UUID campaignId,
        String campaignNo,
        int publication,
        LocalDate from,
        LocalDate until,
        int reports,
        long itemsBlocked,
        long accountsHandled,
        long agentsRemoved,
        long productsHandled,
        long platformCount)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return campaignId;
    }
}
