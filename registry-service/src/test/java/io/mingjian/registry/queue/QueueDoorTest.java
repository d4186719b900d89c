package io.mingjian.registry.queue;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueDoorTest extends ServiceTest {
    /** Nobody else's tests file in these districts. */
    private static final TestCaller JINSHAN = TestCaller.district("jinshan", "310116", HANDLER);

    private static final TestCaller FENGXIAN = TestCaller.district("fengxian", "310120", HANDLER);
    private static final TestCaller YANGPU = TestCaller.district("yangpu", "310110", HANDLER);
    private static final TestCaller QINGPU = TestCaller.district("qingpu", "310118", HANDLER);

    @Test
    void theMostUrgentComesFirstAndPagesFollowEachOther() {
        String third = filed(aReport().in("310116").receivedAt("2026-11-20T10:00:00+08:00"));
        String first = filed(aComplaint().in("310116").receivedAt("2026-11-10T10:00:00+08:00"));
        String second = filed(aComplaint().in("310116").receivedAt("2026-11-18T10:00:00+08:00"));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = as(JINSHAN).queryParam("limit", 1);
            var page =
                    (cursor == null ? request : request.queryParam("cursor", cursor))
                            .get("/v1/queue")
                            .then()
                            .statusCode(200);
            seen.addAll(page.extract().path("items.filingId"));
            cursor = page.extract().path("nextCursor");
        } while (cursor != null && seen.size() < 10);
        assertThat(seen).containsExactly(first, second, third);
        as(JINSHAN)
                .get("/v1/queue?kind=COMPLAINT")
                .then()
                .body("items.filingId", equalTo(List.of(first, second)))
                .body("items[0].dueOn", equalTo("2026-11-19"))
                .body("items[0].filer", equalTo("王**"))
                .body("items[0].dueBasis", equalTo("Order 121 Art 15"));
        assertThat(
                        as(JINSHAN)
                                .get("/v1/queue")
                                .then()
                                .extract()
                                .<Integer>path("items[0].remainingWorkingDays"))
                .isNegative();
    }

    @Test
    void oneDistrictsDeskIsNotAnothers() {
        String id = filed(aComplaint().in("310120"));
        as(FENGXIAN)
                .get("/v1/queue")
                .then()
                .body("items.filingId", hasItem(id))
                .body("items.holder", everyItem(equalTo("samr-fengxian")));
        as(PUDONG).get("/v1/queue?limit=200").then().body("items.filingId", not(hasItem(id)));
        as(CITY_REVIEWER).get("/v1/queue?limit=200").then().statusCode(200);
        as(TestCaller.police(HANDLER))
                .get("/v1/queue")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(TestCaller.monitor("jingwei", HANDLER)).get("/v1/queue").then().body("items", empty());
    }

    @Test
    void aCursorOfAnotherBureauOrFilterIsRefused() {
        filed(aComplaint().in("310118"));
        filed(aComplaint().in("310118"));
        String cursor = as(QINGPU).get("/v1/queue?limit=1").then().extract().path("nextCursor");
        as(PUDONG).queryParam("cursor", cursor).get("/v1/queue?limit=1").then().statusCode(400);
        as(QINGPU)
                .queryParam("cursor", cursor)
                .queryParam("kind", "REPORT")
                .get("/v1/queue")
                .then()
                .statusCode(400);
        as(QINGPU).queryParam("cursor", cursor + "x").get("/v1/queue").then().statusCode(400);
    }

    @Test
    void whatIsDecidedLeavesTheDeskAndIsFoundByItsState() {
        String path = "/v1/complaints/";
        String id = filed(aComplaint().in("310110"));
        step(YANGPU, path + id, "non-acceptance", "{\"ground\":1,\"reasons\":\"不属于职责\"}")
                .statusCode(200);
        step(YANGPU, path + id, "archiving", "{}").statusCode(200);
        as(YANGPU).get("/v1/queue?limit=200").then().body("items.filingId", not(hasItem(id)));
        as(YANGPU)
                .get("/v1/queue?limit=200&state=CLOSED")
                .then()
                .body("items.filingId", hasItem(id));
    }

    @Test
    void theStrongestBandOfTheEvidenceIsShown() {
        UUID calm = UUID.randomUUID();
        UUID loud = UUID.randomUUID();
        UUID silent = UUID.randomUUID();
        String id = filed(aComplaint().in("310110").naming(calm, loud, silent));
        deliver(analyzed(calm, "samr-shanghai", "NO_SIGN", 1));
        deliver(analyzed(loud, "samr-shanghai", "SOME_SIGNS", 1));
        String item = "items.find { it.filingId == '" + id + "' }";
        await().untilAsserted(
                        () ->
                                as(YANGPU)
                                        .get("/v1/queue?limit=200")
                                        .then()
                                        .body(item + ".strongestBand", equalTo("SOME_SIGNS"))
                                        .body(item + ".evidenceCount", equalTo(3))
                                        .body(item + ".evidenceWaiting", equalTo(1)));
    }

    @Test
    void aPageOfALongQueueIsReadFromAnIndex() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    insert into queue_item select gen_random_uuid(), 'COMPLAINT', 'ROUTED', true,
                      'samr-plan-' || (n % 17), 'samr-shanghai', 'samr-shanghai', '310101', n::text, null, null, 'x',
                      date '2026-01-01', date '2026-01-01' + n % 300, false, 'x', '[]', now(),
                      gen_random_uuid(), false
                    from generate_series(1, 50000) n
                    """);
            statement.execute("analyze queue_item");
            try (ResultSet plan =
                    statement.executeQuery(
                            "explain select * from queue_item q where q.holder = 'samr-plan-3' and q.open"
                                    + " and (q.due_on, q.filing_id) > (date '2026-03-01', gen_random_uuid())"
                                    + " order by q.due_on, q.filing_id limit 51")) {
                StringBuilder text = new StringBuilder();
                while (plan.next()) {
                    text.append(plan.getString(1)).append('\n');
                }
                assertThat(text.toString())
                        .contains("queue_item_desk")
                        .doesNotContain("Sort")
                        .doesNotContain("Seq Scan");
            }
            connection.rollback();
        }
    }

    @Test
    void aHolidayNoticeMovesTheDueDatesOfTheQueue() {
        TestCaller chongming = TestCaller.district("chongming", "310151", HANDLER);
        String id = filed(aComplaint().in("310151"));
        step(chongming, "/v1/complaints/" + id, "acceptance", "{\"reasons\":\"属于本局管辖\"}")
                .statusCode(200);
        String report = filed(aReport().in("310151"));
        String item = "items.find { it.filingId == '" + id + "' }";
        as(chongming)
                .get("/v1/queue?limit=200")
                .then()
                .body(item + ".dueOn", equalTo("2027-01-25"))
                .body(item + ".dueProvisional", equalTo(true));
        as(TestCaller.city(SYSTEM_ADMIN))
                .body(NOTICE_OF_2027)
                .post("/v1/legal-time/notices")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                as(chongming)
                                        .get("/v1/queue?limit=200")
                                        .then()
                                        .body(item + ".dueOn", equalTo("2027-01-26"))
                                        .body(item + ".dueProvisional", equalTo(false))
                                        .body(item + ".filer", equalTo("王**"))
                                        .body("items.filingId", hasItem(report)));
    }

    /** Invented: the real one is not published. It gives Monday 25 January off. */
    private static final String NOTICE_OF_2027 =
            """
            {"year": 2027, "papers": ["https://www.gov.cn/zhengce/example.htm"], "days": [
              {"date": "2027-01-01", "name": "元旦", "isOffDay": true},
              {"date": "2027-01-25", "name": "元旦", "isOffDay": true},
              {"date": "2027-02-05", "name": "春节", "isOffDay": true},
              {"date": "2027-02-06", "name": "春节", "isOffDay": true},
              {"date": "2027-04-05", "name": "清明节", "isOffDay": true},
              {"date": "2027-05-01", "name": "劳动节", "isOffDay": true},
              {"date": "2027-06-09", "name": "端午节", "isOffDay": true},
              {"date": "2027-09-15", "name": "中秋节", "isOffDay": true},
              {"date": "2027-10-01", "name": "国庆节", "isOffDay": true},
              {"date": "2027-10-02", "name": "国庆节", "isOffDay": true},
              {"date": "2027-10-03", "name": "国庆节", "isOffDay": true}]}
            """;
}
