package io.mingjian.registry.dossier;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DossierDoorTest extends ServiceTest {
    @Test
    void whatAPersonFiledIsShownMaskedWithItsPatternsAndOutcomes() {
        String phone = Filing.phone();
        String first = filed(aComplaint().by("褚某", phone).receivedAt("2026-11-02T10:00:00+08:00"));
        String second = filed(aComplaint().by("褚某", phone));
        String there = filed(aReport().in("310115").by("褚某", phone));
        counted(first, 77, 5);
        counted(second, 77, 5);
        counted(there, 78, 5);
        upheld(there);
        String filer = filer(first);

        String body =
                as(CITY_REVIEWER)
                        .get("/v1/filers/" + filer)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("personId", equalTo(filer))
                        .body("filers[0].masked.name", equalTo("褚*"))
                        .body("windows.days", contains(30, 90, 365))
                        .body("windows[0].submissions", equalTo(3))
                        .body("windows[0].upheld", equalTo(1))
                        .body("operators", hasSize(1))
                        .body("operators[0].operator", containsString("某某食品"))
                        .body("operators[0].lastYear", equalTo(2))
                        .body("issues[0].operators", equalTo(2))
                        .body("outcomes.kind", contains("UPHELD"))
                        .body("outcomes.positive", contains(true))
                        .body("timeline.filingId", hasItem(there))
                        .body("timeline", hasSize(3))
                        .body("cut", equalTo(false))
                        .extract()
                        .asString();
        assertThat(body).doesNotContain(phone, "褚某");

        String line = "timeline.find { it.kind == 'REPORT' }.";
        as(HUANGPU)
                .get("/v1/filers/" + filer)
                .then()
                .body("timeline", hasSize(3))
                .body(line + "registrationNo", notNullValue())
                .body(line + "filingId", nullValue())
                .body(line + "respondent", nullValue())
                .body(line + "facts", contains("所反映的问题经查实立案"));
        assertThat(
                        texts(
                                "select organisation from audit_entry where action = 'filer.look' and object_id = '"
                                        + filer
                                        + "' order by seq"))
                .containsExactly("samr-shanghai", "samr-huangpu");
    }

    @Test
    void afterAMergeEitherFilerNamesTheWholePerson() {
        String one = filer(filed(aReport().by("卫某", Filing.phone())));
        String other = filer(filed(aReport().by("蒋某", Filing.phone())));
        as(CITY_REVIEWER)
                .body(
                        "{\"filerId\":\"%s\",\"otherFilerId\":\"%s\",\"reasons\":\"本人承认\"}"
                                .formatted(one, other))
                .post("/v1/filer-merges")
                .then()
                .statusCode(201);
        as(CITY_REVIEWER)
                .get("/v1/filers/" + other)
                .then()
                .body("personId", equalTo(one))
                .body("filers.filerId", contains(one, other))
                .body("timeline", hasSize(2));
    }

    @Test
    void picturesThatCameInBeforeAreNamed() {
        UUID evidence = UUID.randomUUID();
        String filing = filed(aReport().by("沈某", Filing.phone()).naming(evidence));
        sql(
                "insert into evidence_indication (evidence_id, organisation, revision, band, label_verdict, signals,"
                        + " reuse_count, analyzed_at) values ('"
                        + evidence
                        + "', 'samr-shanghai', 1, 'SOME_SIGNS', 'NONE_FOUND', '[]', 4, now())");
        as(HUANGPU)
                .get("/v1/filers/" + filer(filing))
                .then()
                .body("reusedEvidence.evidenceId", contains(evidence.toString()))
                .body("reusedEvidence.times", contains(4));
    }

    @Test
    void strangersFindNobody() {
        String filer = filer(filed(aReport().by("韩某", Filing.phone())));
        for (TestCaller stranger :
                new TestCaller[] {
                    TestCaller.district("jiading", "310114", HANDLER), TestCaller.police(HANDLER)
                }) {
            as(stranger)
                    .get("/v1/filers/" + filer)
                    .then()
                    .statusCode(404)
                    .body("detail", not(containsString("韩")));
        }
        as(TestCaller.huangpu(INTAKE)).get("/v1/filers/" + filer).then().statusCode(403);
        as(CITY_REVIEWER).get("/v1/filers/" + UUID.randomUUID()).then().statusCode(404);
        as(CITY_REVIEWER).get("/v1/filers/none").then().statusCode(404);
    }

    private void counted(String filing, long operator, long family) {
        sql(
                """
                insert into counted_filing (filer_id, received_on, submission_id, filing_id, operator_key, family_id)
                select filer_id, received_on, submission_id, filing_id, %d, %d from queue_item where filing_id = '%s'
                """
                        .formatted(operator, family, filing));
    }

    private void upheld(String filing) {
        sql(
                """
                insert into filer_mark (id, filer_id, kind, on_day, submission_id, filing_id, source, basis, entered_by,
                  entered_at)
                select gen_random_uuid(), filer_id, 'UPHELD', received_on, submission_id, filing_id, 'test ' || filing_id,
                  'test', 'test', now()
                from queue_item where filing_id = '%s'
                """
                        .formatted(filing));
    }

    private void sql(String text) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        } catch (SQLException failure) {
            throw new IllegalStateException(text, failure);
        }
    }

    private String filer(String filing) {
        return texts("select filer_id from queue_item where filing_id = '" + filing + "'").get(0);
    }
}
