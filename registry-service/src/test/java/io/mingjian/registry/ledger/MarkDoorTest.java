package io.mingjian.registry.ledger;

import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that people enter about a filer, and what the criteria make of them. */
@QuarkusTest
class MarkDoorTest extends ServiceTest {
    private static final TestCaller REVIEWS =
            TestCaller.huangpu(REVIEWER).named("huangpu.reviewer");
    private static final TestCaller ELSEWHERE =
            TestCaller.pudong(REVIEWER, HEAD).named("pudong.head");

    private String filing;
    private String filer;
    private String marks;

    @BeforeEach
    void somebodyHasFiled() {
        filing = registered(aComplaint());
        filer = texts("select filer_id from queue_item where filing_id = '" + filing + "'").get(0);
        marks = "/v1/filers/" + filer + "/marks";
    }

    @Test
    void confirmedConductPointsAtItsFilerByItselfUntilItIsTakenBack() {
        String id =
                enter(REVIEWS, fact("FORGING", filing))
                        .statusCode(201)
                        .body("kindName", equalTo("造假"))
                        .body("basis", equalTo("市公安局黄浦分局：" + document()))
                        .body("enteredBy", equalTo("huangpu.reviewer"))
                        .extract()
                        .path("id");
        assertThat(hints()).containsExactly("CONDUCT_CONFIRMED REVIEW");
        assertThat(
                        count(
                                "select count(*) from abnormal_filer_entry where filer_id = '"
                                        + filer
                                        + "'"))
                .isEqualTo(1);
        as(HUANGPU)
                .get("/v1/filers/" + filer + "/hits")
                .then()
                .statusCode(200)
                .body("items.code", contains("CONDUCT_CONFIRMED"))
                .body("items[0].filingId", equalTo(filing))
                .body("items[0].inputs.observed", equalTo(1))
                .body("items[0].explanation", containsString("造假"));
        revoke(REVIEWS, id, "").statusCode(422).body("errors.pointer", contains("/reasons"));
        revoke(ELSEWHERE, id, "法院撤销").statusCode(404);
        revoke(REVIEWS, id, "法院判决撤销该认定").statusCode(200).body("revokedAt", notNullValue());
        assertThat(hints()).isEmpty();
        revoke(REVIEWS, id, "再次").statusCode(409);
        as(HUANGPU)
                .get(marks)
                .then()
                .body("items", hasSize(1))
                .body("items[0].revokedReasons", equalTo("法院判决撤销该认定"));
    }

    @Test
    void eachDocumentGivesOneFactOfAKind() {
        enter(REVIEWS, fact("SUIT", null)).statusCode(201);
        enter(REVIEWS, fact("SUIT", null)).statusCode(409).body("code", equalTo("known-already"));
        enter(REVIEWS, fact("RECONSIDERATION", null)).statusCode(201);
    }

    @Test
    void whatIsWrongIsNamedWithPointers() {
        enter(REVIEWS, "{\"kind\":\"UPHELD\",\"onDay\":\"2027-01-01\",\"reasons\":\"x\"}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/kind", "/onDay", "/authority", "/documentNo"))
                .body("errors.code", hasItem("not-entered-by-hand"));
        enter(REVIEWS, fact("FORGING", null).replace("笔录", " "))
                .statusCode(422)
                .body("errors.pointer", contains("/reasons"));
        String ofSomebodyElse = registered(aReport());
        enter(REVIEWS, fact("FORGING", ofSomebodyElse))
                .statusCode(422)
                .body("errors.pointer", contains("/filingId"));
        assertThat(count("select count(*) from filer_mark where filer_id = '" + filer + "'"))
                .isZero();
    }

    @Test
    void ofAFilerOfAnotherDistrictNobodyKnows() {
        enter(ELSEWHERE, fact("FORGING", null)).statusCode(404);
        as(ELSEWHERE).get(marks).then().statusCode(404);
        as(ELSEWHERE).get("/v1/filers/" + filer + "/hits").then().statusCode(404);
        as(TestCaller.police(REVIEWER)).get(marks).then().statusCode(404);
        as(PLATFORM).get(marks).then().statusCode(403);
        enter(HUANGPU, fact("FORGING", null)).statusCode(403);
        as(CITY_REVIEWER).get(marks).then().statusCode(200).body("items", hasSize(0));
        as(CITY_REVIEWER).get("/v1/filers/" + UUID.randomUUID() + "/marks").then().statusCode(404);
    }

    private ValidatableResponse enter(TestCaller caller, String body) {
        return as(caller).body(body).post(marks).then();
    }

    private ValidatableResponse revoke(TestCaller caller, String id, String reasons) {
        return as(caller)
                .body("{\"reasons\":\"" + reasons + "\"}")
                .post(marks + "/" + id + "/revocation")
                .then();
    }

    private String fact(String kind, String about) {
        return """
                {"kind":"%s","onDay":"2026-11-20","authority":"市公安局黄浦分局","documentNo":"%s","reasons":"笔录"%s}
                """
                .formatted(
                        kind, document(), about == null ? "" : ",\"filingId\":\"" + about + "\"");
    }

    private String document() {
        return "黄公决字" + filer;
    }

    private List<String> hints() {
        return texts(
                "select criterion || ' ' || level from queue_hint where person_id = '"
                        + filer
                        + "'");
    }
}
