package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.testing.Tokens;
import io.mingjian.monitoring.finding.Finding;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Repetition, races, bad input, long lists: what a partner's machine does to the service. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReliabilityTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);

    @BeforeEach
    void itIsTheDayOfIssue() {
        Today.is(ISSUED);
    }

    @Nested
    class Repetition {
        @Test
        void theSameKeyAndBodyIssueOneInstruction() {
            String key = UUID.randomUUID().toString();
            Map<String, Object> content = Desk.anInstruction(DEADLINE, "monitor-jingwei");
            String first =
                    CITY.post("/v1/instructions", content, "Idempotency-Key", key)
                            .statusCode(201)
                            .extract()
                            .path("id");
            CITY.post("/v1/instructions", content, "Idempotency-Key", key)
                    .statusCode(201)
                    .body("id", equalTo(first));
            CITY.post(
                            "/v1/instructions",
                            Desk.anInstruction(DEADLINE, "monitor-other"),
                            "Idempotency-Key",
                            key)
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:idempotency-key-reuse"));
        }

        @Test
        void theSameFindingIsOneLeadAndAnotherUnderItsNumberIsRefused() {
            String instruction = open(JINGWEI);
            Finding finding = finding("NAT-1");
            String lead = JINGWEI.submits(instruction, finding);
            JINGWEI.trySubmit(instruction, finding).statusCode(200).body("lead.id", equalTo(lead));
            JINGWEI.trySubmit(instruction, aFinding().numbered("NAT-1").goods("别的", null).make())
                    .statusCode(409)
                    .body("code", equalTo("finding-no-reused"));
        }

        @Test
        void anotherAgencyMayUseTheSameFindingNumber() {
            String mine = JINGWEI.submits(open(JINGWEI), finding("NAT-2"));
            String theirs = OTHER.submits(open(OTHER), finding("NAT-2"));
            assertThat(mine).isNotEqualTo(theirs);
        }

        @Test
        void aStepThatWasTakenIsNotTakenTwice() {
            String lead = JINGWEI.submits(open(JINGWEI), finding("TWICE-1"));
            String etag = CITY.get("/v1/leads/" + lead).extract().header("ETag");
            Map<String, Object> verdict = Desk.A_PASS;
            CITY.post("/v1/leads/" + lead + "/qualification", verdict, "If-Match", etag)
                    .statusCode(200);
            CITY.post("/v1/leads/" + lead + "/qualification", verdict, "If-Match", etag)
                    .statusCode(412)
                    .body("type", equalTo("urn:mingjian:problem:stale"));
            CITY.post("/v1/leads/" + lead + "/qualification", verdict)
                    .statusCode(428)
                    .body("type", equalTo("urn:mingjian:problem:precondition-missing"));
            assertThat(CITY.sees(lead).getList("history")).hasSize(2);
        }

        @Test
        void ofTwoOfficersAtOnceOneWins() {
            String lead = JINGWEI.submits(open(JINGWEI), finding("RACE-1"));
            String etag = CITY.get("/v1/leads/" + lead).extract().header("ETag");
            List<Integer> answers =
                    Collections.nCopies(6, Desk.A_PASS).parallelStream()
                            .map(
                                    verdict ->
                                            CITY.post(
                                                            "/v1/leads/" + lead + "/qualification",
                                                            verdict,
                                                            "If-Match",
                                                            etag)
                                                    .extract()
                                                    .statusCode())
                            .toList();
            assertThat(answers)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 412);
            assertThat(CITY.sees(lead).getList("history")).hasSize(2);
        }

        @Test
        void manyAtOnceWithOneFindingNumberMakeOneLead() {
            String instruction = open(JINGWEI);
            List<Integer> answers =
                    Collections.nCopies(6, finding("RACE-2")).parallelStream()
                            .map(
                                    finding ->
                                            JINGWEI.trySubmit(instruction, finding)
                                                    .extract()
                                                    .statusCode())
                            .toList();
            assertThat(answers)
                    .containsOnlyOnce(201)
                    .allMatch(status -> status == 201 || status == 200);
        }
    }

    @Nested
    class Batches {
        @Test
        void eachItemIsTakenOrRefusedByItself() {
            String instruction = open(JINGWEI);
            JINGWEI.submits(instruction, finding("B-KNOWN"));
            JINGWEI.submits(instruction, finding("B-OTHER"));
            List<Object> items = new ArrayList<>();
            items.add(finding("B-1"));
            items.add(
                    aFinding()
                            .numbered("B-2")
                            .about("某店", "91310115MA1K4ABC4J")
                            .at("nonsense")
                            .make());
            items.add(finding("B-KNOWN"));
            items.add(aFinding().numbered("B-OTHER").goods("别的", null).make());
            items.add(Map.of("findingNo", "B-5", "collectedAt", "yesterday"));
            items.add("no finding");
            items.add(Map.of("findingNo", "B-7", "colour", "red"));

            JINGWEI.post(
                            "/v1/instructions/" + instruction + "/lead-batches",
                            Map.of("items", items))
                    .statusCode(207)
                    .body("accepted", equalTo(1))
                    .body("repeated", equalTo(1))
                    .body("refused", equalTo(5))
                    .body("items.status", equalTo(List.of(201, 422, 200, 409, 422, 422, 422)))
                    .body("items[1].findingNo", equalTo("B-2"))
                    .body("items[1].problem.errors.pointer", equalTo(List.of("/uscc", "/pageUrl")))
                    .body("items[3].problem.type", equalTo("urn:mingjian:problem:conflict"))
                    .body("items[4].problem.errors[0].pointer", equalTo("/collectedAt"))
                    .body("items[5].problem.errors[0].code", equalTo("not-an-object"))
                    .body("items[6].problem.errors[0].pointer", equalTo("/colour"));
            CITY.get("/v1/leads?instructionId=" + instruction).body("items", hasSize(3));
        }

        @Test
        void aBatchThatWasSentTwiceHasOneEffect() {
            String instruction = open(JINGWEI);
            String key = UUID.randomUUID().toString();
            String path = "/v1/instructions/" + instruction + "/lead-batches";
            Map<String, Object> batch = Map.of("items", List.of(finding("BB-1"), finding("BB-2")));
            String first =
                    JINGWEI.post(path, batch, "Idempotency-Key", key)
                            .statusCode(207)
                            .extract()
                            .asString();
            String again =
                    JINGWEI.post(path, batch, "Idempotency-Key", key)
                            .statusCode(207)
                            .extract()
                            .asString();
            assertThat(JsonPath.from(again).getMap("")).isEqualTo(JsonPath.from(first).getMap(""));
            JINGWEI.post(path, batch)
                    .statusCode(207)
                    .body("accepted", equalTo(0))
                    .body("repeated", equalTo(2));
        }

        @Test
        void aHundredAreTakenAndMoreAreRefused() {
            String instruction = open(JINGWEI);
            List<Finding> hundred = new ArrayList<>();
            for (int at = 0; at < 100; at++) {
                hundred.add(finding("HUNDRED-" + at));
            }
            String path = "/v1/instructions/" + instruction + "/lead-batches";
            JINGWEI.post(path, Map.of("items", hundred))
                    .statusCode(207)
                    .body("accepted", equalTo(100));
            hundred.add(finding("HUNDRED-100"));
            JINGWEI.post(path, Map.of("items", hundred))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/items"));
            JINGWEI.post(path, Map.of("items", List.of())).statusCode(422);
        }

        @Test
        void leadNumbersHaveNoGapThoughItemsAreRefused() {
            Desk agency = new Desk(TestCaller.monitor("gapless", Role.INTEGRATION));
            String instruction = open(agency);
            List<Object> items =
                    List.of(
                            finding("G-1"),
                            Map.of("findingNo", "G-2"),
                            finding("G-3"),
                            Map.of(),
                            finding("G-5"));
            agency.post("/v1/instructions/" + instruction + "/lead-batches", Map.of("items", items))
                    .statusCode(207);
            agency.get("/v1/leads?updatedSince=2026-01-01T00:00:00%2B08:00")
                    .body(
                            "items.leadNo.sort()",
                            equalTo(
                                    List.of(
                                            "XS2026-monitor-gapless-00001",
                                            "XS2026-monitor-gapless-00002",
                                            "XS2026-monitor-gapless-00003")));
        }
    }

    @Nested
    class BadInput {
        @Test
        void aSingleFindingIsRefusedWithAllItsProblems() {
            JINGWEI.trySubmit(
                            open(JINGWEI),
                            aFinding()
                                    .numbered("BAD-1")
                                    .about(null, "91310115MA1K4ABC4J")
                                    .at("//x")
                                    .make())
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:invalid"))
                    .body("errors.pointer", equalTo(List.of("/uscc", "/pageUrl", "/subjectName")));
        }

        @Test
        void whatIsNoJsonOrNoUuidIsAProblemToo() {
            String instruction = open(JINGWEI);
            JINGWEI.post("/v1/instructions/" + instruction + "/leads", "{\"findingNo\":")
                    .statusCode(400);
            JINGWEI.post("/v1/instructions/" + instruction + "/leads", null).statusCode(422);
            JINGWEI.post("/v1/instructions/not-an-id/leads", finding("X")).statusCode(404);
            CITY.get("/v1/leads?state=NOWHERE")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/state"));
            CITY.get("/v1/leads?updatedSince=yesterday")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/updatedSince"));
            CITY.get("/v1/leads?cursor=AAAA.BBBB")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/cursor"));
        }

        @Test
        void withoutAGoodTokenNobodyGetsIn() {
            RestAssured.given().get("/v1/leads").then().statusCode(401);
            for (String token :
                    List.of(
                            Tokens.expired(JINGWEI.who()),
                            Tokens.forAudience(JINGWEI.who(), "other-api"))) {
                RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .get("/v1/leads")
                        .then()
                        .statusCode(401);
            }
        }
    }

    @Nested
    class Lists {
        @Test
        void whatIsDueFirstComesFirstAndPagesNeitherRepeatNorSkip() {
            Desk agency = new Desk(TestCaller.monitor("pages", Role.INTEGRATION));
            String instruction = open(agency);
            List<String> submitted = new ArrayList<>();
            for (int day = 2; day >= 0; day--) {
                Today.is(ISSUED.plusDays(day));
                submitted.add(0, agency.submits(instruction, finding("P-" + day)));
            }
            Today.is(ISSUED);
            List<String> seen = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                JsonPath page =
                        CITY.get("/v1/leads?limit=1&instructionId=" + instruction + cursor)
                                .statusCode(200)
                                .extract()
                                .jsonPath();
                seen.addAll(page.getList("items.id"));
                cursor =
                        page.getString("nextCursor") == null
                                ? null
                                : "&cursor=" + page.getString("nextCursor");
            }
            assertThat(seen).isEqualTo(submitted);
        }

        @Test
        void aCursorFitsNeitherAnotherOrganisationNorAnotherFilter() {
            String instruction = open(JINGWEI);
            JINGWEI.submits(instruction, finding("CUR-1"));
            JINGWEI.submits(instruction, finding("CUR-2"));
            String path = "/v1/leads?limit=1&instructionId=" + instruction;
            String cursor = CITY.get(path).extract().path("nextCursor");
            JINGWEI.get(path + "&cursor=" + cursor).statusCode(400);
            CITY.get("/v1/leads?limit=1&cursor=" + cursor).statusCode(400);
            CITY.get(path + "&cursor=" + cursor).statusCode(200).body("items", hasSize(1));
        }

        @Test
        void theFeedGivesWhatChangedSince() {
            String instruction = open(JINGWEI);
            String still = JINGWEI.submits(instruction, finding("FEED-1"));
            String moved = JINGWEI.submits(instruction, finding("FEED-2"));
            Today.is(ISSUED.plusDays(1));
            CITY.qualifies(moved);
            String since = "2026-04-16T00:00:00%2B08:00";
            List<String> changed =
                    CITY.get("/v1/leads?updatedSince=" + since + "&instructionId=" + instruction)
                            .extract()
                            .path("items.id");
            assertThat(changed).contains(moved).doesNotContain(still);
            CITY.get("/v1/instructions?updatedSince=2026-04-15T00:00:00%2B08:00&limit=200")
                    .statusCode(200)
                    .body("items.id", hasItem(instruction));
        }

        @Test
        void theDaysThatRemainAreCountedInWorkingDays() {
            String lead = JINGWEI.submits(open(JINGWEI), finding("DAYS-1"));
            assertThat(CITY.sees(lead).getInt("lead.remainingWorkingDays")).isEqualTo(3);
            Today.is(LocalDate.of(2026, 4, 20));
            assertThat(CITY.sees(lead).getInt("lead.remainingWorkingDays")).isZero();
            Today.is(LocalDate.of(2026, 4, 22));
            assertThat(CITY.sees(lead).getInt("lead.remainingWorkingDays")).isEqualTo(-2);
            assertThat(CITY.sees(lead).getBoolean("lead.clocks[0].overdue")).isTrue();
        }

        @Test
        void aNewHolidayNoticePutsTheQueueInItsNewOrder() {
            Today.is(LocalDate.of(2027, 2, 4));
            Desk agency = new Desk(TestCaller.monitor("holiday", Role.INTEGRATION));
            String instruction = CITY.issues(LocalDate.of(2027, 3, 30), "monitor-holiday");
            agency.acknowledges(instruction);
            String lead =
                    agency.submits(instruction, collected("HOL-1", "2027-02-04T09:04:00+08:00"));
            assertThat(CITY.sees(lead).getString("lead.dueOn")).isEqualTo("2027-02-09");
            assertThat(CITY.sees(lead).getBoolean("lead.clocks[0].provisional")).isTrue();
            String tag = CITY.get("/v1/leads/" + lead).extract().header("ETag");

            List<Map<String, Object>> days = new ArrayList<>();
            for (int day = 5; day <= 11; day++) {
                days.add(dayOff("春节", "2027-02-%02d".formatted(day)));
            }
            days.add(dayOff("元旦", "2027-01-01"));
            days.add(dayOff("清明节", "2027-04-05"));
            days.add(dayOff("劳动节", "2027-05-01"));
            days.add(dayOff("劳动节", "2027-05-02"));
            days.add(dayOff("端午节", "2027-06-09"));
            days.add(dayOff("中秋节", "2027-09-15"));
            days.add(dayOff("国庆节", "2027-10-01"));
            days.add(dayOff("国庆节", "2027-10-02"));
            days.add(dayOff("国庆节", "2027-10-03"));
            Map<String, Object> notice =
                    Map.of(
                            "year",
                            2027,
                            "papers",
                            List.of("https://www.gov.cn/example.htm"),
                            "days",
                            days);
            new Desk(TestCaller.city(Role.SYSTEM_ADMIN))
                    .post("/v1/legal-time/notices", notice)
                    .statusCode(201);

            assertThat(CITY.sees(lead).getString("lead.dueOn")).isEqualTo("2027-02-16");
            assertThat(CITY.sees(lead).getBoolean("lead.clocks[0].provisional")).isFalse();
            assertThat(CITY.get("/v1/leads/" + lead).extract().header("ETag"))
                    .as("no change of the lead")
                    .isEqualTo(tag);
            String later =
                    agency.submits(instruction, collected("HOL-2", "2027-02-04T09:04:00+08:00"));
            CITY.get("/v1/leads?instructionId=" + instruction)
                    .body("items.id", equalTo(List.of(lead, later)))
                    .body("items.dueOn", equalTo(List.of("2027-02-16", "2027-02-16")));
        }
    }

    private static Map<String, Object> dayOff(String name, String date) {
        return Map.of("name", name, "date", date, "isOffDay", true);
    }

    private static Finding collected(String number, String at) {
        return aFinding().numbered(number).seen(null, OffsetDateTime.parse(at)).make();
    }

    private static Finding finding(String number) {
        return aFinding().numbered(number).at("https://yougou.example/" + number).make();
    }

    private static String open(Desk agency) {
        String instruction = CITY.issues(DEADLINE, agency.who().organisation());
        agency.acknowledges(instruction);
        return instruction;
    }
}
