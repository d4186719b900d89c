package io.mingjian.registry.document;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DocumentActsTest extends DocumentTest {
    private static final String ACCEPTED = "COMPLAINT_ACCEPTED";
    private static final String TERMINATED = "MEDIATION_TERMINATED";

    @Inject Documents documents;
    @Inject UnitOfWork work;

    private static String toComplainant() {
        return notice(accepted(), ACCEPTED, "COMPLAINANT");
    }

    private static ValidatableResponse serve(String path, String body) {
        return step(HUANGPU, path, "services", body);
    }

    @Nested
    class Served {
        @Test
        void isShownWithMethodBasisAndProof() {
            String path = toComplainant();
            serve(path, SERVED)
                    .statusCode(201)
                    .header("Location", endsWith(path))
                    .header("ETag", equalTo("\"1\""))
                    .body("services", hasSize(1))
                    .body("services[0].method", equalTo("DIRECT"))
                    .body("services[0].methodName", equalTo("直接送达"))
                    .body("services[0].basis", containsString("第八十二条"))
                    .body("services[0].recordedBy", equalTo("huangpu.handler"));
            String complaint = as(HUANGPU).get(path).then().extract().path("filingId");
            listed(complaint)
                    .body("items[0].servedOn", equalTo("2026-11-24"))
                    .body("items[0].servedByMethod", equalTo("DIRECT"));
            await().untilAsserted(
                            () ->
                                    assertThat(announced(complaint))
                                            .filteredOn(text -> text.contains("document.served.v1"))
                                            .hasSize(1));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}                                                                       | /method,/servedOn,/recipient,/proof",
                    "{`method`:`BY_DOVE`,`servedOn`:`2026-11-24`,`recipient`:`本人`,`proof`:`x`} | /method",
                    "{`method`:`MAIL`,`servedOn`:`2026-11-23`,`recipient`:`本人`,`proof`:`x`}    | /servedOn",
                    "{`method`:`MAIL`,`servedOn`:`2026-11-25`,`recipient`:`本人`,`proof`:`x`}    | /servedOn",
                    "{`method`:`ELECTRONIC`,`servedOn`:`2026-11-24`,`recipient`:`本人`,`proof`:`x`} | /consent",
                    "{`method`:`MAIL`,`servedOn`:`2026-11-24`,`recipient`:`本人`,`proof`:`x`,`consent`:`电话同意`} | /consent",
                    "{`method`:`MAIL`,`servedOn`:`2026-11-24`,`recipient`:`本人`}               | /proof"
                })
        void namesEveryFault(String body, String pointers) {
            serve(toComplainant(), body.replace('`', '"'))
                    .statusCode(422)
                    .body("errors.pointer", containsInAnyOrder(pointers.split(",")));
        }

        @Test
        void electronicallyNeedsTheRecipientsConsent() {
            serve(
                            toComplainant(),
                            "{\"method\":\"ELECTRONIC\",\"servedOn\":\"2026-11-24\",\"recipient\":\"本人\","
                                    + "\"consent\":\"2026-11-20 电话同意短信送达\",\"proof\":\"短信回执截屏\"}")
                    .statusCode(201)
                    .body("services[0].consent", containsString("电话同意"));
        }

        @Test
        void aProofIsEvidenceOfTheOwnOrganisation() {
            String path = toComplainant();
            String body =
                    "{\"method\":\"MAIL\",\"servedOn\":\"2026-11-24\",\"recipient\":\"本人\",\"evidenceId\":\"%s\"}";
            UUID foreign = UUID.randomUUID();
            deliver(analyzed(foreign, "samr-pudong", "NO_SIGN", 1));
            UUID own = UUID.randomUUID();
            deliver(analyzed(own, "samr-huangpu", "NO_SIGN", 1));
            await().until(
                            () ->
                                    count(
                                                    "select count(*) from evidence_indication where evidence_id in ('%s', '%s')"
                                                            .formatted(own, foreign))
                                            == 2);
            serve(path, body.formatted(foreign))
                    .statusCode(422)
                    .body("errors.code", contains("unknown-evidence"));
            serve(path, body.formatted(UUID.randomUUID())).statusCode(422);
            serve(path, body.formatted(own))
                    .statusCode(201)
                    .body("services[0].evidenceId", equalTo(own.toString()));
        }

        @Test
        void isCorrectedByAnotherEntryWithReasons() {
            String path = toComplainant();
            serve(path, SERVED).statusCode(201);
            String again = SERVED.replace("DIRECT", "LEAVE");
            serve(path, again)
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
            serve(path, again.replace("}", ",\"reasons\":\"当事人拒收，实为留置\"}"))
                    .statusCode(201)
                    .body("services.seq", contains(1, 2))
                    .body("services.method", contains("DIRECT", "LEAVE"))
                    .body("services[1].correctionReasons", equalTo("当事人拒收，实为留置"));
            serve(toComplainant(), SERVED.replace("}", ",\"reasons\":\"更正\"}"))
                    .statusCode(422)
                    .body("errors.code", contains("nothing-to-correct"));
        }

        @Test
        void keepsNoNameOfTheFiler() {
            String path =
                    notice(
                            accepted(aComplaint().by("公孙策之", Filing.phone())),
                            ACCEPTED,
                            "COMPLAINANT");
            serve(path, SERVED.replace("本人签收", "公孙策之签收"))
                    .statusCode(201)
                    .body("services[0].recipient", equalTo("投诉人签收"));
        }

        @Test
        void twiceWithOneKeyIsEnteredOnce() {
            String path = toComplainant();
            String etag = as(HUANGPU).get(path).header("ETag");
            String key = UUID.randomUUID().toString();
            for (int i = 0; i < 2; i++) {
                as(HUANGPU)
                        .header("If-Match", etag)
                        .header("Idempotency-Key", key)
                        .body(SERVED)
                        .post(path + "/services")
                        .then()
                        .statusCode(201)
                        .body("services", hasSize(1));
            }
            as(HUANGPU)
                    .header("If-Match", etag)
                    .header("Idempotency-Key", key)
                    .body(SERVED.replace("DIRECT", "MAIL"))
                    .post(path + "/services")
                    .then()
                    .statusCode(422);
            as(HUANGPU).get(path).then().body("services", hasSize(1));
        }

        @Test
        void withoutTheVersionOrWithAnOldOneItIsRefused() {
            String path = toComplainant();
            as(HUANGPU).body(SERVED).post(path + "/services").then().statusCode(428);
            String old = as(HUANGPU).get(path).header("ETag");
            serve(path, SERVED).statusCode(201);
            as(HUANGPU)
                    .header("If-Match", old)
                    .body(SERVED.replace("}", ",\"reasons\":\"更正\"}"))
                    .post(path + "/services")
                    .then()
                    .statusCode(412);
        }

        @Test
        void onBothSidesAfterTerminationTheClockOfTellingStops() {
            String complaint = accepted();
            String path = "/v1/complaints/" + complaint;
            step(HUANGPU, path, "termination", "{\"ground\":1,\"reasons\":\"双方和解\"}")
                    .statusCode(200);
            as(HUANGPU).get(path).then().body("clocks.limit", contains("TELL_BOTH_PARTIES"));
            serve(notice(complaint, TERMINATED, "COMPLAINANT"), SERVED).statusCode(201);
            as(HUANGPU).get(path).then().body("clocks.limit", contains("TELL_BOTH_PARTIES"));
            assertThat(servedTo(complaint)).containsOnlyKeys(Addressee.COMPLAINANT);
            serve(notice(complaint, TERMINATED, "RESPONDENT"), SERVED).statusCode(201);
            as(HUANGPU)
                    .get(path)
                    .then()
                    .body("clocks", empty())
                    .body("steps[-1].step", equalTo("TELL_BOTH"));
            assertThat(servedTo(complaint))
                    .containsEntry(Addressee.RESPONDENT, LocalDate.of(2026, 11, 24))
                    .hasSize(2);
        }

        private Map<Addressee, LocalDate> servedTo(String complaint) {
            return work.inTransaction(
                            () ->
                                    documents.servedTo(
                                            Caller.machine("registry"),
                                            UUID.fromString(complaint),
                                            NoticeKind.MEDIATION_TERMINATED))
                    .await()
                    .indefinitely();
        }
    }

    @Nested
    class TakenBack {
        @Test
        void keepsItsNumberAndSaysWhy() {
            String path = toComplainant();
            String number = as(HUANGPU).get(path).then().extract().path("documentNo");
            step(HUANGPU, path, "withdrawal", "{\"reasons\":\" \"}")
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
            step(HUANGPU, path, "withdrawal", "{\"reasons\":\"登记编号有误\"}")
                    .statusCode(200)
                    .body("documentNo", equalTo(number))
                    .body("withdrawal.reasons", equalTo("登记编号有误"))
                    .body("withdrawal.by", equalTo("huangpu.handler"))
                    .body("openActs", contains("REISSUE"));
            step(HUANGPU, path, "withdrawal", "{\"reasons\":\"再次\"}")
                    .statusCode(409)
                    .body("code", equalTo("document-withdrawn"));
            serve(path, SERVED).statusCode(409).body("code", equalTo("document-withdrawn"));
            assertThat(as(HUANGPU).get(path + "/file?format=docx").header("Content-Disposition"))
                    .contains("%E6%92%A4%E5%9B%9E");
        }

        @Test
        void isIssuedAgainUnderTheNextNumber() {
            String complaint = accepted();
            String path = notice(complaint, ACCEPTED, "COMPLAINANT");
            String location =
                    step(HUANGPU, path, "reissue", "{\"reasons\":\"期限有误\",\"due\":\"2027-01-25\"}")
                            .statusCode(201)
                            .body("replaces", equalTo(path.substring(path.lastIndexOf('/') + 1)))
                            .body("due", equalTo("2027-01-25"))
                            .body("lines.join('')", containsString("2027年1月25日"))
                            .body("withdrawal", equalTo(null))
                            .extract()
                            .header("Location");
            as(HUANGPU).get(path).then().body("withdrawal.reasons", equalTo("期限有误"));
            assertThat(location).endsWith(notice(complaint, ACCEPTED, "COMPLAINANT"));
            listed(complaint)
                    .body("items", hasSize(3))
                    .body("items.documentNo.unique()", hasSize(3));
            step(HUANGPU, path, "reissue", "{\"reasons\":\"再来一次\"}")
                    .statusCode(409)
                    .body("code", equalTo("document-replaced"));
        }

        @Test
        void twiceWithOneKeyIsOneNewNotice() {
            String complaint = accepted();
            String path = notice(complaint, ACCEPTED, "COMPLAINANT");
            String etag = as(HUANGPU).get(path).header("ETag");
            String key = UUID.randomUUID().toString();
            for (int i = 0; i < 2; i++) {
                as(HUANGPU)
                        .header("If-Match", etag)
                        .header("Idempotency-Key", key)
                        .body("{\"reasons\":\"姓名有误\"}")
                        .post(path + "/reissue")
                        .then()
                        .statusCode(201);
            }
            listed(complaint).body("items", hasSize(3));
        }

        @Test
        void theGroundIsTheDecisionsAndNotToBeCorrectedHere() {
            String complaint = filed(aComplaint());
            step(
                            HUANGPU,
                            "/v1/complaints/" + complaint,
                            "non-acceptance",
                            "{\"ground\":4,\"reasons\":\"已逾三年\"}")
                    .statusCode(200);
            String path = notice(complaint, "COMPLAINT_NOT_ACCEPTED", "COMPLAINANT");
            step(
                            HUANGPU,
                            path,
                            "reissue",
                            "{\"reasons\":\"更正\",\"due\":\"2026-12-01\","
                                    + "\"corrections\":{\"ground\":\"第五项\",\"weather\":\"晴\",\"reasons\":\"\"}}")
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/due",
                                    "/corrections/ground",
                                    "/corrections/weather",
                                    "/corrections/reasons"));
            step(
                            HUANGPU,
                            path,
                            "reissue",
                            "{\"reasons\":\"错别字\",\"corrections\":{\"reasons\":\"距知道权益受侵害之日已逾三年\"}}")
                    .statusCode(201)
                    .body("lines.join('')", containsString("理由：距知道权益受侵害之日已逾三年"))
                    .body("lines.join('')", containsString("第十六条第4项"));
        }
    }

    @Nested
    class OfAnotherBureau {
        @Test
        void isNotThere() {
            String complaint = accepted();
            String path = notice(complaint, ACCEPTED, "COMPLAINANT");
            for (TestCaller foreigner :
                    new TestCaller[] {
                        PUDONG,
                        TestCaller.police(Role.HANDLER),
                        TestCaller.merchant("wang", "91310000132260250X", Role.HANDLER)
                    }) {
                as(foreigner).get(path).then().statusCode(404);
                as(foreigner)
                        .get("/v1/documents?filingKind=COMPLAINT&filingId=" + complaint)
                        .then()
                        .statusCode(404)
                        .body(not(containsString("沪黄市监")));
                for (String act : new String[] {"services", "withdrawal", "reissue"}) {
                    as(foreigner)
                            .header("If-Match", "\"0\"")
                            .body("{\"reasons\":\"x\"}")
                            .post(path + "/" + act)
                            .then()
                            .statusCode(404);
                }
            }
            String foreign = as(PUDONG).get(path).then().extract().path("detail");
            as(PUDONG)
                    .get("/v1/documents/" + UUID.randomUUID())
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo(foreign));
            as(PUDONG).get("/v1/documents/none").then().body("detail", equalTo(foreign));
        }

        @Test
        void isSeenByTheCityWhichLeavesItToTheDistrict() {
            String path = toComplainant();
            as(CITY_REVIEWER).get(path).then().statusCode(200).body("openActs", empty());
            step(CITY_REVIEWER, path, "services", SERVED).statusCode(403);
            step(CITY_REVIEWER, path, "withdrawal", "{\"reasons\":\"x\"}").statusCode(403);
            step(CITY_REVIEWER, path, "reissue", "{\"reasons\":\"x\"}").statusCode(403);
        }

        @Test
        void isServedByTheBureauThatHasTheFilingNowAndTakenBackByTheOneThatIssuedIt() {
            String complaint = filed(aComplaint());
            String filing = "/v1/complaints/" + complaint;
            step(
                            HUANGPU,
                            filing,
                            "identity-request",
                            "{\"materials\":\"身份证复印件\",\"reasons\":\"姓名与证件不符\"}")
                    .statusCode(200);
            String path = notice(complaint, "IDENTITY_REQUEST", "COMPLAINANT");
            step(CITY_HEAD, filing, "take-over", "{\"reasons\":\"案情重大\"}").statusCode(200);
            as(HUANGPU).get(path).then().statusCode(404);
            as(CITY_REVIEWER).get(path).then().body("openActs", contains("SERVE"));
            step(CITY_REVIEWER, path, "services", SERVED).statusCode(201);
            step(CITY_REVIEWER, path, "withdrawal", "{\"reasons\":\"x\"}").statusCode(403);
        }
    }

    @Test
    void aMachineAHeadAndTheIntakeUnitChangeNothing() {
        String path = toComplainant();
        for (TestCaller caller :
                new TestCaller[] {
                    TestCaller.huangpu(Role.HEAD),
                    HUANGPU_INTAKE,
                    TestCaller.huangpu(Role.INTEGRATION).named("huangpu.client")
                }) {
            for (String act : new String[] {"services", "withdrawal", "reissue"}) {
                as(caller)
                        .header("If-Match", "\"0\"")
                        .body("{\"reasons\":\"x\"}")
                        .post(path + "/" + act)
                        .then()
                        .statusCode(403);
            }
        }
    }

    @Test
    void theListIsPagedInTheOrderOfIssue() {
        String complaint = accepted();
        step(
                        HUANGPU,
                        "/v1/complaints/" + complaint,
                        "termination",
                        "{\"ground\":1,\"reasons\":\"双方和解\"}")
                .statusCode(200);
        String list = "/v1/documents?filingKind=COMPLAINT&filingId=" + complaint;
        String next =
                as(HUANGPU)
                        .get(list + "&limit=3")
                        .then()
                        .body("items", hasSize(3))
                        .body("nextCursor", notNullValue())
                        .extract()
                        .path("nextCursor");
        as(HUANGPU)
                .get(list + "&limit=3&cursor=" + next)
                .then()
                .body("items.kind", contains(TERMINATED))
                .body("nextCursor", equalTo(null));
        as(CITY_REVIEWER).get(list + "&cursor=" + next).then().statusCode(400);
        as(HUANGPU).get("/v1/documents?filingId=" + complaint).then().statusCode(422);
        as(HUANGPU)
                .get("/v1/documents?filingKind=REPORT&filingId=" + complaint)
                .then()
                .statusCode(404);
    }
}
