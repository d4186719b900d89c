package io.mingjian.registry.lookup;

import static io.mingjian.contracts.OrganisationKind.POLICE;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.contracts.Role.SECURITY_ADMIN;
import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LookupDoorTest extends ServiceTest {
    private static final String LOOKUPS = "/v1/abnormal-filer-lookups";
    private static final String ENTRIES = "/v1/abnormal-filer-entries";
    private static final String REASONS = "{\"reasons\":\"已核对材料\"}";
    private static final LocalDate UNTIL = TODAY.plusMonths(12);
    private static final TestCaller HUANGPU_HEAD =
            TestCaller.huangpu(HEAD, REVIEWER).named("huangpu.head");
    private static final TestCaller SECURITY =
            TestCaller.city(SECURITY_ADMIN).named("city.security");

    @Nested
    class Answers {
        @Test
        void tellTheListingAndNothingElse() {
            String document = Filing.residentId();
            String entryNo = listed(document);
            String answer =
                    ask(police(), question(document))
                            .statusCode(200)
                            .header("Cache-Control", "no-store")
                            .body("listed", equalTo(true))
                            .body("entryNo", equalTo(entryNo))
                            .body("effects", hasSize(4))
                            .body("effects.code", hasItem("STRICT_ACCEPTANCE_REVIEW"))
                            .body("until", equalTo(UNTIL.toString()))
                            .body("stayed", equalTo(false))
                            .body("meaning", containsString("不得据此拒绝受理"))
                            .body(
                                    "watermark",
                                    allOf(
                                            containsString("police-"),
                                            containsString("CX2026-000001")))
                            .body("validUntil", equalTo("2026-11-25T00:00:00+08:00"))
                            .extract()
                            .asString();
            assertThat(answer).doesNotContain(document).doesNotContain("周").doesNotContain("filer");
        }

        @Test
        void areTheSameForTheUnknownAndTheUnlisted() {
            String known = Filing.residentId();
            filed(aComplaint().by("周某某", Filing.phone()).withId(known));
            TestCaller police = police();
            Map<String, Object> unlisted = told(ask(police, question(known)));
            Map<String, Object> unknown = told(ask(police, question(Filing.residentId())));
            Map<String, Object> unknownEntry = told(ask(police, entryQuestion("沪异名〔2026〕9999号")));
            assertThat(unknown).isEqualTo(unlisted).isEqualTo(unknownEntry);
            assertThat(unlisted).containsEntry("listed", false);
        }

        /** All but what names the look-up itself. */
        private Map<String, Object> told(ValidatableResponse answer) {
            Map<String, Object> told = answer.statusCode(200).extract().path("$");
            told.keySet().removeAll(Set.of("lookupNo", "watermark", "answeredAt"));
            return told;
        }

        @Test
        void findAnEntryByItsNumber() {
            String entryNo = listed(Filing.residentId());
            ask(police(), entryQuestion(entryNo))
                    .statusCode(200)
                    .body("listed", equalTo(true))
                    .body("entryNo", equalTo(entryNo));
        }

        @Test
        void tellThatAnEntryIsStayedAndNothingOfOneThatWasRevoked() {
            String document = Filing.residentId();
            String path = entry(document);
            TestCaller police = police();
            step(
                            HUANGPU,
                            path,
                            "objection",
                            "{\"receivedOn\":\"%s\",\"content\":\"认定有误\"}".formatted(TODAY))
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "stay", REASONS).statusCode(200);
            ask(police, question(document))
                    .statusCode(200)
                    .body("listed", equalTo(true))
                    .body("stayed", equalTo(true))
                    .body("effects", empty());
            step(HUANGPU_HEAD, path, "stay-end", REASONS).statusCode(200);
            ask(police, question(document))
                    .body("stayed", equalTo(false))
                    .body("effects", hasSize(4));
        }

        @Test
        void sayNothingOfACandidate() {
            String document = Filing.residentId();
            String filing = filed(aComplaint().by("周某某", Filing.phone()).withId(document));
            as(HUANGPU)
                    .body("{\"filingId\":\"%s\",\"reasons\":\"多次索赔\"}".formatted(filing))
                    .post(ENTRIES)
                    .then()
                    .statusCode(201);
            ask(police(), question(document)).statusCode(200).body("listed", equalTo(false));
        }

        @Test
        void doNotFindADocumentUnderAnotherName() {
            String document = Filing.residentId();
            listed(document);
            TestCaller police = police();
            ask(police, question(document).put("name", "周某某")).body("listed", equalTo(true));
            ask(police, question(document).put("name", "王小明"))
                    .statusCode(200)
                    .body("listed", equalTo(false))
                    .body("meaning", containsString("不对应任何人"));
            log(police)
                    .body("items.listed", contains(false, true))
                    .body("items[0].nameDiffered", nullValue());
            as(CITY_AUDITOR)
                    .get(LOOKUPS + "?organisation=" + police.organisation())
                    .then()
                    .body("items.nameDiffered", contains(true, false));
        }

        @Test
        void areGivenAgainForTheSameKey() {
            TestCaller police = police();
            String body = question(Filing.residentId()).toString();
            String first = keyed(police, body, "k1").statusCode(200).extract().path("lookupNo");
            keyed(police, body, "k1").statusCode(200).body("lookupNo", equalTo(first));
            keyed(police, question(Filing.residentId()).toString(), "k1").statusCode(422);
            log(police).body("items", hasSize(1));
        }

        private ValidatableResponse keyed(TestCaller who, String body, String key) {
            return as(who).header("Idempotency-Key", key).body(body).post(LOOKUPS).then();
        }
    }

    @Nested
    class Questions {
        @Test
        void sayWhatForAndOnWhichBasis() {
            ask(
                            police(),
                            JSON.createObjectNode()
                                    .put("idType", "RESIDENT_ID")
                                    .put("idNumber", Filing.residentId()))
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/purposeCode", "/purpose", "/legalBasis", "/caseNo"));
            ask(police(), question(Filing.residentId()).put("purpose", "查").put("legalBasis", "法"))
                    .statusCode(422)
                    .body("errors.code", contains("too-short", "too-short"));
        }

        @Test
        void nameOneDocumentOrOneEntry() {
            TestCaller police = police();
            ObjectNode both = question(Filing.residentId()).put("entryNo", "沪异名〔2026〕1号");
            ask(police, both).statusCode(422).body("errors.code", contains("document-or-entry"));
            ask(police, entryQuestion(""))
                    .statusCode(422)
                    .body("errors.code", contains("document-or-entry"));
            ask(police, question("310101199001010013"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/idNumber"))
                    .body("errors.code", contains("id-number-wrong-check-digit"));
        }

        @Test
        void stayWithinWhatWasAgreed() {
            ask(police(), question(Filing.residentId()).put("purposeCode", "TRIAL"))
                    .statusCode(422)
                    .body("errors.code", contains("not-agreed"));
        }

        @Test
        void ofMachinesNameThePersonWhoAsks() {
            TestCaller machine = of(POLICE, "police-" + UUID.randomUUID(), INTEGRATION);
            ask(machine, question(Filing.residentId()))
                    .statusCode(422)
                    .body("errors.pointer", contains("/operator"));
            ask(machine, question(Filing.residentId()).put("operator", "警官李某"))
                    .statusCode(200)
                    .body("watermark", containsString("警官李某"));
            log(of(POLICE, machine.organisation(), HEAD)).body("items.operator", contains("警官李某"));
        }
    }

    @Nested
    class Agreements {
        @Test
        void areMissingForEverybodyElse() {
            for (TestCaller stranger :
                    List.of(
                            of(OrganisationKind.PLATFORM, "platform-x", INTEGRATION),
                            TestCaller.merchant("wang", "91310000132260250X", HANDLER),
                            TestCaller.monitor("jingwei", HANDLER),
                            of(OrganisationKind.MODEL_PROVIDER, "model-x", INTEGRATION),
                            HUANGPU)) {
                ask(stranger, question(Filing.residentId()))
                        .statusCode(403)
                        .body("code", equalTo("no-agreement"))
                        .body("detail", containsString("查询协议"));
                as(CITY_AUDITOR)
                        .get("/v1/audit/entries?objectId=" + stranger.organisation() + "&limit=200")
                        .then()
                        .body("link.action", hasItem("lookup.refuse"))
                        .body("link.purpose", hasItem("no-agreement"));
            }
        }

        @Test
        void areShippedForEightDepartmentsAsAssumptions() {
            as(CITY_REVIEWER)
                    .get("/v1/lookup-agreements")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.proposedBy == 'shipped' }", hasSize(8))
                    .body(
                            "items.findAll { it.proposedBy == 'shipped' }.status.unique()",
                            contains("ASSUMPTION"));
        }

        @Test
        void takeTwoPersonsAndEndByOne() {
            TestCaller police = police();
            String path = agreed(police, 3);
            as(police).get(path).then().statusCode(200).body("inForce", equalTo(true));
            step(CITY_HEAD, path, "activation", "").statusCode(409);
            as(police).get("/v1/lookup-agreements").then().body("items.id", hasSize(2));
            as(police()).get(path).then().statusCode(404);
            ask(police, question(Filing.residentId())).statusCode(200);
            step(SECURITY, path, "ending", "{}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/reasons"));
            step(SECURITY, path, "ending", "{\"reasons\":\"账号外借，先行停用\"}")
                    .statusCode(200)
                    .body("inForce", equalTo(false))
                    .body("endReasons", equalTo("账号外借，先行停用"));
            ask(police, question(Filing.residentId()))
                    .statusCode(403)
                    .body("code", equalTo("no-agreement"));
            ask(police(), question(Filing.residentId())).statusCode(200);
        }

        @Test
        void areNotActivatedByTheirProposer() {
            String path =
                    propose(CITY_HEAD, police(), 3).statusCode(201).extract().header("Location");
            step(CITY_HEAD, path(path), "activation", "").statusCode(403);
            as(CITY_HEAD).post(path(path) + "/activation").then().statusCode(428);
            propose(TestCaller.huangpu(REVIEWER), police(), 3).statusCode(403);
        }

        @Test
        void areNotMadeWithPlatforms() {
            as(CITY_REVIEWER)
                    .body(
                            "{\"kind\":\"PLATFORM\",\"purposes\":[\"TRIAL\",\"x\"],\"dailyLimit\":0,\"validFrom\":\"2020-01-01\",\"validUntil\":\"2019-01-01\"}")
                    .post("/v1/lookup-agreements")
                    .then()
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/kind",
                                    "/purposes/1",
                                    "/legalBasis",
                                    "/status",
                                    "/dailyLimit",
                                    "/validFrom",
                                    "/validUntil"));
        }
    }

    @Nested
    class Limits {
        @Test
        void ofADayHoldAlsoForManyAtOnce() throws Exception {
            TestCaller police = police();
            agreed(police, 5);
            List<Integer> answers =
                    atOnce(20, () -> send(police, question(Filing.residentId())).getStatusCode());
            assertThat(answers).filteredOn(status -> status == 200).hasSize(5);
            assertThat(answers).filteredOn(status -> status == 429).hasSize(15);
            assertThat(
                            texts(
                                    "select lookup_no from lookup_log where organisation = '"
                                            + police.organisation()
                                            + "' order by lookup_no"))
                    .containsExactly(
                            "CX2026-000001",
                            "CX2026-000002",
                            "CX2026-000003",
                            "CX2026-000004",
                            "CX2026-000005");
            Response refused = send(police, question(Filing.residentId()));
            refused.then()
                    .statusCode(429)
                    .body("type", equalTo("urn:mingjian:problem:limit-reached"))
                    .body("code", equalTo("lookup-limit"))
                    .body("detail", containsString("每日查询次数已达上限（5）"));
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 14 * 3600);
            as(CITY_AUDITOR)
                    .get("/v1/audit/entries?limit=200&objectId=" + police.organisation())
                    .then()
                    .body("link.findAll { it.purpose == 'lookup-limit' }", hasSize(16));
        }

        @Test
        void ofTryingStopOnePersonAndNotTheColleague() {
            TestCaller police = police();
            for (int i = 0; i < 20; i++) {
                ask(police, question(Filing.residentId())).statusCode(200);
            }
            String last = Filing.residentId();
            ask(police, question(last)).statusCode(429).body("detail", containsString("未查到"));
            ask(police.named("another.officer"), question(last)).statusCode(200);
        }

        @Test
        void doNotCountTheSameQuestionTwice() {
            TestCaller police = police();
            String document = Filing.residentId();
            for (int i = 0; i < 19; i++) {
                ask(police, question(Filing.residentId())).statusCode(200);
            }
            ask(police, question(document)).statusCode(200);
            ask(police, question(document)).statusCode(200);
            ask(police, question(Filing.residentId())).statusCode(429);
        }

        @Test
        void tellNothingAboutWhomTheyKeepFromBeingFound() {
            TestCaller police = police();
            String document = Filing.residentId();
            listed(document);
            for (int i = 0; i < 20; i++) {
                ask(police, question(Filing.residentId())).statusCode(200);
            }
            ask(police, question(document)).statusCode(429);
        }

        @Test
        void areLiftedWithReasonsByTheCity() {
            TestCaller police = police();
            agreed(police, 1);
            ask(police, question(Filing.residentId())).statusCode(200);
            ask(police, question(Filing.residentId())).statusCode(429);
            String body = "{\"organisation\":\"%s\",\"reasons\":\"%s\"}";
            as(SECURITY)
                    .body(body.formatted(police.organisation(), ""))
                    .post("/v1/lookup-lifts")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/reasons"));
            as(TestCaller.huangpu(HEAD))
                    .body(body.formatted(police.organisation(), "专案需要"))
                    .post("/v1/lookup-lifts")
                    .then()
                    .statusCode(403);
            as(SECURITY)
                    .body(body.formatted(police.organisation(), "专案需要"))
                    .post("/v1/lookup-lifts")
                    .then()
                    .statusCode(201);
            ask(police, question(Filing.residentId())).statusCode(200);
            ask(police, question(Filing.residentId())).statusCode(429);
        }

        private List<Integer> atOnce(int times, Callable<Integer> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(times);
            try {
                List<Future<Integer>> all =
                        threads.invokeAll(java.util.Collections.nCopies(times, work));
                List<Integer> answers = new java.util.ArrayList<>();
                for (Future<Integer> each : all) {
                    answers.add(each.get());
                }
                return answers;
            } finally {
                threads.shutdown();
            }
        }
    }

    @Nested
    class Log {
        @Test
        void isTheOrganisationsOwnAndTheAuditorsOfTheCity() {
            TestCaller police = police();
            String document = Filing.residentId();
            ask(police, question(document)).statusCode(200);
            String id = log(police).body("items", hasSize(1)).extract().path("items[0].id");
            as(police)
                    .get(LOOKUPS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("caseNo", equalTo("沪公（经）立字〔2026〕12号"));
            as(police()).get(LOOKUPS + "/" + id).then().statusCode(404);
            as(CITY_REVIEWER).get(LOOKUPS + "/" + id).then().statusCode(404);
            as(HUANGPU).get(LOOKUPS).then().body("items", empty());
            as(CITY_AUDITOR).get(LOOKUPS + "/" + id).then().statusCode(200);
            as(CITY_AUDITOR)
                    .get("/v1/audit/entries?objectId=" + id)
                    .then()
                    .body("link.action", contains("lookup.ask"))
                    .body("link.purpose[0]", containsString("研判团伙"));
            assertThat(
                            texts(
                                            "select row_to_json(l)::text from lookup_log l where id = '"
                                                    + id
                                                    + "'")
                                    .get(0))
                    .doesNotContain(document);
        }

        @Test
        void comesInPages() {
            TestCaller police = police();
            for (int i = 0; i < 3; i++) {
                ask(police, question(Filing.residentId())).statusCode(200);
            }
            String cursor =
                    as(police)
                            .get(LOOKUPS + "?limit=2")
                            .then()
                            .body("items.lookupNo", contains("CX2026-000003", "CX2026-000002"))
                            .extract()
                            .path("nextCursor");
            as(police)
                    .queryParam("cursor", cursor)
                    .get(LOOKUPS + "?limit=2")
                    .then()
                    .body("items.lookupNo", contains("CX2026-000001"))
                    .body("nextCursor", nullValue());
            as(police()).queryParam("cursor", cursor).get(LOOKUPS).then().statusCode(400);
        }

        @Test
        void isKeptAndNeverChanged() {
            TestCaller police = police();
            ask(police, question(Filing.residentId())).statusCode(200);
            String own = " where organisation = '" + police.organisation() + "'";
            for (String act :
                    List.of("delete from lookup_log", "update lookup_log set purpose = 'x'")) {
                assertThatThrownBy(() -> change(act + own))
                        .hasMessageContaining("kept for three years");
            }
        }

        private void change(String sql) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An officer of police that no other test uses, so that limits are this test's own. */
    private static TestCaller police() {
        return of(POLICE, "police-" + UUID.randomUUID(), HANDLER);
    }

    private static TestCaller of(OrganisationKind kind, String organisation, Role role) {
        return new TestCaller(
                organisation + ".officer", organisation, kind, "310000", null, Set.of(role));
    }

    private static ObjectNode question(String document) {
        return entryQuestion("").put("idType", "RESIDENT_ID").put("idNumber", document);
    }

    private static ObjectNode entryQuestion(String entryNo) {
        return JSON.createObjectNode()
                .put("entryNo", entryNo)
                .put("purposeCode", "CRIMINAL_CLUE")
                .put("purpose", "研判团伙敲诈勒索线索")
                .put("legalBasis", "《公安机关办理刑事案件程序规定》")
                .put("caseNo", "沪公（经）立字〔2026〕12号");
    }

    private static Response send(TestCaller who, ObjectNode question) {
        return as(who).body(question.toString()).post(LOOKUPS);
    }

    private static ValidatableResponse ask(TestCaller who, ObjectNode question) {
        return send(who, question).then();
    }

    private static ValidatableResponse log(TestCaller who) {
        return as(who).get(LOOKUPS).then().statusCode(200);
    }

    /** Puts somebody who has this document on the list; answers the number of the entry. */
    private static String listed(String document) {
        return number(entry(document));
    }

    private static String number(String path) {
        return as(CITY_HEAD).get(path).then().statusCode(200).extract().path("entryNo");
    }

    /** The path of an entry that two persons decided. */
    private static String entry(String document) {
        String filing = filed(aComplaint().by("周某某", Filing.phone()).withId(document));
        String id =
                as(HUANGPU)
                        .body("{\"filingId\":\"%s\",\"reasons\":\"多次索赔\"}".formatted(filing))
                        .post(ENTRIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String path = ENTRIES + "/" + id;
        step(HUANGPU, path, "review", REASONS).statusCode(200);
        step(
                        HUANGPU,
                        path,
                        "notice",
                        "{\"facts\":\"三次索赔\",\"servedOn\":\"%s\",\"method\":\"DIRECT\",\"reasons\":\"已核对\"}"
                                .formatted(TODAY))
                .statusCode(200);
        step(
                        HUANGPU,
                        path,
                        "defence",
                        "{\"receivedOn\":\"%s\",\"statement\":\"没有\",\"waivesFurther\":true}"
                                .formatted(TODAY))
                .statusCode(200);
        step(
                        HUANGPU,
                        path,
                        "listing-proposal",
                        "{\"resolution\":\"LIST\",\"until\":\"%s\",\"reasons\":\"事实清楚\"}"
                                .formatted(UNTIL))
                .statusCode(200);
        step(HUANGPU_HEAD, path, "decision", REASONS)
                .statusCode(200)
                .body("state", equalTo("LISTED"));
        return path;
    }

    private static ValidatableResponse propose(TestCaller by, TestCaller with, int daily) {
        return as(by).body(
                        ("{\"kind\":\"POLICE\",\"organisation\":\"%s\",\"purposes\":[\"CRIMINAL_CLUE\"],"
                                        + "\"legalBasis\":\"查询协议\",\"status\":\"ASSUMPTION\",\"dailyLimit\":%d,\"validFrom\":\"%s\"}")
                                .formatted(with.organisation(), daily, TODAY))
                .post("/v1/lookup-agreements")
                .then();
    }

    /** An agreement of its own for an organisation; answers its path. */
    private static String agreed(TestCaller with, int daily) {
        String path =
                path(
                        propose(CITY_REVIEWER, with, daily)
                                .statusCode(201)
                                .body("inForce", equalTo(false))
                                .extract()
                                .header("Location"));
        step(CITY_HEAD, path, "activation", "").statusCode(200);
        return path;
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/v1/"));
    }
}
