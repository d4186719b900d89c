package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever lost the answer asks again under the same key and gets it, whatever became of the matter
 * since: the key is looked up before anything is judged.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class KeyedRetryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);
    private static int serial;

    private final String key = UUID.randomUUID().toString();
    private String instruction;
    private String number;

    @BeforeEach
    void anInstructionIsOpen() {
        Today.is(DAY);
        instruction = CITY.issues(DAY.plusDays(15), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        number = "KEY-" + ++serial;
    }

    @Test
    void aReferralIsAnsweredAsBeforeThoughAnotherDistrictHasTheLead() {
        String lead = isReceived();
        String path = "/v1/leads/" + lead + "/referrals";
        String first = keyed(HUANGPU, path, aReferral("同一人")).statusCode(201).extract().path("id");
        goesToPudong(lead);
        keyed(HUANGPU, path, aReferral("同一人")).statusCode(201).body("id", equalTo(first));
        isAnotherRequest(keyed(HUANGPU, path, aReferral("另一人")));
        HUANGPU.post(path, aReferral("同一人")).statusCode(404);
        keyed(JINGWEI, path, aReferral("同一人")).statusCode(404);
        CITY.get(path).body("", hasSize(1));
    }

    @Test
    void aLetterIsDraftedOnceThoughTheLeadIsClosed() {
        String lead = isReceived();
        String path = "/v1/leads/" + lead + "/letters";
        String first = keyed(HUANGPU, path, aLetter("请协助")).statusCode(201).extract().path("id");
        HUANGPU.verifies(lead);
        HUANGPU.disposes(lead, "CASE_FILED");
        HUANGPU.feedsBack(lead);
        CITY.closes(lead);
        keyed(HUANGPU, path, aLetter("请协助")).statusCode(201).body("id", equalTo(first));
        isAnotherRequest(keyed(HUANGPU, path, aLetter("请尽快协助")));
        HUANGPU.post(path, aLetter("请协助")).statusCode(409).body("code", equalTo("lead-closed"));
        CITY.get("/v1/letters?leadId=" + lead).body("items", hasSize(1));
    }

    @Test
    void aSupplementIsTakenOnceThoughTheLeadWentOn() {
        String lead = JINGWEI.submits(instruction, aFinding().numbered(number).make());
        CITY.tryStep(
                        lead,
                        "qualification",
                        Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "商品名有误"))
                .statusCode(200);
        String tag = JINGWEI.get("/v1/leads/" + lead).extract().header("ETag");
        supplements(lead, tag, "全称").statusCode(200).body("findingVersion", equalTo(2));
        supplements(lead, tag, "全称").statusCode(200).body("findingVersion", equalTo(2));
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        supplements(lead, tag, "全称")
                .statusCode(200)
                .body("findingVersion", equalTo(2))
                .body("lead.state", equalTo("SUBMITTED"));
        isAnotherRequest(supplements(lead, tag, "另一名称"));
        assertThat(CITY.sees(lead).getList("history.step"))
                .isEqualTo(
                        List.of(
                                "SUBMIT",
                                "RETURN_FOR_SUPPLEMENT",
                                "RESUBMIT",
                                "QUALIFY",
                                "ASSIGN"));
        CITY.get("/v1/leads/" + lead + "/versions").body("items", hasSize(2));
    }

    @Test
    void aFileIsTakenOnceThoughTheInstructionIsClosed() {
        byte[] file = (number + "\n").getBytes(StandardCharsets.UTF_8);
        String path = "/v1/instructions/" + instruction + "/lead-imports";
        String first = sends(key, path, file).statusCode(202).extract().path("id");
        isClosed();
        sends(key, path, file).statusCode(202).body("id", equalTo(first));
        isAnotherRequest(sends(key, path, (number + "x\n").getBytes(StandardCharsets.UTF_8)));
        sends(UUID.randomUUID().toString(), path, file).statusCode(409);
    }

    @Test
    void remindersAndAmendmentsAreAnsweredAsBeforeThoughTheInstructionIsClosed() {
        String path = "/v1/instructions/" + instruction;
        Map<String, Object> reminder =
                Map.of("agencies", List.of("monitor-jingwei"), "text", "请尽快报送");
        String reminded =
                keyed(CITY, path + "/reminders", reminder).statusCode(201).extract().asString();
        isClosed();
        assertThat(keyed(CITY, path + "/reminders", reminder).statusCode(201).extract().asString())
                .isEqualTo(reminded);
        CITY.post(path + "/reminders", reminder).statusCode(409);
    }

    private String isReceived() {
        String lead = JINGWEI.submits(instruction, aFinding().numbered(number).make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        return lead;
    }

    private static void goesToPudong(String lead) {
        HUANGPU.tryStep(lead, "return", Map.of("reasons", "实际经营地不在本区")).statusCode(200);
        CITY.assigns(lead, "310115");
        PUDONG.receives(lead);
    }

    private void isClosed() {
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "不再需要"))
                .statusCode(200);
    }

    private ValidatableResponse keyed(Desk desk, String path, Object body) {
        return desk.post(path, body, "Idempotency-Key", key);
    }

    private ValidatableResponse supplements(String lead, String tag, String goods) {
        return JINGWEI.post(
                "/v1/leads/" + lead + "/supplement",
                Map.of("finding", aFinding().numbered(number).goods(goods, null).make()),
                "If-Match",
                tag,
                "Idempotency-Key",
                key);
    }

    private static ValidatableResponse sends(String key, String path, byte[] file) {
        return RestAssured.given()
                .header("Authorization", JINGWEI.who().bearer())
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post(path)
                .then();
    }

    private static void isAnotherRequest(ValidatableResponse answer) {
        answer.statusCode(422).body("type", equalTo("urn:mingjian:problem:idempotency-key-reuse"));
    }

    private static Map<String, Object> aReferral(String reasons) {
        return Map.of("kind", "FILER_CONDUCT", "conduct", "FORGING", "reasons", reasons);
    }

    private static Map<String, Object> aLetter(String text) {
        return Map.of("platform", "platform-yougou", "title", "请协助核查", "text", text);
    }
}
