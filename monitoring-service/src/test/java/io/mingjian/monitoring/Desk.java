package io.mingjian.monitoring;

import static io.restassured.RestAssured.given;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.finding.Finding;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Somebody at a desk, with the verbs of the monitoring loop. Every verb succeeds or fails the test;
 * `try…` may fail.
 */
public record Desk(TestCaller who) {
    public static final Desk CITY = new Desk(TestCaller.city(Role.REVIEWER).named("city.reviewer"));
    public static final Desk HUANGPU =
            new Desk(TestCaller.huangpu(Role.HANDLER).named("huangpu.handler"));
    public static final Desk HUANGPU_HEAD =
            new Desk(TestCaller.huangpu(Role.HEAD).named("huangpu.head"));
    public static final Desk CITY_HEAD =
            new Desk(TestCaller.city(Role.HEAD, Role.HANDLER).named("city.head"));
    public static final Desk PUDONG =
            new Desk(TestCaller.pudong(Role.HANDLER).named("pudong.handler"));
    public static final Desk JINGWEI = new Desk(TestCaller.monitor("jingwei", Role.HANDLER));
    public static final Desk OTHER = new Desk(TestCaller.monitor("other", Role.INTEGRATION));
    public static final Desk PLATFORM = new Desk(TestCaller.platform("yougou", Role.INTEGRATION));
    public static final Desk POLICE = new Desk(TestCaller.police(Role.HANDLER));
    public static final Desk MERCHANT =
            new Desk(TestCaller.merchant("wang", "91310000132260250X", Role.HANDLER));
    public static final Desk AUDITOR =
            new Desk(TestCaller.city(Role.AUDITOR).named("city.auditor"));

    /** Passes whether or not the files came: most tests are about something else. */
    public static final Map<String, Object> A_PASS =
            Map.of("verdict", "QUALIFIED", "despiteEvidence", true, "reasons", "页面已当场核对，证据随后补传");

    /** Content of an instruction to these agencies, due on that day. */
    public static Map<String, Object> anInstruction(LocalDate deadline, String... agencies) {
        return Map.of(
                "scope", "监测售卖伪造维权证据教程的店铺",
                "platforms", List.of("yougou"),
                "keywords", List.of("仅退款", "破损图"),
                "categories", List.of("FAKE_EVIDENCE_TUTORIAL"),
                "period", Map.of("from", firstDay(deadline).toString(), "to", deadline.toString()),
                "outputSpec", Map.of("requiredFields", List.of("SHOP_NAME", "SUBJECT_NAME")),
                "deadline", deadline.toString(),
                "agencies", List.of(agencies));
    }

    /** Ten days before the deadline, or today if that is earlier: what is found today counts. */
    private static LocalDate firstDay(LocalDate deadline) {
        LocalDate early = deadline.minusDays(10);
        return Today.day().filter(early::isAfter).orElse(early);
    }

    public String issues(LocalDate deadline, String... agencies) {
        return post("/v1/instructions", anInstruction(deadline, agencies))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public void acknowledges(String instruction) {
        step("/v1/instructions/" + instruction, "acknowledgement", null).statusCode(200);
    }

    /** Hands in a finding and gives the lead's id. */
    public String submits(String instruction, Finding finding) {
        return trySubmit(instruction, finding).statusCode(201).extract().path("lead.id");
    }

    public ValidatableResponse trySubmit(String instruction, Object finding) {
        return post("/v1/instructions/" + instruction + "/leads", finding);
    }

    public ValidatableResponse qualifies(String lead) {
        return tryStep(lead, "qualification", A_PASS).statusCode(200);
    }

    public ValidatableResponse assigns(String lead, String district) {
        return tryStep(lead, "assignment", Map.of("districtCode", district, "reasons", "按实际经营地"))
                .statusCode(200);
    }

    public ValidatableResponse receives(String lead) {
        return tryStep(lead, "receipt", null).statusCode(200);
    }

    public ValidatableResponse verifies(String lead) {
        return tryStep(lead, "verification", null).statusCode(200);
    }

    public ValidatableResponse disposes(String lead, String code) {
        return tryStep(lead, "disposal", aDisposal(code)).statusCode(200);
    }

    public ValidatableResponse feedsBack(String lead) {
        return tryStep(lead, "feedback", Map.of("summary", "已立案调查，店铺已下架相关商品")).statusCode(200);
    }

    public ValidatableResponse closes(String lead) {
        return tryStep(lead, "closing", Map.of()).statusCode(200);
    }

    /** A disposal with every number that some code needs. */
    public static Map<String, Object> aDisposal(String code) {
        return Map.of(
                "code", code,
                "reasons", "现场核查属实，依法立案",
                "caseNo", "沪市监黄处〔2026〕1 号",
                "documentNo", "沪市监黄函〔2026〕1 号",
                "agency", "上海市公安局黄浦分局",
                "leadNo", "XS2026-monitor-jingwei-00001");
    }

    /** Takes a step of a lead with the tag that this reader sees, or none if it sees nothing. */
    public ValidatableResponse tryStep(String lead, String step, Object body) {
        return step("/v1/leads/" + lead, step, body);
    }

    public ValidatableResponse step(String resource, String step, Object body) {
        String etag = get(resource).extract().header("ETag");
        return post(resource + "/" + step, body, "If-Match", etag == null ? "\"0\"" : etag);
    }

    public JsonPath sees(String lead) {
        return get("/v1/leads/" + lead).statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, Object body, String... headers) {
        RequestSpecification request = request().contentType(ContentType.JSON);
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        if (body != null) {
            request.body(body);
        }
        Response response = request.post(path);
        return response.then();
    }

    private RequestSpecification request() {
        return given().urlEncodingEnabled(false).header("Authorization", who.bearer());
    }
}
