package io.mingjian.registry.queue;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimDoorTest extends ServiceTest {
    /** Nobody else's tests file in Putuo or Hongkou. */
    private static final String PUTUO = "310107";

    private static final TestCaller LI = putuo("li", HANDLER);
    private static final TestCaller WANG = putuo("wang", HANDLER);
    private static final TestCaller REVIEWING = putuo("reviewer", REVIEWER);
    private static final TestCaller HEADING = putuo("head", HEAD);

    private static TestCaller putuo(String name, io.mingjian.contracts.Role... roles) {
        return TestCaller.district("putuo", PUTUO, roles).named("putuo." + name);
    }

    private static ValidatableResponse claim(TestCaller who, String filing) {
        return as(who).post("/v1/queue/" + filing + "/claim").then();
    }

    private static ValidatableResponse claims(TestCaller who, String filing) {
        return as(who).get("/v1/queue/" + filing + "/claims").then();
    }

    /** Changes a claim at the version that it has now. */
    private static ValidatableResponse change(
            TestCaller who, String filing, String act, String body) {
        String etag = claims(who, filing).extract().header("ETag");
        var request = as(who).body(body);
        return (etag == null ? request : request.header("If-Match", etag))
                .post("/v1/queue/" + filing + "/" + act)
                .then();
    }

    private static String to(TestCaller officer) {
        return "{\"to\":\"sub-%s\",\"reasons\":\"本人手头案件过多\"}".formatted(officer.name());
    }

    /** Makes officers known to the registry, as each becomes by first taking work. */
    private static void known(TestCaller... officers) {
        for (TestCaller officer : officers) {
            String filing = filed(aComplaint().in(PUTUO));
            claim(officer, filing).statusCode(201);
            change(officer, filing, "release", "{}").statusCode(200);
        }
    }

    @Test
    void aClaimedFilingIsNobodyElsesToTake() {
        String filing = filed(aComplaint().in(PUTUO));
        claim(LI, filing)
                .statusCode(201)
                .body("periods", hasSize(1))
                .body("periods[0].userId", equalTo("sub-putuo.li"))
                .body("periods[0].until", nullValue());
        claim(LI, filing).statusCode(200).body("periods", hasSize(1));
        claim(WANG, filing)
                .statusCode(409)
                .body("code", equalTo("claimed-by-other"))
                .body("detail", containsString("putuo.li"));
        assertThat(count("select count(*) from claim_period where filing_id = '" + filing + "'"))
                .isEqualTo(1);
    }

    @Test
    void aClaimKeepsOtherHandlersOffButNotThoseAbove() {
        String filing = filed(aComplaint().in(PUTUO));
        String complaint = "/v1/complaints/" + filing;
        claim(LI, filing).statusCode(201);
        step(WANG, complaint, "acceptance", "{\"reasons\":\"属于本局管辖\"}")
                .statusCode(409)
                .body("code", equalTo("claimed-by-other"));
        step(REVIEWING, complaint, "acceptance", "{\"reasons\":\"属于本局管辖\"}").statusCode(200);
        step(LI, complaint, "termination", "{\"ground\":7,\"reasons\":\"\"}").statusCode(422);
    }

    @Test
    void whatNobodyHasClaimedMayBeWorkedOnByAll() {
        String filing = filed(aComplaint().in(PUTUO));
        step(WANG, "/v1/complaints/" + filing, "acceptance", "{\"reasons\":\"属于本局管辖\"}")
                .statusCode(200);
        claims(LI, filing).statusCode(200).body("periods", hasSize(0));
    }

    @Test
    void timeClaimedIsKeptThroughReleaseAndHandingOver() {
        known(WANG);
        String filing = filed(aReport().in(PUTUO));
        claim(LI, filing).statusCode(201);
        change(WANG, filing, "release", "{}")
                .statusCode(409)
                .body("code", equalTo("claimed-by-other"));
        change(LI, filing, "release", "{\"reasons\":\"需回避\"}").statusCode(200);
        change(LI, filing, "release", "{}").statusCode(409).body("code", equalTo("not-claimed"));
        claim(LI, filing).statusCode(201);
        change(REVIEWING, filing, "reassignment", to(WANG)).statusCode(200);
        claims(LI, filing)
                .body("periods.name", equalTo(List.of("putuo.li", "putuo.li", "putuo.wang")))
                .body("periods[0].endedAs", equalTo("RELEASED"))
                .body("periods[0].reasons", equalTo("需回避"))
                .body("periods[0].until", notNullValue())
                .body("periods[1].endedAs", equalTo("REASSIGNED"))
                .body("periods[1].endedBy", equalTo("putuo.reviewer"))
                .body("periods[2].until", nullValue());
        assertThat(
                        texts(
                                "select action from audit_entry where object_id = '"
                                        + filing
                                        + "' and action like 'queue.%' order by seq"))
                .containsExactly("queue.claim", "queue.release", "queue.claim", "queue.reassign");
    }

    @Test
    void handingOverNeedsReasonsAnOfficerOfTheBureauAndTheVersionThatWasRead() {
        known(WANG);
        String filing = filed(aComplaint().in(PUTUO));
        claim(LI, filing).statusCode(201);
        change(REVIEWING, filing, "reassignment", "{\"to\":\"sub-putuo.wang\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reasons"));
        change(REVIEWING, filing, "reassignment", to(HUANGPU))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"))
                .body("errors[0].code", equalTo("unknown-officer"));
        change(REVIEWING, filing, "reassignment", to(LI))
                .statusCode(422)
                .body("errors[0].code", equalTo("another-officer"));
        as(REVIEWING)
                .body(to(WANG))
                .post("/v1/queue/" + filing + "/reassignment")
                .then()
                .statusCode(428);
        as(REVIEWING)
                .header("If-Match", "\"0\"")
                .body(to(WANG))
                .post("/v1/queue/" + filing + "/reassignment")
                .then()
                .statusCode(412);
        change(LI, filing, "reassignment", to(WANG)).statusCode(403);
        claims(LI, filing).body("periods", hasSize(1));
    }

    @Test
    void anotherBureauSeesNothingOfIt() {
        String filing = filed(aComplaint().in(PUTUO));
        claim(HUANGPU, filing).statusCode(404);
        claims(HUANGPU, filing).statusCode(404);
        claim(TestCaller.city(HANDLER), filing).statusCode(403);
        claim(TestCaller.police(HANDLER), filing).statusCode(404);
        claim(LI, UUID.randomUUID().toString()).statusCode(404);
        claim(LI, "x").statusCode(404);
        claim(LI, filing).statusCode(201);
        as(CITY_REVIEWER)
                .get("/v1/queue?limit=200&district=" + PUTUO)
                .then()
                .body("items.districtCode", everyItem(equalTo(PUTUO)))
                .body("items.filingId", hasItem(filing))
                .body("items.claimedBy", everyItem(nullValue()));
    }

    @Test
    void aClaimEndsWhenTheFilingLeavesTheBureauOrEnds() {
        String ended = filed(aComplaint().in(PUTUO));
        claim(LI, ended).statusCode(201);
        step(
                        LI,
                        "/v1/complaints/" + ended,
                        "non-acceptance",
                        "{\"ground\":1,\"reasons\":\"不属于职责\"}")
                .statusCode(200);
        claims(LI, ended).body("periods[0].until", nullValue());
        step(LI, "/v1/complaints/" + ended, "archiving", "{}").statusCode(200);
        claims(LI, ended)
                .body("periods", hasSize(1))
                .body("periods[0].endedAs", equalTo("CLOSED"))
                .body("periods[0].endedBy", equalTo("putuo.li"));
        claim(WANG, ended).statusCode(409).body("code", equalTo("closed"));

        String left = filed(aComplaint().in(PUTUO));
        claim(LI, left).statusCode(201);
        step(LI, "/v1/complaints/" + left, "return", "{\"reasons\":\"不属于本局管辖\"}").statusCode(200);
        claims(LI, left).statusCode(200).body("periods[0].endedAs", equalTo("LEFT_BUREAU"));
        assertThat(
                        count(
                                "select count(*) from queue_item where claimed_by is null and filing_id = '"
                                        + left
                                        + "'"))
                .isEqualTo(1);
        claim(WANG, left).statusCode(404);
    }

    @Test
    void theQueueTellsWhoWorksOnWhatAndIsNarrowedByIt() {
        String mine = filed(aComplaint().in(PUTUO));
        String free = filed(aReport().in(PUTUO));
        TestCaller zhao = putuo("zhao", HANDLER);
        claim(zhao, mine).statusCode(201);
        as(zhao).get("/v1/queue?mine=true")
                .then()
                .body("items.filingId", equalTo(List.of(mine)))
                .body("items[0].claimedBy", equalTo("sub-putuo.zhao"))
                .body("items[0].claimedByName", equalTo("putuo.zhao"))
                .body("items[0].claimedSince", notNullValue());
        as(zhao).get("/v1/queue?unclaimed=true&limit=200")
                .then()
                .body("items.filingId", hasItem(free))
                .body("items.filingId", not(hasItem(mine)));
        as(zhao).get("/v1/queue?mine=true&kind=REPORT").then().body("items", hasSize(0));
    }

    @Test
    void anAbsentOfficersWorkIsDoneByTheCoverAndNoneIsDealtToTheAbsent() {
        TestCaller away = putuo("away", HANDLER);
        TestCaller cover = putuo("cover", HANDLER);
        known(away, cover);
        String filing = filed(aComplaint().in(PUTUO));
        claim(away, filing).statusCode(201);
        String body =
                "{\"from\":\"2026-11-24\",\"to\":\"2026-12-04\",\"coverUserId\":\"sub-putuo.cover\"}";
        String id =
                as(away).body(body)
                        .post("/v1/absences")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        step(WANG, "/v1/complaints/" + filing, "acceptance", "{\"reasons\":\"属于本局管辖\"}")
                .statusCode(409);
        step(cover, "/v1/complaints/" + filing, "acceptance", "{\"reasons\":\"属于本局管辖\"}")
                .statusCode(200);
        as(cover).get("/v1/queue?mine=true").then().body("items.filingId", hasItem(filing));
        as(away).post("/v1/queue/next")
                .then()
                .statusCode(409)
                .body("code", equalTo("absent"))
                .body("detail", containsString("putuo.cover"));
        String other = filed(aComplaint().in(PUTUO));
        change(HEADING, other, "reassignment", to(away)).statusCode(409);

        as(WANG).header("If-Match", "\"0\"").delete("/v1/absences/" + id).then().statusCode(403);
        as(HEADING).delete("/v1/absences/" + id).then().statusCode(428);
        as(HEADING).header("If-Match", "\"7\"").delete("/v1/absences/" + id).then().statusCode(412);
        as(HUANGPU).header("If-Match", "\"0\"").delete("/v1/absences/" + id).then().statusCode(404);
        as(HEADING).header("If-Match", "\"0\"").delete("/v1/absences/" + id).then().statusCode(204);
        as(cover).get("/v1/queue?mine=true").then().body("items.filingId", not(hasItem(filing)));
        as(away).get("/v1/absences").then().body("id", not(hasItem(id)));
    }

    @Test
    void coversThatOverlapOrGoRoundInACircleAreRefused() {
        TestCaller a = putuo("a", HANDLER);
        TestCaller b = putuo("b", HANDLER);
        TestCaller c = putuo("c", HANDLER);
        known(a, b, c);
        absent(a, "2027-03-01", "2027-03-10", b).statusCode(201);
        absent(a, "2027-03-10", "2027-03-12", c)
                .statusCode(409)
                .body("code", equalTo("absence-overlaps"));
        absent(b, "2027-03-05", "2027-03-06", a)
                .statusCode(409)
                .body("code", equalTo("cover-absent"));
        absent(b, "2027-03-05", "2027-03-06", c)
                .statusCode(409)
                .body("code", equalTo("covers-another"));
        absent(c, "2027-03-05", "2027-03-06", a)
                .statusCode(409)
                .body("code", equalTo("cover-absent"));
        absent(b, "2027-03-11", "2027-03-12", a).statusCode(201);
        absent(a, "2027-04-02", "2027-04-01", a)
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/to", "/coverUserId")));
        absent(a, "2027-04-01", "2027-04-02", HUANGPU)
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-officer"));
        String forOther =
                "{\"userId\":\"sub-putuo.c\",\"from\":\"2027-05-01\",\"to\":\"2027-05-02\",\"coverUserId\":\"sub-putuo.b\"}";
        as(a).body(forOther).post("/v1/absences").then().statusCode(403);
        as(HEADING)
                .header("Idempotency-Key", "putuo-c-may")
                .body(forOther)
                .post("/v1/absences")
                .then()
                .statusCode(201);
        as(HEADING)
                .header("Idempotency-Key", "putuo-c-may")
                .body(forOther)
                .post("/v1/absences")
                .then()
                .statusCode(201);
        as(a).get("/v1/absences").then().body("findAll { it.from == '2027-05-01' }", hasSize(1));
    }

    private static ValidatableResponse absent(
            TestCaller who, String from, String to, TestCaller cover) {
        String body =
                "{\"from\":\"%s\",\"to\":\"%s\",\"coverUserId\":\"sub-%s\"}"
                        .formatted(from, to, cover.name());
        return as(who).body(body).post("/v1/absences").then();
    }

    @Test
    void pullingTakesTheMostUrgentThatIsFree() {
        TestCaller zhang = hongkou("zhang", HANDLER);
        TestCaller intake = hongkou("intake", INTAKE);
        String later = filed(aComplaint().in("310109").receivedAt("2026-11-20T10:00:00+08:00"));
        String first = filed(aComplaint().in("310109").receivedAt("2026-11-10T10:00:00+08:00"));
        String report = filed(aReport().in("310109"));
        as(intake).post("/v1/queue/next").then().statusCode(204);
        Response pulled = as(zhang).header("Idempotency-Key", "hongkou-1").post("/v1/queue/next");
        pulled.then().statusCode(201).body("filingId", equalTo(first));
        as(zhang)
                .header("Idempotency-Key", "hongkou-1")
                .post("/v1/queue/next")
                .then()
                .statusCode(201)
                .body("filingId", equalTo(first));
        as(zhang)
                .body("{\"kind\":\"REPORT\"}")
                .post("/v1/queue/next")
                .then()
                .statusCode(201)
                .body("filingId", equalTo(report));
        as(zhang).post("/v1/queue/next").then().statusCode(201).body("filingId", equalTo(later));
        as(zhang).post("/v1/queue/next").then().statusCode(204);
        as(zhang).get("/v1/queue/officers").then().body("userId", hasItem("sub-hongkou.zhang"));
    }

    private static TestCaller hongkou(String name, io.mingjian.contracts.Role... roles) {
        return TestCaller.district("hongkou", "310109", roles).named("hongkou." + name);
    }

    @Test
    void twentyOfficersWhoPullAtOnceGetTenFilingsOnceEach() throws Exception {
        List<String> filings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            filings.add(filed(aComplaint().in("310106")));
        }
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<Callable<Response>> pulls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TestCaller officer =
                    TestCaller.district("jingan", "310106", HANDLER).named("jingan." + i);
            pulls.add(() -> as(officer).post("/v1/queue/next"));
        }
        List<String> taken = new ArrayList<>();
        int empty = 0;
        for (Future<Response> pull : pool.invokeAll(pulls)) {
            Response answer = pull.get();
            if (answer.statusCode() == 201) {
                taken.add(answer.path("filingId"));
            } else {
                assertThat(answer.statusCode()).isEqualTo(204);
                empty++;
            }
        }
        pool.shutdown();
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(new HashSet<>(taken)).isEqualTo(new HashSet<>(filings));
        assertThat(empty).isEqualTo(10);
    }
}
