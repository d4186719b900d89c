package io.mingjian.monitoring.board;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.MERCHANT;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.POLICE;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BoardTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 20);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);
    private static final String WAITING_FOR_THE_HOLDER =
            ".findAll { it.overdue != null && !(it.column in ['RETURN_REQUESTED', 'FEEDBACK_SUBMITTED']) }";

    private static int serial;

    @Inject DataSource database;
    @Inject BoardFolding folding;

    private Desk agency;
    private String instruction;

    @BeforeEach
    void anAgencyOfItsOwn() {
        Today.is(MONDAY);
        agency = new Desk(TestCaller.monitor("board-" + ++serial, Role.HANDLER));
        instruction = CITY.issues(DEADLINE, agency.who().organisation());
        agency.acknowledges(instruction);
    }

    private String submits() {
        return agency.submits(instruction, aFinding().numbered("B-" + ++serial).make());
    }

    private String closed() {
        String lead = submits();
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        HUANGPU.verifies(lead);
        HUANGPU.disposes(lead, "CASE_FILED");
        HUANGPU.feedsBack(lead);
        CITY.closes(lead);
        return lead;
    }

    private JsonPath board(Desk reader, String query) {
        return reader.get("/v1/board?agency=" + agency.who().organisation() + query)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int count(JsonPath board, String column) {
        return board.getInt("columns.find { it.column == '" + column + "' }.count");
    }

    private static <T> T of(JsonPath board, String column, String field) {
        return board.get("columns.find { it.column == '" + column + "' }." + field);
    }

    @Test
    void everyLeadStandsInOneColumnWithItsAgeAndDueDate() {
        submits();
        Today.is(MONDAY.plusDays(2));
        submits();
        String assigned = submits();
        CITY.qualifies(assigned);
        CITY.assigns(assigned, "310101");
        String unfit = submits();
        CITY.tryStep(unfit, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "不符"))
                .statusCode(200);
        closed();
        Today.is(MONDAY.plusDays(3));
        JsonPath seen = board(CITY, "");
        assertThat(count(seen, "SUBMITTED")).isEqualTo(2);
        assertThat(BoardTest.<Integer>of(seen, "SUBMITTED", "oldestAgeDays")).isEqualTo(3);
        assertThat(BoardTest.<Integer>of(seen, "SUBMITTED", "overdue")).isZero();
        assertThat(BoardTest.<String>of(seen, "SUBMITTED", "nextDueOn"))
                .as("three working days from Monday")
                .isEqualTo("2026-04-23");
        assertThat(count(seen, "ASSIGNED")).isEqualTo(1);
        assertThat(BoardTest.<String>of(seen, "ASSIGNED", "nextDueOn")).isEqualTo("2026-04-24");
        assertThat(count(seen, "CLOSED")).isEqualTo(1);
        assertThat(count(seen, "UNQUALIFIED")).isEqualTo(1);
        assertThat(seen.getList("columns.count", Integer.class).stream().mapToInt(n -> n).sum())
                .isEqualTo(5);
        Today.is(MONDAY.plusDays(4));
        seen = board(CITY, "");
        assertThat(BoardTest.<Integer>of(seen, "SUBMITTED", "overdue")).isEqualTo(1);
        assertThat(BoardTest.<String>of(seen, "SUBMITTED", "nextDueOn")).isEqualTo("2026-04-27");
    }

    @Test
    void ageIsCountedFromTheLastChangeOfState() {
        String lead = submits();
        Today.is(MONDAY.plusDays(1));
        CITY.qualifies(lead);
        Today.is(MONDAY.plusDays(6));
        assertThat(BoardTest.<Integer>of(board(CITY, ""), "QUALIFIED", "oldestAgeDays"))
                .isEqualTo(5);
    }

    @Test
    void aDistrictSeesItsOwnLeadsFromTheAssignmentOn() {
        submits();
        String here = submits();
        CITY.qualifies(here);
        CITY.assigns(here, "310101");
        String there = submits();
        CITY.qualifies(there);
        CITY.assigns(there, "310115");
        HUANGPU.receives(here);
        JsonPath seen = board(HUANGPU, "");
        assertThat(seen.getString("reader")).isEqualTo("DISTRICT");
        assertThat(seen.<String>getList("columns.column"))
                .doesNotContain("SUBMITTED", "IN_HANDLING");
        assertThat(count(seen, "RECEIVED")).isEqualTo(1);
        assertThat(count(seen, "ASSIGNED")).isZero();
        assertThat(count(board(PUDONG, ""), "ASSIGNED")).isEqualTo(1);
        HUANGPU.get("/v1/board?district=samr-pudong")
                .statusCode(400)
                .body("errors[0].code", equalTo("not-for-this-caller"));
        HUANGPU.get("/v1/board?by=DISTRICT").statusCode(400);
    }

    @Test
    void anAgencySeesOneColumnForWhatBureausDo() {
        String one = submits();
        CITY.qualifies(one);
        CITY.assigns(one, "310101");
        Today.is(MONDAY.plusDays(3));
        HUANGPU.receives(one);
        closed();
        JsonPath seen = board(agency, "");
        assertThat(seen.<String>getList("columns.column"))
                .containsExactly(
                        "SUBMITTED",
                        "RETURNED_FOR_SUPPLEMENT",
                        "IN_HANDLING",
                        "CLOSED",
                        "UNQUALIFIED",
                        "DUPLICATE");
        assertThat(count(seen, "IN_HANDLING")).isEqualTo(1);
        assertThat(BoardTest.<Integer>of(seen, "IN_HANDLING", "oldestAgeDays"))
                .as("since it was handed in, not since the receipt")
                .isEqualTo(3);
        assertThat(BoardTest.<Object>of(seen, "IN_HANDLING", "nextDueOn")).isNull();
        assertThat(BoardTest.<Object>of(seen, "IN_HANDLING", "overdue")).isNull();
        assertThat(count(seen, "CLOSED")).isEqualTo(1);
        Desk other = new Desk(TestCaller.monitor("board-other", Role.HANDLER));
        assertThat(board(other, "").getList("columns.count", Integer.class)).containsOnly(0);
        for (String hidden :
                List.of(
                        "district=samr-huangpu",
                        "campaignId=" + instruction,
                        "by=DISTRICT",
                        "by=AGENCY",
                        "by=CAMPAIGN")) {
            agency.get("/v1/board?" + hidden)
                    .statusCode(400)
                    .body("errors[0].code", equalTo("not-for-this-caller"));
        }
        for (Desk outsider : List.of(PLATFORM, POLICE, MERCHANT)) {
            outsider.get("/v1/board").statusCode(403);
        }
    }

    @Test
    void theCityDividesByDistrictAgencyAndCampaign() {
        submits();
        String here = submits();
        CITY.qualifies(here);
        CITY.assigns(here, "310101");
        closed();
        JsonPath byDistrict = board(CITY, "&by=DISTRICT");
        assertThat(byDistrict.<String>getList("groups.key")).containsExactly("", "samr-huangpu");
        assertThat(
                        byDistrict.getInt(
                                "groups.find { it.key == 'samr-huangpu' }.columns.find { it.column == 'CLOSED' }.count"))
                .isEqualTo(1);
        assertThat(board(CITY, "&by=AGENCY").<String>getList("groups.key"))
                .containsExactly(agency.who().organisation());
        String campaign =
                CITY.post(
                                "/v1/campaigns",
                                Map.of(
                                        "name", "专项",
                                        "period", Map.of("from", "2026-04-01", "to", "2026-06-30"),
                                        "basisDocument", "文件",
                                        "organiser", "市局",
                                        "platforms", List.of()))
                        .extract()
                        .path("id");
        CITY.step(
                        "/v1/campaigns/" + campaign,
                        "instructions",
                        Map.of("instructionIds", List.of(instruction)))
                .statusCode(200);
        assertThat(board(CITY, "&by=CAMPAIGN").<String>getList("groups.key"))
                .containsExactly(campaign);
        JsonPath ofCampaign = board(CITY, "&campaignId=" + campaign);
        assertThat(count(ofCampaign, "SUBMITTED")).isEqualTo(1);
        assertThat(count(ofCampaign, "CLOSED")).isEqualTo(1);
        assertThat(count(board(CITY, "&campaignId=" + instruction), "SUBMITTED")).isZero();
        CITY.get("/v1/board?by=MOOD").statusCode(400);
    }

    /** What the city took over, and what waits for it, is no lateness of the district. */
    @Test
    void theBoardAgreesWithTheLoadsAfterATakeOverAndAReturnRequest() {
        atWork();
        String takenOver = atWork();
        String requested = atWork();
        String fedBack = atWork();
        HUANGPU.verifies(fedBack);
        HUANGPU.disposes(fedBack, "CASE_FILED");
        HUANGPU.feedsBack(fedBack);
        HUANGPU.tryStep(requested, "return", Map.of("reasons", "经营地不在本区")).statusCode(200);
        CITY_HEAD.tryStep(takenOver, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
        Today.is(MONDAY.plusDays(60));

        JsonPath ofDistrict = board(HUANGPU, "");
        assertThat(count(ofDistrict, "RECEIVED")).isEqualTo(1);
        assertThat(count(ofDistrict, "RETURN_REQUESTED")).isEqualTo(1);
        assertThat(count(ofDistrict, "FEEDBACK_SUBMITTED")).isEqualTo(1);
        for (String waits : List.of("RETURN_REQUESTED", "FEEDBACK_SUBMITTED")) {
            assertThat(BoardTest.<Object>of(ofDistrict, waits, "overdue")).isNull();
            assertThat(BoardTest.<Object>of(ofDistrict, waits, "nextDueOn")).isNull();
            assertThat(BoardTest.<Integer>of(board(CITY, ""), waits, "overdue")).isEqualTo(1);
        }
        assertThat(BoardTest.<Integer>of(ofDistrict, "RECEIVED", "overdue")).isEqualTo(1);
        assertThat(lateOn(ofDistrict, "columns")).isEqualTo(1);
        assertThat(count(board(CITY, "&district=samr-huangpu"), "RECEIVED")).isEqualTo(1);
        assertThat(count(board(CITY, "&district=samr-shanghai"), "VERIFYING")).isEqualTo(1);

        for (String holder : List.of("samr-huangpu", "samr-shanghai")) {
            Map<String, Object> load =
                    CITY.get("/v1/district-loads")
                            .extract()
                            .jsonPath()
                            .getMap("items.find { it.organisation == '" + holder + "' }");
            JsonPath all = CITY.get("/v1/board?by=DISTRICT").extract().jsonPath();
            String columns = "groups.find { it.key == '" + holder + "' }.columns";
            assertThat(lateOn(all, columns)).as(holder).isEqualTo(load.get("overdue"));
            assertThat(openOn(all, columns)).as(holder).isEqualTo(load.get("open"));
        }
        CITY_HEAD.disposes(takenOver, "CASE_FILED");
        CITY_HEAD.feedsBack(takenOver);
        CITY.closes(takenOver);
        folding.fold().await().atMost(Duration.ofSeconds(60));
        assertThat(count(board(HUANGPU, ""), "CLOSED")).isZero();
        assertThat(count(board(CITY, "&district=samr-shanghai"), "CLOSED")).isEqualTo(1);
    }

    private static int openOn(JsonPath board, String columns) {
        return sum(board, columns + WAITING_FOR_THE_HOLDER + ".count");
    }

    private static int lateOn(JsonPath board, String columns) {
        return sum(board, columns + WAITING_FOR_THE_HOLDER + ".overdue");
    }

    private static int sum(JsonPath board, String numbers) {
        return board.getList(numbers, Integer.class).stream().mapToInt(n -> n).sum();
    }

    private String atWork() {
        String lead = submits();
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        return lead;
    }

    @Test
    void foldingChangesNothingOnTheBoard() {
        closed();
        closed();
        assertThat(count(board(CITY, ""), "CLOSED")).isEqualTo(2);
        folding.fold().await().atMost(Duration.ofSeconds(60));
        assertThat(count(board(CITY, ""), "CLOSED")).isEqualTo(2);
        closed();
        folding.fold().await().atMost(Duration.ofSeconds(60));
        folding.fold().await().atMost(Duration.ofSeconds(60));
        assertThat(count(board(CITY, ""), "CLOSED")).isEqualTo(3);
        assertThat(count(board(HUANGPU, ""), "CLOSED")).isEqualTo(3);
    }

    /** Before its count was folded, and after. */
    @Test
    void aDuplicateThatIsOpenedAgainLeavesItsColumn() {
        String kept = submits();
        String repeated = submits();
        for (int time = 0; time < 2; time++) {
            CITY.tryStep(
                            repeated,
                            "qualification",
                            Map.of("verdict", "DUPLICATE", "duplicateOf", kept, "reasons", "同一页面"))
                    .statusCode(200);
            if (time > 0) {
                folding.fold().await().atMost(Duration.ofSeconds(60));
            }
            assertThat(count(board(CITY, ""), "DUPLICATE")).isEqualTo(1);
            assertThat(count(board(CITY, ""), "SUBMITTED")).isEqualTo(1);
            CITY.tryStep(
                            repeated,
                            "qualification",
                            Map.of("verdict", "REOPENED", "reasons", "认定有误"))
                    .statusCode(200);
            assertThat(count(board(CITY, ""), "DUPLICATE")).isZero();
            assertThat(count(board(agency, ""), "DUPLICATE")).isZero();
            assertThat(count(board(CITY, ""), "SUBMITTED")).isEqualTo(2);
        }
        folding.fold().await().atMost(Duration.ofSeconds(60));
        assertThat(count(board(CITY, ""), "DUPLICATE")).isZero();
    }

    /**
     * With many leads done and few open, nothing reads the table of leads. With {@code
     * -Dmingjian.board.leads=1000000} it prints the figure of the documentation.
     */
    @Test
    void theBoardCostsWhatIsOpenNotWhatWasEverDone() throws SQLException {
        int leads = Integer.getInteger("mingjian.board.leads", 20_000);
        String template = submits();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String columns = columnsOfLead(statement);
            statement.execute(
                    """
                    insert into lead (%1$s) select %1$s from (select many.* from lead l cross join generate_series(1, %2$d) n
                    cross join lateral jsonb_populate_record(l, jsonb_build_object(
                      'id', gen_random_uuid(), 'lead_no', 'BULK-' || n, 'finding_no', 'BULK-' || n, 'bureau', 'samr-bulk',
                      'agency', 'monitor-bulk-' || n / 7 %% 5, 'district_organisation', 'samr-bulk-' || n / 11 %% 16,
                      'state', case when n %% 50 = 0 then 'VERIFYING' else 'CLOSED' end,
                      'due_on', case when n %% 50 = 0 then date '2026-04-25' end)) many
                    where l.id = '%3$s') made
                    """
                            .formatted(columns, leads, template));
            for (int folded = 0; folded < leads; folded += 10_000) {
                statement.execute(BoardCounts.FOLD);
            }
            statement.execute("analyze lead");
            statement.execute("analyze lead_ended");
            statement.execute("analyze lead_ended_fresh");
            looks(statement, city(Grouping.DISTRICT), "lead_open");
            looks(statement, city(null), "lead_open");
            looks(statement, district(), "lead_open_of_holder");
            looks(statement, agency(), "lead_open");
            connection.rollback();
        }
    }

    private static void looks(Statement statement, BoardFilter filter, String index)
            throws SQLException {
        String sql =
                BoardCounts.sql(filter)
                        .replace(":today", "date '2026-04-26'")
                        .replace(":org", "'" + filter.caller().organisation() + "'");
        List<String> plan = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("explain (analyze, costs off) " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        String whole = String.join("\n", plan);
        System.out.println(filter.reader() + " " + filter.by() + ": " + plan.get(plan.size() - 1));
        assertThat(whole)
                .containsPattern(
                        "(Index Only Scan|Bitmap Index Scan|Index Scan).* "
                                + index
                                + "( on lead|\\s)")
                .doesNotContain("Seq Scan on lead l");
    }

    private static BoardFilter city(Grouping by) {
        return filter("samr-bulk", OrganisationKind.MUNICIPAL_BUREAU, Reader.CITY, by);
    }

    private static BoardFilter district() {
        return filter("samr-bulk-3", OrganisationKind.DISTRICT_BUREAU, Reader.DISTRICT, null);
    }

    private static BoardFilter agency() {
        return filter("monitor-bulk-2", OrganisationKind.MONITOR, Reader.AGENCY, null);
    }

    private static BoardFilter filter(
            String organisation, OrganisationKind kind, Reader reader, Grouping by) {
        Caller caller = new Caller("s", "n", organisation, kind, null, null, Set.of(Role.HANDLER));
        return new BoardFilter(caller, reader, null, null, null, null, by);
    }

    /** Those that may be written. */
    private static String columnsOfLead(Statement statement) throws SQLException {
        try (ResultSet columns =
                statement.executeQuery(
                        "select string_agg(column_name, ', ') from information_schema.columns"
                                + " where table_schema = current_schema() and table_name = 'lead'"
                                + " and is_generated = 'NEVER'")) {
            columns.next();
            return columns.getString(1);
        }
    }
}
