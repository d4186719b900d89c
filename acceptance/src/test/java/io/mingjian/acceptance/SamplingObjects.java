package io.mingjian.acceptance;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.picture.Pictures;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/** A lot of a trusted agency's leads, opened for review by sample. */
record SamplingObjects(String lotId) {
    /** The agency is on file already. */
    static SamplingObjects madeBy(Actors actors, String marker) {
        CityReviewer city = actors.cityReviewer();
        MonitoringAgency agency = actors.jingwei();
        city.door()
                .step(
                        "/api/monitoring/v1/agencies/" + WatchedAgency.ORGANISATION,
                        "trust",
                        Map.of("trusted", true, "reasons", marker))
                .require(200);
        LocalDate today = LocalDate.now(World.SHANGHAI);
        String instruction =
                city.issuesInstruction(today, today.plusDays(9), WatchedAgency.ORGANISATION)
                        .textAt("/id");
        agency.acknowledges(instruction);
        long number = System.nanoTime();
        Answer page =
                agency.uploads(
                        Pictures.photograph(
                                number, LocalDateTime.now(World.SHANGHAI).minusHours(2)));
        agency.awaitsAnalysis(page.textAt("/id"), any -> true);
        var finding = World.finding("sampled" + number, page);
        // Unlike all others, so that no likely duplicate keeps it out of the lot.
        finding.json()
                .put("shopName", "去水印工具铺" + number)
                .put("subjectName", "杭州另一家网络科技有限公司")
                .put("uscc", "91330100799655058B")
                .put("contentSummary", "直播间演示剪辑软件去除图片标识，挂出下载链接，编号" + number + "，" + marker);
        String lead = agency.submits(instruction, finding).textAt("/lead/id");
        city.awaitsHashOf(lead);
        Answer lot =
                city.door()
                        .post(
                                "/api/monitoring/v1/instructions/" + instruction + "/sampling-lots",
                                Map.of("agency", WatchedAgency.ORGANISATION))
                        .require(201);
        return new SamplingObjects(lot.textAt("/id"));
    }
}
