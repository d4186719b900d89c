package io.mingjian.registry.document;

import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report's notices: which steps order them, and that nobody but the reporter is told. */
@QuarkusTest
class NoticesToReportersTest extends DocumentTest {
    private static final TestCaller HEAD = TestCaller.huangpu(Role.HEAD).named("huangpu.head");
    private static final String NAME = "西门吹雪";

    @Test
    void anExtensionNamesItsReasonAndTheNewLastDay() {
        String report = verifying(aReport());
        take(HUANGPU, report, "extension-request", "{\"reasons\":\"需要检验\"}");
        take(HEAD, report, "extension-approval", "{\"reasons\":\"同意延长，等待检验结论\"}");
        assertThat(lines(only(report, "VERIFICATION_EXTENDED")))
                .anyMatch(line -> line.matches("依照.*核查期限延长至202[67]年\\d+月\\d+日。"))
                .contains("本局对您的身份和举报内容依法保密。");
    }

    @Test
    void whoHasNoAuthoritySaysWhoHasItAndWhoHasTheReportNow() {
        String report = filed(aReport());
        take(HUANGPU, report, "return", "{\"reasons\":\"不属于市场监管职责\"}");
        take(
                CITY_INTAKE,
                report,
                "no-authority",
                "{\"reasons\":\"属于其他部门职责\",\"legalField\":\"FOOD_SAFETY\",\"handedOverTo\":\"市农业农村委\"}");
        String path =
                "/v1/documents/"
                        + as(CITY_REVIEWER)
                                .get("/v1/documents?filingKind=REPORT&filingId=" + report)
                                .then()
                                .body("items.kind", contains("REPORT_NO_AUTHORITY"))
                                .extract()
                                .path("items[0].id");
        List<String> lines = as(CITY_REVIEWER).get(path).then().extract().path("lines");
        assertThat(lines).contains("上海市市场监督管理局", "本局已将该举报移交市农业农村委处理。");
    }

    @Test
    void theServiceOfTheResultEndsTheClockOfTelling() throws IOException {
        String report = verifying(aReport().by(NAME, Filing.phone()));
        take(
                HUANGPU,
                report,
                "no-case",
                "{\"ground\":1,\"legalField\":\"FOOD_SAFETY\",\"reasons\":\"轻微并改正\"}");
        String path = only(report, "REPORT_RESULT");
        assertThat(lines(path)).contains("西***：").noneMatch(line -> line.contains(NAME));
        assertThat(DocumentFilesTest.textOfPdf(file(HUANGPU, path, "pdf"))).contains(NAME + "：住址：");
        as(HUANGPU)
                .get("/v1/reports/" + report)
                .then()
                .body("clocks.limit", contains("RESULT_NOTICE"));
        step(HUANGPU, path, "services", SERVED).statusCode(201);
        as(HUANGPU)
                .get("/v1/reports/" + report)
                .then()
                .body("state", equalTo("NOTIFIED"))
                .body("clocks", empty());
    }

    @Test
    void whoGaveNoNameIsToldNothing() {
        String report = verifying(aReport().anonymous());
        take(
                HUANGPU,
                report,
                "no-case",
                "{\"ground\":1,\"legalField\":\"FOOD_SAFETY\",\"reasons\":\"轻微并改正\"}");
        listed("REPORT", report).body("items", empty());
    }

    @Test
    void ofAMixedFilingTheOtherSideLearnsOfNoReport() throws IOException {
        List<String> filings =
                file(CITY_INTAKE, aMixedFiling().by(NAME, Filing.phone()))
                        .statusCode(201)
                        .extract()
                        .path("filings.id");
        String complaint = filings.get(0);
        String report = filings.get(1);
        take(HUANGPU, report, "verification", "{}");
        take(
                HUANGPU,
                report,
                "no-case",
                "{\"ground\":1,\"legalField\":\"FOOD_SAFETY\",\"reasons\":\"轻微并改正\"}");
        step(HUANGPU, "/v1/complaints/" + complaint, "acceptance", "{\"reasons\":\"符合受理条件\"}")
                .statusCode(200);
        listed("REPORT", report).body("items.addressee", everyItem(equalTo("REPORTER")));
        String registrationNo =
                texts("select registration_no from report where id = '" + report + "'").get(0);
        String told =
                DocumentFilesTest.textOfPdf(
                        file(
                                HUANGPU,
                                notice(complaint, "COMPLAINT_ACCEPTED", "RESPONDENT"),
                                "pdf"));
        assertThat(told).contains(NAME).doesNotContain("举报", registrationNo);
    }

    @Test
    void anotherDistrictSeesNone() {
        String report = verifying(aReport());
        take(
                HUANGPU,
                report,
                "no-case",
                "{\"ground\":1,\"legalField\":\"FOOD_SAFETY\",\"reasons\":\"轻微并改正\"}");
        String path = only(report, "REPORT_RESULT");
        as(PUDONG).get(path).then().statusCode(404);
        as(PUDONG).get(path + "/file").then().statusCode(404);
        as(PUDONG).get("/v1/documents?filingKind=REPORT&filingId=" + report).then().statusCode(404);
    }

    private static String verifying(Filing filing) {
        String report = filed(filing);
        take(HUANGPU, report, "verification", "{}");
        return report;
    }

    /** The path of the only notice of a report. */
    private static String only(String report, String kind) {
        return "/v1/documents/"
                + listed("REPORT", report)
                        .body("items.kind", contains(kind))
                        .extract()
                        .path("items[0].id");
    }

    private static void take(TestCaller caller, String report, String step, String body) {
        step(caller, "/v1/reports/" + report, step, body).statusCode(200);
    }
}
