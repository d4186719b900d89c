package io.mingjian.registry.criteria;

import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CriterionDoorTest extends ServiceTest {
    private static final String VERSIONS = "/v1/criteria/FREQ_12M/versions";
    private static final String UNTRIED = "{\"untriedBecause\": \"试点区先行\"}";

    @Nested
    class Versions {
        @Test
        void theFirstIsShippedAndMarkedAsAnAssumption() {
            as(HUANGPU)
                    .get(VERSIONS + "/1")
                    .then()
                    .statusCode(200)
                    .body("watch", equalTo(10))
                    .body("review", equalTo(30))
                    .body("windowDays", equalTo(365))
                    .body("status", equalTo("ASSUMPTION"))
                    .body("active", equalTo(true));
        }

        @Test
        void aNewOneTakesTwoPersons() {
            ValidatableResponse proposed =
                    propose(CITY_HEAD, 50, 90).statusCode(201).body("active", equalTo(false));
            String path = VERSIONS + "/" + proposed.extract().<Integer>path("version");
            assertThat(proposed.extract().header("Location")).endsWith(path);
            step(CITY_HEAD, path, "activation", UNTRIED).statusCode(403);
            as(TestCaller.city(HEAD).named("city.second"))
                    .post(path + "/activation")
                    .then()
                    .statusCode(428);
            step(TestCaller.city(HEAD).named("city.second"), path, "activation", UNTRIED)
                    .statusCode(200)
                    .body("activatedBy", equalTo("sub-city.second"));
            step(TestCaller.city(HEAD).named("city.third"), path, "activation", UNTRIED)
                    .statusCode(409);
        }

        @Test
        void goLiveUntriedOnlyWithAReason() {
            String path =
                    VERSIONS
                            + "/"
                            + propose(CITY_REVIEWER, 60, 95)
                                    .statusCode(201)
                                    .extract()
                                    .<Integer>path("version");
            step(CITY_HEAD, path, "activation", "")
                    .statusCode(409)
                    .body("code", equalTo("not-tried"));
            step(CITY_HEAD, path, "activation", "{\"untriedBecause\": \" \"}").statusCode(409);
            as(HUANGPU).get(path).then().body("active", equalTo(false));
        }

        @Test
        void followEachOtherWithoutOverlapAndWithoutAGapThatIsNotMeant() {
            String dated =
                    between(TODAY.plusDays(10), TODAY.plusDays(20), false)
                            .statusCode(201)
                            .extract()
                            .header("Location");
            step(CITY_HEAD, dated.substring(dated.indexOf("/v1/")), "activation", UNTRIED)
                    .statusCode(200);
            as(HUANGPU)
                    .get("/v1/criteria/QTY_VS_SHELF/versions/1")
                    .then()
                    .body("validUntil", equalTo(TODAY.plusDays(9).toString()));
            between(TODAY.plusDays(15), TODAY.plusDays(30), false)
                    .statusCode(409)
                    .body("code", equalTo("versions-overlap"))
                    .body("detail", containsString("重叠"));
            between(TODAY.plusDays(25), null, false)
                    .statusCode(409)
                    .body("code", equalTo("versions-gap"))
                    .body("detail", containsString("4日没有适用的版本"));
            between(TODAY.plusDays(25), null, true).statusCode(201);
            between(TODAY.plusDays(21), null, false).statusCode(201);
        }

        private ValidatableResponse between(
                LocalDate from, @Nullable LocalDate until, boolean gapIntended) {
            String last = until == null ? "null" : "\"" + until + "\"";
            return as(CITY_REVIEWER)
                    .body(
                            """
                            {"windowDays": 365, "watch": 3, "review": 7, "basis": "试行", "validFrom": "%s",
                             "validUntil": %s, "gapIntended": %s}
                            """
                                    .formatted(from, last, gapIntended))
                    .post("/v1/criteria/QTY_VS_SHELF/versions")
                    .then();
        }

        @Test
        void areSetByTheCityOnly() {
            propose(TestCaller.huangpu(REVIEWER), 50, 90).statusCode(403);
            propose(HUANGPU, 50, 90).statusCode(403);
            as(PLATFORM).get("/v1/criteria").then().statusCode(403);
            as(TestCaller.police(REVIEWER)).get("/v1/criteria").then().statusCode(403);
        }

        @Test
        void areCheckedWithPointers() {
            as(CITY_REVIEWER)
                    .body(
                            "{\"windowDays\":0,\"watch\":9,\"review\":3,\"basis\":\"\",\"validFrom\":\"2020-01-01\"}")
                    .post(VERSIONS)
                    .then()
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder("/windowDays", "/review", "/basis", "/validFrom"));
            as(CITY_REVIEWER)
                    .body("{}")
                    .post("/v1/criteria/NO_SUCH/versions")
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class Hits {
        @Test
        void fromWatchOnFilingsCarryAHintAndAtReviewACandidateIsProposedOnce() {
            activate(2, 3);
            String phone = Filing.phone();
            String first = relayed(filed(aComplaint().by("周某", phone)));
            assertThat(hits(first)).isZero();
            String second = relayed(filed(aComplaint().by("周某", phone)));
            await().until(() -> hits(second) == 1);
            as(HUANGPU)
                    .get("/v1/complaints/" + first)
                    .then()
                    .body("hints.level", contains("WATCH"))
                    .body("hints[0].explanation", containsString("2次"))
                    .body("openSteps", hasItems("RETURN_TO_INTAKE", "ACCEPT", "REFUSE"));
            assertThat(candidates(second)).isEmpty();
            String third = relayed(filed(aReport().by("周某", phone)));
            await().until(() -> candidates(third).size() == 1);
            String fourth = relayed(filed(aReport().by("周某", phone)));
            await().until(() -> hits(fourth) == 1);
            assertThat(candidates(fourth)).isEmpty();
            as(CITY_REVIEWER)
                    .get("/v1/abnormal-filer-entries/" + candidates(third).get(0))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANDIDATE"))
                    .body("filer.name", equalTo("周*"))
                    .body("grounds[0].inputs.observed", equalTo(3))
                    .body("grounds[0].inputs.review", equalTo(3))
                    .body("grounds[0].explanation", containsString("复核线（3次）"))
                    .body("due.term", equalTo("15WD"))
                    .body("due.status", equalTo("ASSUMPTION"));
            assertThat(lineOf(HUANGPU, third).getString("hint.level")).isEqualTo("REVIEW");
            assertThat(lineOf(HUANGPU, third).getBoolean("open")).isTrue();
        }

        @Test
        void countAMixedFilingOnceAndARepeatedMessageNotAgain() {
            activate(2, 3);
            String phone = Filing.phone();
            ValidatableResponse mixed =
                    file(CITY_INTAKE, aMixedFiling().by("吴某", phone)).statusCode(201);
            List<String> parts = mixed.extract().path("filings.id");
            String registered = announcement(parts.get(0));
            for (int i = 0; i < 3; i++) {
                deliver(registered);
            }
            awaitTaken(registered);
            relayed(parts.get(1));
            String next = relayed(filed(aComplaint().by("吴某", phone)));
            await().until(() -> hits(next) == 1);
            assertThat(
                            count(
                                    "select (inputs->>'observed')::int from criterion_hit where code = 'FREQ_12M' and filing_id = '"
                                            + next
                                            + "'"))
                    .isEqualTo(2);
            assertThat(hits(parts.get(0)) + hits(parts.get(1))).isZero();
        }

        @Test
        void ofAVersionThatIsNoLongerInForceAreNotShown() {
            activate(2, 9);
            String phone = Filing.phone();
            String first = relayed(filed(aComplaint().by("冯某", phone)));
            String second = relayed(filed(aComplaint().by("冯某", phone)));
            await().until(() -> hits(second) == 1);
            as(HUANGPU)
                    .get("/v1/complaints/" + first)
                    .then()
                    .body("hints.level", contains("WATCH"));
            assertThat(hintOf(first)).isEqualTo("WATCH");
            activate(50, 90);
            as(HUANGPU).get("/v1/complaints/" + first).then().body("hints", empty());
            assertThat(hintOf(first)).isNull();
        }

        @Test
        void countWhatWasReceivedWithinTheWindowOnly() {
            activate(100, 2, 9);
            String phone = Filing.phone();
            String before =
                    relayed(
                            filed(
                                    aReport()
                                            .by("褚某", phone)
                                            .receivedAt("2026-08-16T10:00:00+08:00")));
            String first = relayed(filed(aReport().by("褚某", phone)));
            assertThat(hits(before) + hits(first)).isZero();
            relayed(filed(aReport().by("褚某", phone).receivedAt("2026-08-17T10:00:00+08:00")));
            assertThat(hintOf(first)).isEqualTo("WATCH");
        }

        private String hintOf(String filing) {
            return lineOf(HUANGPU, filing).getString("hint?.level");
        }

        @Test
        void areNotMadeOfAnonymousReports() {
            activate(2, 3);
            String anonymous = relayed(filed(aReport().anonymous()));
            String marker = relayed(filed(aReport()));
            await().until(
                            () ->
                                    count(
                                                    "select count(*) from inbox where consumer = 'registry.ledger'")
                                            > 0);
            assertThat(hits(anonymous) + hits(marker)).isZero();
        }
    }

    @Nested
    class Candidates {
        @Test
        void areReviewedAndDismissedByPeopleWithReasons() {
            String candidate = proposed("310101");
            String path = "/v1/abnormal-filer-entries/" + candidate;
            as(HUANGPU)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("openSteps", contains("BEGIN_REVIEW", "DISMISS"));
            step(CITY_REVIEWER, path, "review", "{}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/reasons"));
            step(CITY_REVIEWER, path, "review", "{\"reasons\":\"次数较多，需要核对\"}")
                    .statusCode(200)
                    .body("state", equalTo("UNDER_REVIEW"))
                    .body("openSteps", hasItems("DISMISS"));
            step(CITY_REVIEWER, path, "dismissal", "{\"reasons\":\"均为真实消费\"}")
                    .statusCode(200)
                    .body("state", equalTo("DISMISSED"))
                    .body("steps.step", contains("BEGIN_REVIEW", "DISMISS"))
                    .body("openSteps", contains("ARCHIVE"));
            step(CITY_REVIEWER, path, "dismissal", "{\"reasons\":\"x\"}").statusCode(409);
            await().untilAsserted(
                            () ->
                                    assertThat(announced(candidate))
                                            .hasSize(3)
                                            .anyMatch(
                                                    text -> text.contains("candidate.proposed.v1"))
                                            .anyMatch(
                                                    text ->
                                                            text.contains(
                                                                    "candidate.under-review.v1"))
                                            .anyMatch(
                                                    text ->
                                                            text.contains(
                                                                    "candidate.dismissed.v1")));
        }

        @Test
        void ofAnotherDistrictAreNotThere() {
            String path = "/v1/abnormal-filer-entries/" + proposed("310101");
            as(PUDONG).get(path).then().statusCode(404);
            as(PUDONG)
                    .header("If-Match", "\"0\"")
                    .body("{\"reasons\":\"x\"}")
                    .post(path + "/dismissal")
                    .then()
                    .statusCode(404);
            as(TestCaller.police(REVIEWER)).get(path).then().statusCode(404);
            as(PLATFORM).get(path).then().statusCode(403);
            as(PUDONG)
                    .get("/v1/abnormal-filer-entries?limit=200")
                    .then()
                    .body(
                            "items.id",
                            org.hamcrest.Matchers.not(
                                    org.hamcrest.Matchers.hasItem(path.substring(15))));
        }

        @Test
        void areChangedAtTheVersionThatWasReadOnly() {
            String path = "/v1/abnormal-filer-entries/" + proposed("310101");
            as(CITY_REVIEWER)
                    .body("{\"reasons\":\"x\"}")
                    .post(path + "/review")
                    .then()
                    .statusCode(428);
            String old = as(CITY_REVIEWER).get(path).then().extract().header("ETag");
            step(CITY_REVIEWER, path, "review", "{\"reasons\":\"x\"}").statusCode(200);
            as(CITY_REVIEWER)
                    .header("If-Match", old)
                    .body("{\"reasons\":\"x\"}")
                    .post(path + "/dismissal")
                    .then()
                    .statusCode(412);
        }

        @Test
        void comeInPages() {
            proposed("310101");
            proposed("310101");
            String cursor =
                    as(CITY_REVIEWER)
                            .get("/v1/abnormal-filer-entries?limit=1")
                            .then()
                            .body("items", hasSize(1))
                            .extract()
                            .path("nextCursor");
            as(CITY_REVIEWER)
                    .queryParam("cursor", cursor)
                    .get("/v1/abnormal-filer-entries?limit=1")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
            as(HUANGPU)
                    .queryParam("cursor", cursor)
                    .get("/v1/abnormal-filer-entries?limit=1")
                    .then()
                    .statusCode(400);
        }

        private String proposed(String district) {
            activate(2, 3);
            String phone = Filing.phone();
            relayed(filed(aReport().in(district).by("郑某", phone)));
            relayed(filed(aReport().in(district).by("郑某", phone)));
            String third = relayed(filed(aReport().in(district).by("郑某", phone)));
            await().until(() -> candidates(third).size() == 1);
            return candidates(third).get(0);
        }
    }

    private static ValidatableResponse propose(TestCaller caller, int watch, int review) {
        return propose(caller, 365, watch, review);
    }

    private static ValidatableResponse propose(
            TestCaller caller, int windowDays, int watch, int review) {
        return as(caller)
                .body(
                        "{\"windowDays\":%d,\"watch\":%d,\"review\":%d,\"basis\":\"试行\",\"validFrom\":\"%s\"}"
                                .formatted(windowDays, watch, review, TODAY))
                .post(VERSIONS)
                .then();
    }

    private static void activate(int watch, int review) {
        activate(365, watch, review);
    }

    private static void activate(int windowDays, int watch, int review) {
        int version =
                propose(CITY_REVIEWER, windowDays, watch, review)
                        .statusCode(201)
                        .extract()
                        .path("version");
        step(CITY_HEAD, VERSIONS + "/" + version, "activation", UNTRIED).statusCode(200);
    }

    /** Delivered and counted: what is filed next does not overtake it. */
    private String relayed(String filing) {
        String event = announcement(filing);
        deliver(event);
        awaitTaken(event);
        return filing;
    }

    private void awaitTaken(String event) {
        Matcher id = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"").matcher(event);
        assertThat(id.find()).isTrue();
        await().until(
                        () ->
                                count(
                                                "select count(*) from inbox where consumer ="
                                                        + " 'registry.ledger' and event_id = '"
                                                        + id.group(1)
                                                        + "'")
                                        == 1);
    }

    private String announcement(String filing) {
        return await().until(
                        () ->
                                announced(filing).stream()
                                        .filter(
                                                text ->
                                                        text.contains("filing.registered.v1")
                                                                && text.contains(
                                                                        "\"subject\": \""
                                                                                + filing
                                                                                + "\""))
                                        .findFirst()
                                        .orElse(null),
                        text -> text != null);
    }

    private long hits(String filing) {
        return count(
                "select count(*) from criterion_hit where code = 'FREQ_12M' and filing_id = '"
                        + filing
                        + "'");
    }

    private List<String> candidates(String filing) {
        return texts("select id from abnormal_filer_entry where filing_id = '" + filing + "'");
    }
}
