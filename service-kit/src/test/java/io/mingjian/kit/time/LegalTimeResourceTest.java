package io.mingjian.kit.time;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class LegalTimeResourceTest {
    private static final TestCaller OFFICER = TestCaller.huangpu(HANDLER);
    private static final TestCaller ADMIN = TestCaller.city(SYSTEM_ADMIN);

    @Inject DataSource database;

    @Inject StoredDueDates stored;

    /** Stands for a room that stores due dates. */
    @Singleton
    static class StoredDueDates implements CalendarListener {
        final List<Integer> noticed = new CopyOnWriteArrayList<>();
        volatile boolean failing;

        @Override
        public Uni<Void> calendarChanged(WorkingCalendar calendar) {
            if (failing) {
                return Uni.createFrom().failure(new IllegalStateException("as asked"));
            }
            noticed.add(calendar.noticeYears().last());
            return Uni.createFrom().voidItem();
        }
    }

    @BeforeEach
    void onlyShippedNotices() throws SQLException {
        stored.noticed.clear();
        stored.failing = false;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from holiday_notice");
        }
    }

    @Nested
    class Due {
        @Test
        void anyOfficerMayAskAndGetsTheDateWithItsReason() {
            due(OFFICER, "start=2026-04-15&term=7WD")
                    .statusCode(200)
                    .body("dueOn", equalTo("2026-04-24"))
                    .body("provisional", is(false))
                    .body("term", equalTo("7WD"))
                    .body("basis", containsString("第四十五条"))
                    .body("explanation", containsString("届满日为2026-04-24（星期五）"))
                    .body("explanationEn", containsString("due on 2026-04-24 (Friday)"));
        }

        @Test
        void soMayAMonitorsClient() {
            due(TestCaller.monitor("jingwei", HANDLER), "start=2026-04-15&term=60ND")
                    .statusCode(200)
                    .body("dueOn", equalTo("2026-06-15"));
        }

        @Test
        void nobodyMayWithoutAToken() {
            given().get("/v1/legal-time/due?start=2026-04-15&term=7WD").then().statusCode(401);
        }

        @Test
        void pausesMayBeRepeated() {
            due(
                            OFFICER,
                            "start=2026-04-15&term=60ND&pause=2026-05-06..2026-05-16"
                                    + "&pause=2026-06-01..2026-06-06")
                    .statusCode(200)
                    .body("dueOn", equalTo("2026-06-29"))
                    .body("pauses.from", equalTo(List.of("2026-05-06", "2026-06-01")));
        }

        @Test
        void aYearWithoutNoticeGivesAProvisionalDate() {
            due(OFFICER, "start=2026-12-24&term=7WD")
                    .statusCode(200)
                    .body("dueOn", equalTo("2027-01-04"))
                    .body("provisional", is(true))
                    .body("explanation", containsString("2027年放假通知尚未公布"));
        }

        @Test
        void whatCannotBeReadIsPointedAt() {
            due(OFFICER, "start=2026-04-15&term=seven")
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo("/term"))
                    .body("errors[0].detail", containsString("7WD"));
            due(OFFICER, "term=7WD").statusCode(422).body("errors[0].pointer", equalTo("/start"));
            due(OFFICER, "start=2026-04-15&term=7WD&pause=x")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/pause"));
        }
    }

    @Nested
    class ANotice {
        @Test
        void settlesWhatWasProvisional() {
            publish(ADMIN, Notices.json2027())
                    .statusCode(201)
                    .header("Location", endsWith("/v1/legal-time/notices/2027"))
                    .body("year", is(2027))
                    .body("movedDays", is(13));

            due(OFFICER, "start=2026-12-24&term=7WD")
                    .body("dueOn", equalTo("2027-01-06"))
                    .body("provisional", is(false));
            as(OFFICER)
                    .get("/v1/legal-time/notices/2027")
                    .then()
                    .statusCode(200)
                    .body("days.find { it.date == '2027-02-20' }.isOffDay", is(false));
            assertThat(stored.noticed).containsExactly(2027);
        }

        @Test
        void isTakenBackFromTheDocumentThatItIsServedAs() {
            publish(ADMIN, Notices.json2027()).statusCode(201);
            String served = as(OFFICER).get("/v1/legal-time/notices/2027").asString();

            publish(ADMIN, served).statusCode(200);
        }

        @Test
        void thatIsInForceAlreadyChangesNothing() throws SQLException {
            publish(ADMIN, Notices.json2027()).statusCode(201);
            publish(ADMIN, Notices.json2027()).statusCode(200).body("year", is(2027));

            assertThat(uploads()).isEqualTo(1);
            assertThat(stored.noticed).hasSize(1);
        }

        @Test
        void ofTheSameYearTakesThePlaceOfTheEarlierOne() {
            publish(ADMIN, Notices.json2027()).statusCode(201);
            publish(ADMIN, Notices.json2027Without("2026-12-31")).statusCode(201);

            due(OFFICER, "start=2026-12-30&term=1WD").body("dueOn", equalTo("2026-12-31"));
        }

        @Test
        void thatAnotherReplicaStoredIsSeenAtOnce() throws SQLException {
            due(OFFICER, "start=2026-12-30&term=1WD").body("dueOn", equalTo("2026-12-31"));
            store(Notices.json2027());
            due(OFFICER, "start=2026-12-30&term=1WD").body("dueOn", equalTo("2027-01-04"));
        }

        @Test
        void isNotInForceWhenARoomCannotFollow() throws SQLException {
            stored.failing = true;
            publish(ADMIN, Notices.json2027()).statusCode(500);

            assertThat(uploads()).isZero();
            due(OFFICER, "start=2026-12-24&term=7WD").body("provisional", is(true));
            stored.failing = false;
            publish(ADMIN, Notices.json2027Without("2026-12-31")).statusCode(201);
            due(OFFICER, "start=2026-12-30&term=1WD").body("dueOn", equalTo("2026-12-31"));
        }

        @Test
        void uploadedManyTimesAtOnceIsStoredOnce() throws SQLException {
            List<Integer> answers =
                    IntStream.range(0, 8)
                            .parallel()
                            .map(i -> publish(ADMIN, Notices.json2027()).extract().statusCode())
                            .boxed()
                            .toList();

            assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(uploads()).isEqualTo(1);
        }

        @Test
        void thatIsWrongIsRefusedWithPointers() throws SQLException {
            publish(ADMIN, Notices.json2027Without("2027-10-02"))
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo("/days"))
                    .body("errors[0].code", equalTo("fixed-holiday"))
                    .body("errors[0].detail", containsString("2027-10-02"));
            publish(ADMIN, "{").statusCode(422).body("errors[0].code", equalTo("not-json"));
            publish(ADMIN, "").statusCode(422);
            publish(ADMIN, " ".repeat(70_000)).statusCode(413);
            assertThat(uploads()).isZero();
        }

        @Test
        void isPublishedByTheCitysSystemAdministratorAlone() {
            publish(OFFICER, Notices.json2027()).statusCode(403);
            publish(TestCaller.huangpu(SYSTEM_ADMIN), Notices.json2027()).statusCode(403);
            given().contentType(ContentType.JSON)
                    .body(Notices.json2027())
                    .post("/v1/legal-time/notices")
                    .then()
                    .statusCode(401);
            as(OFFICER).get("/v1/legal-time/notices/2027").then().statusCode(404);
        }

        @Test
        void leavesAnAuditEntry() {
            publish(ADMIN, Notices.json2027()).statusCode(201);

            as(TestCaller.city(AUDITOR))
                    .get("/v1/audit/entries?objectId=2027")
                    .then()
                    .body("link.action", hasItem("holiday-notice.publish"));
        }

        @Test
        void isListedWithTheShippedOnes() {
            as(OFFICER)
                    .get("/v1/legal-time/notices")
                    .then()
                    .statusCode(200)
                    .body("year", hasItems(2020, 2026))
                    .body("year", not(hasItem(2027)))
                    .body("find { it.year == 2026 }.workingDays", is(248));
        }
    }

    private ValidatableResponse due(TestCaller caller, String query) {
        return as(caller).get("/v1/legal-time/due?" + query).then();
    }

    private ValidatableResponse publish(TestCaller caller, String notice) {
        return as(caller)
                .contentType(ContentType.JSON)
                .body(notice)
                .post("/v1/legal-time/notices")
                .then();
    }

    private static RequestSpecification as(TestCaller caller) {
        return given().header("Authorization", caller.bearer());
    }

    private void store(String notice) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into holiday_notice (year, body, uploaded_by, uploaded_at)"
                                        + " values (2027, ?, 'another replica', now())")) {
            insert.setString(1, notice);
            insert.executeUpdate();
        }
    }

    private int uploads() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from holiday_notice")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
