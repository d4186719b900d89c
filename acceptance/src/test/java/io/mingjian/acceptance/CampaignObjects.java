package io.mingjian.acceptance;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Door;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A special operation of the city with a platform that is not on the stage, a report of it and
 * figures that are proposed.
 */
record CampaignObjects(String campaignId, String campaignNo, String reportId) {
    private static final String CAMPAIGNS = "/api/monitoring/v1/campaigns";

    static CampaignObjects madeBy(Actors actors, String marker) {
        Door city = actors.cityReviewer().door();
        LocalDate today = LocalDate.now(World.SHANGHAI);
        Map<String, String> period =
                Map.of("from", today.minusDays(9).toString(), "to", today.toString());
        Answer campaign =
                city.post(
                                CAMPAIGNS,
                                Map.of(
                                        "name", marker,
                                        "period", period,
                                        "basisDocument", marker,
                                        "organiser", marker,
                                        "platforms", List.of("platform-duoduo-live")))
                        .require(201);
        String path = CAMPAIGNS + "/" + campaign.textAt("/id");
        Answer report =
                city.post(
                                path + "/platform-reports",
                                Map.of(
                                        "platform",
                                        "platform-duoduo-live",
                                        "period",
                                        period,
                                        "figures",
                                        figures(),
                                        "source",
                                        marker))
                        .require(201);
        city.post(path + "/publications", Map.of("until", today.toString())).require(201);
        return new CampaignObjects(
                campaign.textAt("/id"), campaign.textAt("/campaignNo"), report.textAt("/id"));
    }

    /** Figures as a platform would report them. */
    static Map<String, Object> figures() {
        return Map.of(
                "itemsBlocked", 1,
                "accountsHandled", 1,
                "agentsRemoved", 1,
                "productsHandled", 1,
                "platformCount", 1);
    }

    List<String> ids() {
        return List.of(campaignId, reportId);
    }
}
