package io.mingjian.monitoring;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.EVIDENCE;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static io.mingjian.monitoring.finding.Findings.aFixation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead shows the conduct of a filer or a crime: the registry is told, once, and answers. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReferralTest {
    private static int serial;

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private String lead;

    @BeforeEach
    void aDistrictWorksOnALead() {
        Today.is(LocalDate.of(2026, 4, 15));
        String instruction = CITY.issues(LocalDate.of(2026, 4, 30), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        lead =
                JINGWEI.submits(
                        instruction,
                        aFinding()
                                .numbered("R-" + ++serial)
                                .with(List.of(aFixation(EVIDENCE)))
                                .make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
    }

    @Test
    void aReferralIsToldInCodesAloneAndTheClueComesBack() {
        String referral =
                HUANGPU.post(path(), aReferral())
                        .statusCode(201)
                        .body("conductZh", equalTo("造假"))
                        .extract()
                        .path("id");
        await().until(() -> !told("lead.referred.v1").isEmpty());
        JsonPath event = told("lead.referred.v1").get(0);
        assertThat(event.getString("data.referralId")).isEqualTo(referral);
        assertThat(event.getString("data.kind")).isEqualTo("FILER_CONDUCT");
        assertThat(event.getString("data.organisation")).isEqualTo("samr-huangpu");
        assertThat(event.getList("data.evidenceIds")).isEqualTo(List.of(EVIDENCE.toString()));
        assertThat(event.prettify()).doesNotContain("同一人").doesNotContain("测试小店");

        UUID clue = UUID.randomUUID();
        messages.<String>source("events")
                .send(clue("clue.taken-up.v1", clue, referral, 9, "TAKEN_UP"));
        messages.<String>source("events").send(clue("clue.opened.v1", clue, referral, 3, "OPEN"));
        await().untilAsserted(
                        () ->
                                HUANGPU.get(path())
                                        .body("clueNo", equalTo(List.of("XY2026-1")))
                                        .body("clueState", equalTo(List.of("TAKEN_UP"))));
        assertThat(JINGWEI.sees(lead).prettify()).doesNotContain("XY2026-1");
        JINGWEI.get(path()).statusCode(404);
    }

    @Test
    void theSameConductIsReferredOnce() {
        HUANGPU.post(path(), aReferral(), "Idempotency-Key", "r-" + lead).statusCode(201);
        HUANGPU.post(path(), aReferral(), "Idempotency-Key", "r-" + lead).statusCode(201);
        HUANGPU.post(path(), aReferral()).statusCode(409).body("code", equalTo("referred-before"));
        CITY.post(
                        path(),
                        Map.of(
                                "kind", "CRIME", "conduct", "FRAUD", "reasons", "金额较大", "amount",
                                8000))
                .statusCode(201);
        CITY.get(path()).body("kind", equalTo(List.of("FILER_CONDUCT", "CRIME")));
        HUANGPU.get(path())
                .body("kind", equalTo(List.of("FILER_CONDUCT", "CRIME")))
                .body("organisation", equalTo(Arrays.asList("samr-huangpu", null)))
                .body("[1].reasons", nullValue())
                .body("[1].amount", nullValue());
    }

    /** Who is told that a conduct was referred before must be able to see that it was. */
    @Test
    void theDistrictThatGetsTheLeadLearnsOfTheReferralAndNotWhatTheOtherWrote() {
        String referral = HUANGPU.post(path(), aReferral()).statusCode(201).extract().path("id");
        HUANGPU.tryStep(lead, "return", Map.of("reasons", "经营地不在本区")).statusCode(200);
        PUDONG.get(path()).statusCode(404);
        CITY.assigns(lead, "310115");
        PUDONG.receives(lead);
        messages.<String>source("events")
                .send(clue("clue.opened.v1", UUID.randomUUID(), referral, 3, "OPEN"));
        await().untilAsserted(
                        () ->
                                PUDONG.get(path())
                                        .body("id", equalTo(List.of(referral)))
                                        .body("clueNo", equalTo(List.of("XY2026-1")))
                                        .body("clueState", equalTo(List.of("OPEN"))));
        assertThat(PUDONG.get(path()).extract().asString())
                .contains("造假")
                .doesNotContain("同一人", "huangpu", EVIDENCE.toString());
        PUDONG.post(path(), aReferral()).statusCode(409).body("code", equalTo("referred-before"));
        CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
        PUDONG.get(path()).body("", hasSize(0));
        CITY.get(path()).body("organisation", equalTo(List.of("samr-huangpu")));
    }

    @Test
    void badReferralsAreNamedFaultByFault() {
        HUANGPU.post(
                        path(),
                        Map.of(
                                "kind",
                                "CRIME",
                                "conduct",
                                "FORGING",
                                "reasons",
                                "x",
                                "amount",
                                -1,
                                "evidenceIds",
                                List.of(UUID.randomUUID())))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/conduct", "/amount", "/evidenceIds/0")));
        HUANGPU.post(path(), Map.of("kind", "CRIME", "conduct", "FRAUD"))
                .statusCode(422)
                .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
        PUDONG.post(path(), aReferral()).statusCode(404);
    }

    private String path() {
        return "/v1/leads/" + lead + "/referrals";
    }

    private static Map<String, Object> aReferral() {
        return Map.of(
                "kind", "FILER_CONDUCT",
                "conduct", "FORGING",
                "reasons", "截图与投诉材料出自同一人",
                "evidenceIds", List.of(EVIDENCE));
    }

    private List<JsonPath> told(String type) {
        return messages.<String>sink("outbox").received().stream()
                .filter(message -> message.getPayload().contains(lead))
                .map(message -> JsonPath.from(message.getPayload()))
                .filter(event -> lead.equals(event.getString("subject")))
                .filter(event -> type.equals(event.getString("type")))
                .toList();
    }

    private static String clue(String type, UUID id, String referral, long revision, String state) {
        return """
                {"specversion":"1.0","id":"%s","source":"/mingjian/registry","type":"%s","subject":"%s",
                 "time":"2026-04-15T09:00:01+08:00","datacontenttype":"application/json","revision":%d,
                 "data":{"clueId":"%s","clueNo":"XY2026-1","referralId":"%s","state":"%s"}}"""
                .formatted(UUID.randomUUID(), type, id, revision, id, referral, state);
    }
}
