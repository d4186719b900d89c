package io.mingjian.registry.evidence;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmationDoorTest extends ServiceTest {
    private static final TestCaller HUANGPU_OTHER =
            TestCaller.huangpu(HANDLER).named("huangpu.second");

    private final UUID evidence = UUID.randomUUID();

    @Test
    void aFindingStandsBesideTheIndicationAndChangesNothingElse() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        deliver(analyzed(evidence, "samr-shanghai", "STRONG_SIGNS", 5));
        await().untilAsserted(
                        () ->
                                as(HUANGPU)
                                        .get(path)
                                        .then()
                                        .body("evidence[0].band", equalTo("STRONG_SIGNS"))
                                        .body("evidence[0].confirmation", nullValue()));
        confirm(HUANGPU, path, 0, finding("GENUINE", "ORIGINAL_SEEN"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("latest.truthName", equalTo("真实"))
                .body("latest.confirmedBy", equalTo("huangpu.handler"));
        as(HUANGPU)
                .get(path)
                .then()
                .body("state", equalTo("ROUTED"))
                .body("evidence[0].band", equalTo("STRONG_SIGNS"))
                .body("evidence[0].confirmation.truth", equalTo("GENUINE"))
                .body("evidence[0].confirmation.restsOnName", equalTo("核对原件、原始载体"));
    }

    @Test
    void aLaterFindingTakesThePlaceOfTheEarlierWhichIsKept() {
        String path = "/v1/reports/" + filed(aReport().naming(evidence));
        confirm(HUANGPU, path, 0, finding("CANNOT_TELL", "FORENSIC_ANALYSIS")).statusCode(201);
        confirm(HUANGPU_OTHER, path, 1, finding("GENERATED", "PARTY_ADMITTED")).statusCode(201);
        as(HUANGPU)
                .get(door(path))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("latest.truth", equalTo("GENERATED"))
                .body("earlier.truth", contains("CANNOT_TELL"));
        as(HUANGPU).get(path).then().body("evidence[0].confirmation.version", equalTo(2));
    }

    @Test
    void itIsAnnouncedAndAudited() {
        String id = filed(aComplaint().naming(evidence));
        confirm(HUANGPU, "/v1/complaints/" + id, 0, finding("ALTERED", "APPRAISAL"));
        await().untilAsserted(
                        () ->
                                assertThat(announced(id))
                                        .anySatisfy(
                                                text ->
                                                        assertThat(text)
                                                                .contains(
                                                                        "filing.evidence-confirmed.v1",
                                                                        "ALTERED",
                                                                        "APPRAISAL",
                                                                        evidence.toString())));
        as(CITY_AUDITOR)
                .get("/v1/audit/entries?objectId=" + id)
                .then()
                .body("link.action", hasItem("complaint.confirm-evidence"));
    }

    @Test
    void evidenceOfAnotherFilingIsNotFound() {
        String other = "/v1/complaints/" + filed(aComplaint().naming(UUID.randomUUID()));
        confirm(HUANGPU, other, 0, finding("GENUINE", "ORIGINAL_SEEN")).statusCode(404);
        as(HUANGPU).get(door(other)).then().statusCode(404);
        as(HUANGPU).get(other + "/evidence/none/confirmation").then().statusCode(404);
    }

    @Test
    void onlyTheBureauThatHasItFindsAnything() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        confirm(PUDONG, path, 0, finding("GENUINE", "ORIGINAL_SEEN")).statusCode(404);
        confirm(CITY_REVIEWER, path, 0, finding("GENUINE", "ORIGINAL_SEEN")).statusCode(403);
        confirm(HUANGPU_INTAKE, path, 0, finding("GENUINE", "ORIGINAL_SEEN")).statusCode(403);
        confirm(TestCaller.huangpu(INTEGRATION), path, 0, finding("GENUINE", "ORIGINAL_SEEN"))
                .statusCode(403);
        as(PUDONG).get(door(path)).then().statusCode(404);
        as(CITY_REVIEWER).get(door(path)).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void reasonsAndCodesAreNeeded() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        confirm(HUANGPU, path, 0, "{\"truth\":\"GENUINE\",\"restsOn\":\"ORIGINAL_SEEN\"}")
                .statusCode(422)
                .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
        confirm(HUANGPU, path, 0, "{\"truth\":\"FAKE\",\"reasons\":\"看过原件\"}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/truth", "/restsOn"))
                .body("errors.code", containsInAnyOrder("unknown-code", "required"));
    }

    @Test
    void whoReadAnOlderFindingReadsAgain() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        as(HUANGPU)
                .body(finding("GENUINE", "ORIGINAL_SEEN"))
                .post(door(path))
                .then()
                .statusCode(428);
        confirm(HUANGPU, path, 0, finding("GENUINE", "ORIGINAL_SEEN")).statusCode(201);
        confirm(HUANGPU_OTHER, path, 0, finding("ALTERED", "ORIGINAL_SEEN")).statusCode(412);
    }

    @Test
    void ofSeveralAtOnceOneIsKept() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        List<Integer> answers =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(
                                i ->
                                        confirm(HUANGPU, path, 0, finding("GENUINE", "APPRAISAL"))
                                                .extract()
                                                .statusCode())
                        .toList();
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(code -> code == 412)).hasSize(5);
    }

    @Test
    void theSameKeyTwiceIsOneFinding() {
        String path = "/v1/complaints/" + filed(aComplaint().naming(evidence));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(HUANGPU)
                    .header("If-Match", "\"0\"")
                    .header("Idempotency-Key", key)
                    .body(finding("GENUINE", "ORIGINAL_SEEN"))
                    .post(door(path))
                    .then()
                    .statusCode(201)
                    .body("latest.version", equalTo(1));
        }
        assertThat(
                        count(
                                "select count(*) from evidence_confirmation where evidence_id = '"
                                        + evidence
                                        + "'"))
                .isEqualTo(1);
    }

    private ValidatableResponse confirm(
            TestCaller caller, String filing, int version, String body) {
        return as(caller)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(door(filing))
                .then();
    }

    private String door(String filing) {
        return filing + "/evidence/" + evidence + "/confirmation";
    }

    private static String finding(String truth, String restsOn) {
        return "{\"truth\":\"%s\",\"restsOn\":\"%s\",\"reasons\":\"已核对，事实清楚\"}"
                .formatted(truth, restsOn);
    }
}
