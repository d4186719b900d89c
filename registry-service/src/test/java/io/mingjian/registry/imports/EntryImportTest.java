package io.mingjian.registry.imports;

import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Entries of another agency's list come in as candidates with their source, and as nothing more.
 */
@QuarkusTest
class EntryImportTest extends ServiceTest {
    private static final TestCaller REVIEWING = TestCaller.city(REVIEWER).named("city.importer");
    private static final List<String> ODD_DAYS = List.of("2026年3月", "2027-01-01", "");

    @Inject ImportWork imports;

    @Inject Work work;

    private final String agency = "某市局" + UUID.randomUUID();

    @Test
    void goodRowsBecomeCandidatesWithTheirSource() {
        EntrySheet sheet = new EntrySheet(agency).row();
        String document = sheet.last(EntryColumn.ID_NUMBER);
        sheet.row().with(EntryColumn.ID_NUMBER, "310101199001010013");
        String id = sent(sheet);
        shown(id)
                .body("kind", equalTo("ENTRIES"))
                .body("figures.good", equalTo(1))
                .body("firstErrors[0].rowNo", equalTo(3))
                .body("firstErrors[0].errors[0].column", equalTo("证件号码"))
                .body("firstErrors[0].errors[0].code", equalTo("id-number-wrong-check-digit"));
        assertThat(candidates()).isZero();
        committed(id, 1);
        assertThat(candidates()).isEqualTo(1);
        assertThat(grounds().get(0))
                .contains("IMPORTED", "异名〔2026〕1号", "2027-02-28", "ASSUMPTION")
                .contains("须由本市依法独立核查")
                .doesNotContain(document)
                .doesNotContain("王小明");
        assertThat(texts("select row_to_json(e)::text from imported_entry e where " + ours()))
                .noneMatch(row -> row.contains(document));
    }

    @Test
    void aPersonKnownHereIsTheSamePerson() {
        String document = Filing.residentId();
        String filing = filed(Filing.aComplaint().by("王小明", Filing.phone()).withId(document));
        String id = sent(new EntrySheet(agency).row().with(EntryColumn.ID_NUMBER, document));
        shown(id);
        committed(id, 1);
        assertThat(texts("select filer_id from imported_entry where " + ours()))
                .isEqualTo(texts("select filer_id from complaint where id = '" + filing + "'"));
    }

    @Test
    void onePersonUnderOnePaperDoesNotEnterTwice() {
        EntrySheet sheet = new EntrySheet(agency).row();
        String document = sheet.last(EntryColumn.ID_NUMBER);
        String paper = sheet.last(EntryColumn.DOCUMENT_NO);
        String id =
                sent(
                        sheet.row()
                                .with(EntryColumn.ID_NUMBER, " " + document.toLowerCase())
                                .with(EntryColumn.DOCUMENT_NO, paper));
        shown(id)
                .body("figures.good", equalTo(1))
                .body("firstErrors[0].errors[0].code", equalTo("twice-in-file"))
                .body("firstErrors[0].errors[0].detail", containsString("第2行"));
        committed(id, 1);
        shown(sent(sheet))
                .body("figures.good", equalTo(0))
                .body(
                        "firstErrors.errors.flatten().code",
                        hasItems("registered-before", "twice-in-file"))
                .body("firstErrors[0].errors[0].detail", containsString("2026-11-24导入"));
    }

    @Test
    void twoFilesWithTheSameRowEnterItOnce() {
        EntrySheet sheet = new EntrySheet(agency).row();
        String first = sent(sheet);
        String second = sent(sheet);
        shown(first);
        shown(second).body("figures.good", equalTo(1));
        committed(first, 1);
        step(REVIEWING, "/v1/imports/" + second, "commit", "").statusCode(202);
        done(second)
                .body("figures.registered", equalTo(0))
                .body("firstErrors[0].errors[0].code", equalTo("registered-before"));
        assertThat(candidates()).isEqualTo(1);
    }

    @Test
    void somebodyWhoIsBeingHeardIsNoCandidateAgain() {
        EntrySheet sheet = new EntrySheet(agency).row();
        String first = sent(sheet);
        shown(first);
        committed(first, 1);
        update("update abnormal_filer_entry set state = 'NOTICED' where " + named());
        String again = sent(sheet.with(EntryColumn.DOCUMENT_NO, "异名〔2026〕另1号"));
        shown(again).body("figures.good", equalTo(1));
        step(REVIEWING, "/v1/imports/" + again, "commit", "").statusCode(202);
        done(again)
                .body("figures.registered", equalTo(0))
                .body("firstErrors[0].errors[0].code", equalTo("on-the-list-already"));
        assertThat(count("select count(*) from imported_entry where " + ours())).isEqualTo(1);
    }

    @Test
    void aCandidateBelongsToTheBureauThatImports() {
        String id = sent(new EntrySheet(agency).row());
        shown(id);
        committed(id, 1);
        assertThat(texts("select organisation from abnormal_filer_entry where " + named()))
                .containsExactly("samr-shanghai");
    }

