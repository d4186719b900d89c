package io.mingjian.registry.intake;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.testing.Tokens;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationDoorTest extends ServiceTest {
    @Test
    void aComplaintIsNumberedRoutedAndDueInSevenWorkingDays() {
        file(CITY_INTAKE, aComplaint().receivedAt("2026-04-15T10:00:00+08:00"))
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/complaints/[0-9a-f-]{36}"))
                .body("filings", hasSize(1))
                .body("filings[0].kind", equalTo("COMPLAINT"))
                .body("filings[0].registrationNo", matchesPattern("沪市监投〔2026〕\\d{6}号"))
                .body("filings[0].state", equalTo("ROUTED"))
                .body("filings[0].holder", equalTo("samr-huangpu"))
                .body("filings[0].placeBasis", equalTo("Order 121 Art 13"))
                .body("filings[0].due.dueOn", equalTo("2026-04-24"))
                .body("filings[0].due.provisional", equalTo(false))
                .body("filings[0].due.basis", equalTo("Order 121 Art 15"));
    }

    @Test
    void aReportIsDueInFifteenWorkingDays() {
        file(CITY_INTAKE, aReport().receivedAt("2026-04-15T10:00:00+08:00"))
                .statusCode(201)
                .body("filings[0].registrationNo", matchesPattern("沪市监举〔2026〕\\d{6}号"))
                .body("filings[0].due.dueOn", equalTo("2026-05-09"))
                .body("filings[0].due.basis", equalTo("Order 2 Art 18"));
    }

    @Test
    void whatADistrictEntersCarriesItsOwnNumber() {
        file(HUANGPU_INTAKE, aComplaint())
                .statusCode(201)
                .body("filings[0].registrationNo", matchesPattern("沪黄市监投〔2026〕\\d{6}号"));
    }

    @Test
    void whatHappenedIsAnnouncedWithoutAnyIdentity() {
        String phone = Filing.phone();
        String id = filed(aComplaint().by("欧阳锋", phone));
        await().untilAsserted(() -> assertThat(announced(id)).hasSize(2));
        assertThat(announced(id).get(0)).contains("\"filing.registered.v1\"", "\"filerId\"");
        assertThat(announced(id).get(1)).contains("\"filing.routed.v1\"", "samr-huangpu");
        assertThat(announced(id)).allSatisfy(text -> assertThat(text).doesNotContain(phone, "欧阳锋"));
    }

    @Nested
    class MixedFilings {
        @Test
        void becomeTwoFilingsThatTheReportLinks() {
            ValidatableResponse answer =
                    file(CITY_INTAKE, aMixedFiling())
                            .statusCode(201)
                            .body("filings.kind", containsInAnyOrder("COMPLAINT", "REPORT"));
            String complaint = answer.extract().path("filings.find { it.kind == 'COMPLAINT' }.id");
            String report = answer.extract().path("filings.find { it.kind == 'REPORT' }.id");
            as(HUANGPU)
                    .get("/v1/reports/" + report)
                    .then()
                    .body("linkedFilingId", equalTo(complaint));
        }

        @Test
        void showNothingOfTheReportOnTheComplaintsSide() {
            ValidatableResponse answer =
                    file(CITY_INTAKE, aMixedFiling().withId("440524188001010014"));
            String complaint = answer.extract().path("filings.find { it.kind == 'COMPLAINT' }.id");
            String report = answer.extract().path("filings.find { it.kind == 'REPORT' }.id");
            String number =
                    answer.extract().path("filings.find { it.kind == 'REPORT' }.registrationNo");
            String seen =
                    as(HUANGPU)
                            .get("/v1/complaints/" + complaint)
                            .then()
                            .statusCode(200)
                            .body("linkedFilingId", nullValue())
                            .body("complainant.name", equalTo("王**"))
                            .body("complainant.idNumber", nullValue())
                            .extract()
                            .asString();
            assertThat(seen).doesNotContain(report, number, "网页宣称");
        }
    }

    @Nested
    class FaultyForms {
        @Test
        void areRefusedWithAPointerForEachFault() {
            file(
                            CITY_INTAKE,
                            aComplaint()
                                    .withFiler("phone", "1")
                                    .withRespondent("uscc", "91310115MA1K4ABC4J")
                                    .in("999999"))
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:mingjian:problem:invalid"))
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/filer/phone", "/respondent/uscc", "/respondent/districtCode"))
                    .body(
                            "errors.find { it.pointer == '/respondent/uscc' }.detail",
                            matchesPattern(".*校验码不正确.*"));
        }

        @Test
        void speakEnglishToThoseWhoAsk() {
            as(CITY_INTAKE)
                    .header("Accept-Language", "en")
                    .body(aComplaint().with("kind", null).toString())
                    .post("/v1/filings")
                    .then()
                    .statusCode(422)
                    .body("errors[0].detail", equalTo("This field is required."));
        }

        @Test
        void withAFieldThatNobodyKnowsAreMalformed() {
            file(CITY_INTAKE, aComplaint().with("colour", "red")).statusCode(400);
            as(CITY_INTAKE).body("{").post("/v1/filings").then().statusCode(400);
            as(CITY_INTAKE).post("/v1/filings").then().statusCode(422).body("errors", hasSize(1));
        }

        @Test
        void takeNoNumber() {
            long before = last("complaint");
            file(CITY_INTAKE, aComplaint().withFiler("phone", "1")).statusCode(422);
            assertThat(last("complaint")).isEqualTo(before);
        }
    }

    @Nested
    class RepeatedSendings {
        @Test
        void withTheSameKeyGetTheSameAnswerAndOneFiling() {
            String body = aComplaint().toString();
            String key = UUID.randomUUID().toString();
            String first = send(key, body).statusCode(201).extract().path("filings[0].id");
            String second = send(key, body).statusCode(201).extract().path("filings[0].id");
            assertThat(second).isEqualTo(first);
            assertThat(count("select count(*) from complaint where id = '" + first + "'"))
                    .isEqualTo(1);
        }

        @Test
        void withTheSameKeyAndAnotherBodyAreRefused() {
            String key = UUID.randomUUID().toString();
            send(key, aComplaint().toString()).statusCode(201);
            send(key, aComplaint().toString())
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:idempotency-key-reuse"));
        }

        @Test
        void withTheSameNumberOfTheirChannelAreRefusedEvenWithoutAKey() {
            String number = "N" + UUID.randomUUID();
            file(CITY_INTAKE, aComplaint().channel("HOTLINE", number)).statusCode(201);
            file(CITY_INTAKE, aComplaint().channel("HOTLINE", number))
                    .statusCode(409)
                    .body("code", equalTo("filing-exists"));
            file(HUANGPU_INTAKE, aComplaint().channel("HOTLINE", number)).statusCode(201);
        }

        @Test
        void atTheSameMomentEnterOnce() {
            String number = "N" + UUID.randomUUID();
            List<Integer> answers =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            file(
                                                            CITY_INTAKE,
                                                            aComplaint().channel("HOTLINE", number))
                                                    .extract()
                                                    .statusCode())
                            .toList();
            assertThat(answers).containsOnlyOnce(201);
            assertThat(answers.stream().filter(code -> code == 409)).hasSize(7);
        }

        private ValidatableResponse send(String key, String body) {
            return as(CITY_INTAKE)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/filings")
                    .then();
        }
    }

    @Nested
    class NumberSeries {
        @Test
        void haveNoGapThoughManyEnterAtOnceAndSomeFail() {
            TestCaller intake = TestCaller.district("chongming", "310151", INTAKE);
            List<String> numbers =
                    IntStream.range(0, 30)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            file(
                                                    intake,
                                                    i % 3 == 0
                                                            ? aComplaint().in("1")
                                                            : aComplaint()))
                            .filter(answer -> answer.extract().statusCode() == 201)
                            .map(
                                    answer ->
                                            answer.extract()
                                                    .<String>path("filings[0].registrationNo"))
                            .sorted()
                            .toList();
            assertThat(numbers)
                    .isEqualTo(
                            IntStream.rangeClosed(1, 20)
                                    .mapToObj("沪崇市监投〔2026〕%06d号"::formatted)
                                    .toList());
        }
    }

    @Nested
    class Callers {
        @Test
        void ofPlatformsEnterForTheCityAndSeeNothingMore() {
            String id =
                    file(PLATFORM, aComplaint().channel("PLATFORM_API", "C" + UUID.randomUUID()))
                            .statusCode(201)
                            .body("filings[0].registrationNo", matchesPattern("沪市监投.*"))
                            .extract()
                            .path("filings[0].id");
            as(PLATFORM).get("/v1/complaints/" + id).then().statusCode(403);
            as(TestCaller.platform("yougou", HANDLER))
                    .get("/v1/complaints/" + id)
                    .then()
                    .statusCode(404);
        }

        @Test
        void withoutTheRoleAreTurnedAway() {
            file(HUANGPU, aComplaint()).statusCode(403);
            file(TestCaller.monitor("jingwei", INTAKE), aComplaint()).statusCode(403);
            RestAssured.given().body("{}").post("/v1/filings").then().statusCode(401);
        }

        @Test
        void withATokenForOthersOrAnOldOneAreTurnedAway() {
            for (String token :
                    List.of(
                            Tokens.forAudience(CITY_INTAKE, "other"),
                            Tokens.expired(CITY_INTAKE))) {
                RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body(aComplaint().toString())
                        .post("/v1/filings")
                        .then()
                        .statusCode(401);
            }
        }
    }

    @Test
    void registrationIsInTheAuditChain() {
        String id = filed(aComplaint());
        as(CITY_AUDITOR)
                .get("/v1/audit/entries?objectId=" + id)
                .then()
                .statusCode(200)
                .body("link.action", hasItem("filing.register"))
                .body("link.subject", hasItem("sub-city.intake"))
                .body("link.subject", not(hasItem(endsWith("registry"))));
        as(CITY_AUDITOR).get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    private long last(String series) {
        return count(
                "select coalesce(max(last), 0) from number_series where agency = 'samr-shanghai' and series = '"
                        + series
                        + "'");
    }
}
