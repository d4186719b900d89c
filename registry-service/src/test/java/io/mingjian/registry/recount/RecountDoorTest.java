package io.mingjian.registry.recount;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecountDoorTest extends ServiceTest {
    /** Nobody else's tests file in these districts. */
    private static final TestCaller JIADING =
            TestCaller.district("jiading", "310114", HANDLER).named("jiading.handler");

    private static final TestCaller CHANGNING =
            TestCaller.district("changning", "310105", HANDLER).named("changning.handler");
    private static final TestCaller ADMIN = TestCaller.city(SYSTEM_ADMIN).named("city.admin");
    private static final TestCaller CITY = TestCaller.city(REVIEWER).named("city.recounts");

    /** Invented, far in the future so that it moves nothing of other tests. */
    private static final String NOTICE_OF_2031 =
            """
            {"year": 2031, "papers": ["https://www.gov.cn/zhengce/example.htm"], "days": [
              {"date": "2031-01-01", "name": "元旦", "isOffDay": true},
              {"date": "2031-01-21", "name": "春节", "isOffDay": true},
              {"date": "2031-01-22", "name": "春节", "isOffDay": true},
              {"date": "2031-04-05", "name": "清明节", "isOffDay": true},
              {"date": "2031-05-01", "name": "劳动节", "isOffDay": true},
              {"date": "2031-06-24", "name": "端午节", "isOffDay": true},
              {"date": "2031-09-30", "name": "中秋节", "isOffDay": true},
              {"date": "2031-10-01", "name": "国庆节", "isOffDay": true},
              {"date": "2031-10-02", "name": "国庆节", "isOffDay": true},
              {"date": "2031-10-03", "name": "国庆节", "isOffDay": true}]}
            """;

    @Test
    void aNoticeIsCountedOnceAndWhatItMovedIsReportedToThoseWhoHaveIt() {
        theDayIsCounted();
        String here = filed(aComplaint().in("310114"));
        String there = filed(aComplaint().in("310105"));
        startedIn2031(here);
        startedIn2031(there);
        long before = count(NOTICES);
        as(ADMIN).body(NOTICE_OF_2031).post("/v1/legal-time/notices").then().statusCode(201);
        as(ADMIN).body(NOTICE_OF_2031).post("/v1/legal-time/notices").then().statusCode(200);
        assertThat(count(NOTICES)).isEqualTo(before + 1);
        String id =
                texts(
                                "select id from recount where cause = 'HOLIDAY_NOTICE' order by requested_at desc")
                        .get(0);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                as(CITY).get("/v1/recounts/" + id)
                                        .then()
                                        .statusCode(200)
                                        .body("finishedAt", notNullValue()));

        as(JIADING)
                .get("/v1/recounts/" + id + "/moves")
                .then()
                .statusCode(200)
                .body("items.filingId", equalTo(List.of(here)))
                .body("items[0].limit", equalTo("ACCEPTANCE"))
                .body("items[0].oldDueOn", equalTo("2031-01-22"))
                .body("items[0].newDueOn", equalTo("2031-01-24"))
                .body("items[0].wasProvisional", equalTo(true))
                .body("items[0].provisional", equalTo(false));
        as(JIADING)
                .get("/v1/queue?limit=200")
                .then()
                .body("items.find { it.filingId == '" + here + "' }.dueOn", equalTo("2031-01-24"))
                .body(
                        "items.find { it.filingId == '" + here + "' }.dueProvisional",
                        equalTo(false));
        as(JIADING)
                .get("/v1/recounts/" + id)
                .then()
                .body("percent", equalTo(100))
                .body("moved", equalTo(1))
                .body("total", nullValue())
                .body("settled", nullValue());
        as(CITY).get("/v1/recounts/" + id)
                .then()
                .body("moved", equalTo(2))
                .body("settled", equalTo(2))
                .body("failed", equalTo(0));
        as(CITY).get("/v1/recounts").then().body("items.id", hasItem(id));

        var first = as(CITY).get("/v1/recounts/" + id + "/moves?limit=1").then();
        first.body("items", hasSize(1)).body("nextCursor", notNullValue());
        String cursor = first.extract().path("nextCursor");
        as(CITY).queryParam("cursor", cursor)
                .get("/v1/recounts/" + id + "/moves?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        as(JIADING)
                .queryParam("cursor", cursor)
                .get("/v1/recounts/" + id + "/moves")
                .then()
                .statusCode(400);

        String file = csv(CHANGNING, id);
        assertThat(file).startsWith("\uFEFF登记编号,").contains(there).doesNotContain(here);
        assertThat(csv(CITY, id).lines()).hasSize(3);
        assertThat(
                        texts(
                                "select organisation from audit_entry where action = 'recount.export' and object_id = '"
                                        + id
                                        + "' order by seq"))
                .containsExactly("samr-changning", "samr-shanghai");
        as(TestCaller.police(HANDLER))
                .get("/v1/recounts/" + id + "/moves")
                .then()
                .body("items", hasSize(0));
    }

    private static final String NOTICES =
            "select count(*) from recount where cause = 'HOLIDAY_NOTICE'";

    private static String csv(TestCaller who, String id) {
        return as(who).get("/v1/recounts/" + id + "/moves.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"moves-" + id + ".csv\""))
                .extract()
                .asString();
    }

    /**
     * As if it had been routed on Monday 13 January 2031, counted without a notice for that year.
     */
    private void startedIn2031(String filing) {
        change(
                "update clock_watch set started_on = '2031-01-13',"
                        + " clock = jsonb_set(clock, '{startedOn}', '\"2031-01-13\"'), due_on = '2031-01-22',"
                        + " provisional = true where filing_id = '"
                        + filing
                        + "'");
    }

    /** Which moves clocks too, but reports none. */
    private void theDayIsCounted() {
        await().until(
                        () ->
                                count(
                                                "select count(*) from recount where cause = 'DAY' and finished_at is not null")
                                        > 0);
    }

    @Test
    void everyDayIsCountedOnceAndReportsNoMoves() {
        theDayIsCounted();
        assertThat(
                        count(
                                "select count(*) from (select cause_key from recount where cause = 'DAY'"
                                        + " group by cause_key having count(*) > 1) twice"))
                .isZero();
        as(CITY).get("/v1/recounts?limit=200")
                .then()
                .body("items.findAll { it.cause == 'DAY' }.moved", everyItem(equalTo(0)));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        as(CITY).get("/v1/recounts/" + UUID.randomUUID()).then().statusCode(404);
        as(CITY).get("/v1/recounts/x/moves").then().statusCode(404);
        as(CITY).get("/v1/recounts/" + UUID.randomUUID() + "/moves.csv").then().statusCode(404);
        as(PLATFORM).get("/v1/recounts").then().statusCode(403);
    }
}
