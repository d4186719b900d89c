package io.mingjian.registry.complaint;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ComplaintDoorTest extends ServiceTest {
    private static final String REASONS = "{\"reasons\":\"材料齐全，属于本局管辖\"}";

    private static final String[] WHEN_ROUTED = {
        "RETURN_TO_INTAKE",
        "DISPUTE_AUTHORITY",
        "REQUEST_IDENTITY",
        "ACCEPT",
        "REFUSE",
        "CHANGE_CLAIMS"
    };

    @Test
    void theOfficerSeesWhatIsOpenMaskedAndUntilWhen() {
        String id = filed(aComplaint().by("欧阳锋", "13800138888").withId("310101199001010012"));
        as(HUANGPU)
                .get("/v1/complaints/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("ROUTED"))
                .body("stateName", equalTo("已分送待受理"))
                .body("openSteps", contains(WHEN_ROUTED))
                .body("due.limit", equalTo("ACCEPTANCE"))
                .body("due.remainingWorkingDays", equalTo(7))
                .body("complainant.name", equalTo("欧**"))
                .body("complainant.phone", equalTo("138****8888"))
                .body("complainant.idNumber", equalTo("310101********0012"))
                .body("place.rule", equalTo("COMPLAINT_OFFLINE"))
                .body("flags", hasSize(0))
                .body("steps.step", contains("ROUTE"));
    }

    @Test
    void anAcceptedComplaintIsMediatedWithinSixtyDays() {
        String id = filed(aComplaint());
        step(HUANGPU, "/v1/complaints/" + id, "acceptance", REASONS)
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("due.limit", equalTo("MEDIATION"))
                .body("due.term", equalTo("60ND"))
                .body("steps.step", contains("ROUTE", "ACCEPT"))
                .body("steps[1].by", equalTo("huangpu.handler"))
                .body("steps[1].reasons", equalTo("材料齐全，属于本局管辖"));
        await().untilAsserted(
                        () ->
                                assertThat(announced(id))
                                        .anyMatch(text -> text.contains("filing.accepted.v1")));
    }

    @Nested
    class Refused {
        @Test
        void tellsGroundFactorsReasonsAndRemedies() {
            String id = filed(aComplaint());
            step(
                            HUANGPU,
                            "/v1/complaints/" + id,
                            "non-acceptance",
                            "{\"ground\":3,\"factors\":[\"a\",\"b\"],\"reasons\":\"一个月内同类投诉十二件\"}")
                    .statusCode(200)
                    .body("state", equalTo("NOT_ACCEPTED"))
                    .body("due", nullValue())
                    .body("openSteps", contains("ARCHIVE"))
                    .body("steps[1].ground", equalTo("16(3)"))
                    .body("steps[1].factors", contains("a", "b"))
                    .body("remedies", containsString("第三十九条"));
            await().untilAsserted(
                            () ->
                                    assertThat(announced(id))
                                            .anyMatch(
                                                    text ->
                                                            text.contains("filing.not-accepted.v1")
                                                                    && text.contains(
                                                                            "\"ground\": 3")));
        }

        @Test
        void namesEveryFaultOfTheDecision() {
            String id = filed(aComplaint());
            step(
                            HUANGPU,
                            "/v1/complaints/" + id,
                            "non-acceptance",
                            "{\"ground\":9,\"factors\":[\"z\"],\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors.pointer", containsInAnyOrder("/ground", "/factors/0"));
            step(
                            HUANGPU,
                            "/v1/complaints/" + id,
                            "non-acceptance",
                            "{\"ground\":3,\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/factors"));
            step(
                            HUANGPU,
                            "/v1/complaints/" + id,
                            "non-acceptance",
                            "{\"ground\":1,\"factors\":[\"a\"],\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors.code", contains("not-for-this-ground"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"ground\":1}", "{\"ground\":1,\"reasons\":\"  \"}"})
        void needsReasons(String body) {
            String id = filed(aComplaint());
            step(HUANGPU, "/v1/complaints/" + id, "non-acceptance", body)
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"))
                    .body("errors.pointer", contains("/reasons"));
            as(HUANGPU).get("/v1/complaints/" + id).then().body("state", equalTo("ROUTED"));
        }
    }

    @Nested
    class Returned {
        @Test
        void goesBackToTheIntakeUnitWhichRoutesItAnew() {
            String id = filed(aComplaint());
            String path = "/v1/complaints/" + id;
            step(HUANGPU, path, "return", "{\"reasons\":\"经营地在浦东\"}")
                    .statusCode(200)
                    .body("state", equalTo("RETURNED_TO_INTAKE"))
                    .body("due.limit", equalTo("ROUTING"))
                    .body("due.term", equalTo("1WD"))
                    .body("due.status", equalTo("ASSUMPTION"))
                    .body("clocks.limit", contains("ROUTING"));
            String item = "items.find { it.filingId == '" + id + "' }";
            as(CITY_INTAKE)
                    .get("/v1/queue?limit=200&state=RETURNED_TO_INTAKE")
                    .then()
                    .body(item + ".dueOn", equalTo("2026-11-25"))
                    .body(item + ".dueBasis", containsString("Art 41"));
            as(HUANGPU).get(path).then().statusCode(404);
            step(HUANGPU_INTAKE, path, "routing", "{\"districtCode\":\"310115\",\"reasons\":\"x\"}")
                    .statusCode(404);
            step(
                            CITY_INTAKE,
                            path,
                            "routing",
                            "{\"districtCode\":\"310119\",\"reasons\":\"按实际经营地分送\"}")
                    .statusCode(200)
                    .body("holder", equalTo("samr-pudong"))
                    .body("place.rule", equalTo("MANUAL"))
                    .body("due.remainingWorkingDays", equalTo(7))
                    .body("clocks.limit", contains("ACCEPTANCE"));
            as(PUDONG).get(path).then().statusCode(200).body("openSteps", contains(WHEN_ROUTED));
            await().untilAsserted(
                            () ->
                                    assertThat(announced(id))
                                            .anyMatch(text -> text.contains("filing.returned.v1")));
        }

        @Test
        void isNotForwardedByTheDistrictItself() {
            String id = filed(aComplaint());
            TestCaller both = TestCaller.huangpu(HANDLER, INTAKE);
            step(
                            both,
                            "/v1/complaints/" + id,
                            "routing",
                            "{\"districtCode\":\"310115\",\"reasons\":\"x\"}")
                    .statusCode(409)
                    .body("openSteps", contains(WHEN_ROUTED));
        }
    }

    @Nested
    class AtTheWrongMoment {
        @Test
        void aStepNamesTheOnesThatAreOpen() {
            String path = "/v1/complaints/" + filed(aComplaint());
            step(HUANGPU, path, "acceptance", REASONS).statusCode(200);
            step(HUANGPU, path, "acceptance", REASONS)
                    .statusCode(409)
                    .body("type", equalTo("urn:mingjian:problem:step-not-allowed"))
                    .body("state", equalTo("ACCEPTED"))
                    .body(
                            "openSteps",
                            contains("BEGIN_MEDIATION", "CHANGE_CLAIMS", "TERMINATE", "FIND_CLUE"));
        }

        @Test
        void withoutTheVersionItIsRefused() {
            String path = "/v1/complaints/" + filed(aComplaint());
            as(HUANGPU).body(REASONS).post(path + "/acceptance").then().statusCode(428);
        }

        @Test
        void withAnOldVersionItIsRefused() {
            String path = "/v1/complaints/" + filed(aComplaint());
            String old = as(HUANGPU).get(path).then().extract().header("ETag");
            step(HUANGPU, path, "acceptance", REASONS).statusCode(200);
            as(HUANGPU)
                    .header("If-Match", old)
                    .body("{\"ground\":1,\"reasons\":\"双方不同意\"}")
                    .post(path + "/termination")
                    .then()
                    .statusCode(412);
        }

        @Test
        void ofTwoOfficersAtOnceOneDecides() {
            String path = "/v1/complaints/" + filed(aComplaint());
            String etag = as(HUANGPU).get(path).then().extract().header("ETag");
            List<Integer> answers =
                    IntStream.range(0, 6)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            as(HUANGPU)
                                                    .header("If-Match", etag)
                                                    .body(REASONS)
                                                    .post(path + "/acceptance")
                                                    .statusCode())
                            .toList();
            assertThat(answers).containsOnlyOnce(200);
            assertThat(answers.stream().filter(code -> code == 412 || code == 409)).hasSize(5);
            as(HUANGPU).get(path).then().body("steps.step", contains("ROUTE", "ACCEPT"));
        }
    }

    @Nested
    class OfAnotherBureau {
        @Test
        void isNotThere() {
            String path = "/v1/complaints/" + filed(aComplaint());
            as(PUDONG).get(path).then().statusCode(404);
            as(PUDONG)
                    .header("If-Match", "\"0\"")
                    .body(REASONS)
                    .post(path + "/acceptance")
                    .then()
                    .statusCode(404);
            as(TestCaller.police(HANDLER)).get(path).then().statusCode(404);
            as(TestCaller.monitor("jingwei", HANDLER)).get(path).then().statusCode(404);
            as(TestCaller.merchant("wang", "91310000132260250X", HANDLER))
                    .get(path)
                    .then()
                    .statusCode(404);
        }

        @Test
        void isSeenByTheCityWhichDoesNotDecideInItsPlace() {
            String path = "/v1/complaints/" + filed(aComplaint());
            as(CITY_REVIEWER).get(path).then().statusCode(200).body("openSteps", empty());
            step(CITY_REVIEWER, path, "acceptance", REASONS).statusCode(403);
        }

        @Test
        void looksLikeOneThatNeverWas() {
            String foreign =
                    as(PUDONG)
                            .get("/v1/complaints/" + filed(aComplaint()))
                            .then()
                            .extract()
                            .path("detail");
            String none =
                    as(PUDONG)
                            .get("/v1/complaints/" + UUID.randomUUID())
                            .then()
                            .extract()
                            .path("detail");
            String nonsense =
                    as(PUDONG)
                            .get("/v1/complaints/no-id")
                            .then()
                            .statusCode(404)
                            .extract()
                            .path("detail");
            assertThat(foreign).isEqualTo(none).isEqualTo(nonsense);
        }
    }

    @Test
    void aHeadLooksButOnlyHandlersAndReviewersDecide() {
        String path = "/v1/complaints/" + filed(aComplaint());
        as(TestCaller.huangpu(HEAD)).get(path).then().statusCode(200).body("openSteps", empty());
        step(TestCaller.huangpu(HEAD), path, "acceptance", REASONS).statusCode(403);
    }
}