    @Test
    void tenThousandRowsOfMixedQualityAreAllToldOrEnteredOnce() {
        EntrySheet sheet = new EntrySheet(agency);
        for (int i = 0; i < 10_000; i++) {
            sheet.row();
            switch (i % 20) {
                case 0 -> {}
                case 1 -> sheet.with(EntryColumn.ID_NUMBER, "31010119900101");
                case 2 -> sheet.with(EntryColumn.NAME, "");
                case 3 -> sheet.with(EntryColumn.ID_TYPE, "学生证");
                case 4 -> sheet.with(EntryColumn.LISTED_UNTIL, "2026-11-23");
                case 5 -> sheet.with(EntryColumn.LISTED_UNTIL, "2026-01-01");
                case 6 -> sheet.with(EntryColumn.REASON, " ");
                case 7 -> sheet.with(EntryColumn.AGENCY, "");
                case 8 -> sheet.with(EntryColumn.DOCUMENT_NO, "号".repeat(101));
                default -> sheet.with(EntryColumn.LISTED_ON, ODD_DAYS.get(i % ODD_DAYS.size()));
            }
        }
        String id = sent(sheet);
        shown(id)
                .body("figures.rows", equalTo(10_000))
                .body("figures.good", equalTo(500))
                .body("figures.bad", equalTo(9_500));
        String back =
                as(REVIEWING)
                        .get("/v1/imports/" + id + "/errors")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(back.lines().filter(line -> line.contains("第")).count()).isEqualTo(9_500);
        assertThat(back)
                .contains("该列入已于2026-11-23到期")
                .contains("“学生证”不可用")
                .contains("列入日期不得晚于今天")
                .contains("截止日期不得早于列入日期");
        committed(id, 500);
        assertThat(candidates()).isEqualTo(500);
        assertThat(count("select count(*) from imported_entry where " + ours())).isEqualTo(500);
    }

    @Test
    void goOnAfterADeathAndEnterNothingTwice() {
        EntrySheet sheet = new EntrySheet(agency);
        for (int i = 0; i < 6; i++) {
            sheet.row();
        }
        String id = sent(sheet);
        shown(id);
        UUID dead = UUID.randomUUID();
        update(
                ("update import_job set state = 'COMMITTING', version = version + 1, worker = '%s',"
                                + " worker_until = now() + interval '1 year' where id = '%s'")
                        .formatted(dead, id));
        ImportJob job =
                work.session(() -> imports.imports().require(Caller.machine("registry"), id));
        assertThat(imports.imports().entry().next(job, imports.rows(job.kind()), dead, 1))
                .isEqualTo(1);
        assertThat(candidates()).isEqualTo(1);
        update("update import_job set worker_until = '2020-01-01' where id = '" + id + "'");
        done(id).body("figures.registered", equalTo(6));
        assertThat(candidates()).isEqualTo(6);
    }

    @Test
    void filesAreNotLongerThanTenThousandRows() {
        EntrySheet sheet = new EntrySheet(agency);
        for (int i = 0; i < 10_001; i++) {
            sheet.row();
        }
        when(sent(sheet), "FAILED").body("failure", containsString("超过10000行"));
    }

    @Test
    void filesOfFilingsAreNoFilesOfEntries() {
        byte[] other = Sheet.of(1).csv();
        when(sent(other), "FAILED")
                .body("failure", containsString("无法识别的列：提交类型"))
                .body("failure", containsString("缺少的列：来源单位"));
    }

    @Test
    void areForReviewersOfABureauAndTheirOwn() {
        String id = sent(new EntrySheet(agency).row());
        shown(id);
        send(CITY_INTAKE, new EntrySheet(agency).row().csv()).statusCode(403);
        send(HUANGPU, new EntrySheet(agency).row().csv()).statusCode(403);
        send(PLATFORM, new EntrySheet(agency).row().csv()).statusCode(403);
        as(CITY_INTAKE).get("/v1/imports/" + id).then().statusCode(404);
        as(TestCaller.huangpu(REVIEWER)).get("/v1/imports/" + id).then().statusCode(404);
        String filings =
                RestAssured.given()
                        .header("Authorization", CITY_INTAKE.bearer())
                        .contentType("application/octet-stream")
                        .body(Sheet.of(1).csv())
                        .post("/v1/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        as(REVIEWING).get("/v1/imports/" + filings).then().statusCode(404);
        as(CITY_INTAKE).post("/v1/imports?kind=odd").then().statusCode(400);
    }

    @Test
    void theTemplateIsReadableAsItIs() {
        String template =
                as(REVIEWING)
                        .get("/v1/imports/template?kind=entries")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        shown(sent(template.getBytes(StandardCharsets.UTF_8)))
                .body("figures.rows", equalTo(1))
                .body("figures.good", equalTo(1));
    }

    private String sent(EntrySheet sheet) {
        return sent(sheet.csv());
    }

    private static String sent(byte[] file) {
        return send(REVIEWING, file).statusCode(202).extract().path("id");
    }

    private static ValidatableResponse send(TestCaller caller, byte[] file) {
        return RestAssured.given()
                .header("Authorization", caller.bearer())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?kind=entries&fileName=名录.csv")
                .then();
    }

    private static ValidatableResponse shown(String id) {
        return when(id, "PREVIEW");
    }

    private static ValidatableResponse done(String id) {
        return when(id, "DONE");
    }

    private static void committed(String id, int rows) {
        step(REVIEWING, "/v1/imports/" + id, "commit", "").statusCode(202);
        done(id).body("figures.registered", equalTo(rows)).body("figures.good", equalTo(0));
    }

    private static ValidatableResponse when(String id, String state) {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> as(REVIEWING).get("/v1/imports/" + id),
                        answer -> state.equals(answer.path("state")))
                .then();
    }

    private String ours() {
        return "source_agency = '" + agency + "'";
    }

    private long candidates() {
        return grounds().size();
    }

    private String named() {
        return "grounds::text like '%" + agency + "%'";
    }

    /** The grounds of candidates that name this test's agency. */
    private List<String> grounds() {
        return texts("select grounds::text from abnormal_filer_entry where " + named());
    }

    private void update(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
