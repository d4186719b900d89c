package io.mingjian.registry.clue;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What monitoring refers opens a clue; a person takes it up or dismisses it. */
@QuarkusTest
class ClueDoorTest extends ServiceTest {
    private final UUID referral = UUID.randomUUID();
    private final UUID lead = UUID.randomUUID();

    @Test
    void aReferralOpensOneClueHoweverOftenItIsTold() {
        String message = referred("FILER_CONDUCT", "FORGING");
        deliver(message);
        deliver(message);
        deliver(message.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UUID.randomUUID() + "\""));
        String clue = clueId();
        UUID last = UUID.randomUUID();
        deliver(referred(last, UUID.randomUUID(), "FILER_CONDUCT", "SWAPPING"));
        await().until(() -> of(last) == 1);
        assertThat(of(referral)).isEqualTo(1);
        as(CITY_REVIEWER)
                .get("/v1/clues/" + clue)
                .then()
                .statusCode(200)
                .body("kind", equalTo("CLUE"))
                .body("state", equalTo("OPEN"))
                .body("conduct", equalTo("FORGING"))
                .body("clueNo", matchesPattern("XY\\d{4}-samr-huangpu-\\d{5}"))
                .body("openSteps", equalTo(List.of("TAKE_UP", "DISMISS")));
        await().untilAsserted(() -> assertThat(words(clue)).containsExactly("clue.opened.v1"));
    }

    @Test
    void aPersonLinksItToAFilingWithReasonsAndMonitoringLearnsTheStateAlone() {
        deliver(referred("FILER_CONDUCT", "FORGING"));
        String path = "/v1/clues/" + clueId();
        String filing = filed(aComplaint());
        step(HUANGPU, path, "taking-up", "{\"reasons\":\"x\"}").statusCode(422);
        step(HUANGPU, path, "taking-up", "{\"filingId\":\"" + filing + "\"}").statusCode(422);
        step(HUANGPU, path, "taking-up", "{\"filingId\":\"" + lead + "\",\"reasons\":\"x\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/filingId"));
        step(
                        CITY_REVIEWER,
                        path,
                        "taking-up",
                        "{\"filingId\":\"" + filing + "\",\"reasons\":\"证据图片相同\"}")
                .statusCode(200)
                .body("state", equalTo("TAKEN_UP"))
                .body("filingId", equalTo(filing));
        step(CITY_REVIEWER, path, "dismissal", "{\"reasons\":\"x\"}").statusCode(409);
        String clue = clueId();
        await().untilAsserted(
                        () ->
                                assertThat(words(clue))
                                        .containsExactly("clue.opened.v1", "clue.taken-up.v1"));
        assertThat(String.join("", announced(clue)))
                .doesNotContain(filing)
                .doesNotContain("证据图片相同");
    }

    @Test
    void aClueIsDismissedWithReasons() {
        deliver(referred("FILER_CONDUCT", "PLANTING"));
        String path = "/v1/clues/" + clueId();
        step(HUANGPU, path, "dismissal", "{\"reasons\":\" \"}").statusCode(422);
        step(HUANGPU, path, "dismissal", "{\"reasons\":\"无法确认为同一人\"}")
                .statusCode(200)
                .body("state", equalTo("DISMISSED"));
    }

    @Test
    void aCrimeBecomesTheDraftOfATransferThatWaits() {
        deliver(referred("CRIME", "FRAUD"));
        String path = "/v1/clues/" + clueId();
        as(CITY_REVIEWER)
                .get(path)
                .then()
                .body("kind", equalTo("TRANSFER_DRAFT"))
                .body("state", equalTo("DRAFT"))
                .body("amount", equalTo(8000.5f))
                .body("openSteps", equalTo(List.of("DISMISS")));
        step(
                        CITY_REVIEWER,
                        path,
                        "taking-up",
                        "{\"filingId\":\"" + filed(aComplaint()) + "\",\"reasons\":\"x\"}")
                .statusCode(409);
    }

    @Test
    void aDraftReferredByMistakeIsDismissedByAReviewerAndMonitoringLearnsIt() {
        deliver(referred("CRIME", "FRAUD"));
        String clue = clueId();
        String path = "/v1/clues/" + clue;
        step(HUANGPU, path, "dismissal", "{\"reasons\":\"误移\"}").statusCode(403);
        step(CITY_REVIEWER, path, "dismissal", "{\"reasons\":\" \"}").statusCode(422);
        step(CITY_REVIEWER, path, "dismissal", "{\"reasons\":\"误将行政违法线索作为涉嫌犯罪移送\"}")
                .statusCode(200)
                .body("state", equalTo("DISMISSED"))
                .body("openSteps", equalTo(List.of()));
        step(CITY_REVIEWER, path, "dismissal", "{\"reasons\":\"再次\"}").statusCode(409);
        await().untilAsserted(
                        () ->
                                assertThat(words(clue))
                                        .containsExactly("clue.opened.v1", "clue.dismissed.v1"));
    }

    @Test
    void anotherDistrictSeesNothingOfIt() {
        deliver(referred("FILER_CONDUCT", "FORGING"));
        String clue = clueId();
        as(HUANGPU).get("/v1/clues?limit=200").then().body("items.id", hasItem(clue));
        as(PUDONG).get("/v1/clues?limit=200").then().body("items.id", not(hasItem(clue)));
        as(PUDONG).get("/v1/clues/" + clue).then().statusCode(404);
        step(PUDONG, "/v1/clues/" + clue, "dismissal", "{\"reasons\":\"x\"}").statusCode(404);
        as(PLATFORM).get("/v1/clues/" + clue).then().statusCode(403);
    }

    private String clueId() {
        await().until(() -> of(referral) == 1);
        List<String> found =
                as(CITY_REVIEWER)
                        .get("/v1/clues?limit=200")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items.findAll { it.leadId == '" + lead + "' }.id");
        return found.get(0);
    }

    private long of(UUID id) {
        return count("select count(*) from clue where referral_id = '" + id + "'");
    }

    private List<String> words(String clue) {
        return announced(clue).stream()
                .map(text -> JsonPath.from(text).getString("type"))
                .distinct()
                .toList();
    }

    private String referred(String kind, String conduct) {
        return referred(referral, lead, kind, conduct);
    }

    private static String referred(UUID referral, UUID lead, String kind, String conduct) {
        return """
                {"specversion":"1.0","id":"%s","source":"/mingjian/monitoring-service","type":"lead.referred.v1",
                 "subject":"%s","time":"2026-11-24T09:00:00+08:00","datacontenttype":"application/json","revision":5,
                 "data":{"referralId":"%s","leadId":"%s","leadNo":"XS2026-monitor-jingwei-00001","kind":"%s",
                 "conduct":"%s","organisation":"samr-huangpu","amount":8000.5,"evidenceIds":[]}}
                """
                .formatted(UUID.randomUUID(), lead, referral, lead, kind, conduct);
    }
}
