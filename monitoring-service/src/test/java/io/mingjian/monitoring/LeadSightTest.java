package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.HUANGPU_HEAD;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Findings;
import io.mingjian.monitoring.lead.LeadState;
import io.mingjian.monitoring.lead.ShownState;
import io.mingjian.monitoring.lead.ShownStates;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An agency reads what became of its findings and not who investigates or how far (Order 37 Art
 * 36). Replay the walk with {@code -Dmingjian.seed=…}.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class LeadSightTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);
    private static final int STEPS = 60;
    private static final Desk AGENCY =
            new Desk(TestCaller.monitor("sight", Role.HANDLER, Role.REVIEWER, Role.INTEGRATION));

    /** Never writes a feedback, so may check every one. */
    private static final Desk SECOND =
            new Desk(TestCaller.city(Role.REVIEWER).named("city.second"));

    private static final List<Desk> BUREAUS =
            List.of(CITY, CITY_HEAD, SECOND, HUANGPU, HUANGPU_HEAD, PUDONG);

    private static final Map<String, String> ACTS =
            Map.ofEntries(
                    Map.entry("ASSIGN", "assignment"),
                    Map.entry("TAKE_OVER", "takeover"),
                    Map.entry("RECEIVE", "receipt"),
                    Map.entry("REQUEST_RETURN", "return"),
                    Map.entry("VERIFY", "verification"),
                    Map.entry("REQUEST_EXTENSION", "extension-request"),
                    Map.entry("EXTEND", "extension"),
                    Map.entry("REFUSE_EXTENSION", "extension"),
                    Map.entry("DISPOSE", "disposal"),
                    Map.entry("FEED_BACK", "feedback"),
                    Map.entry("RETURN_FOR_REWORK", "rework"));

    private static int serial;

    @Inject DataSource database;

    private final long seed = Long.getLong("mingjian.seed", 20260415L);
    private final Random random = new Random(seed);
    private String instruction;
    private Finding finding;
    private String lead;

    @BeforeEach
    void anAgencyHandsInAFinding() {
        Today.is(DAY);
        instruction = CITY.issues(LocalDate.of(2026, 4, 30), "monitor-sight");
        AGENCY.acknowledges(instruction);
        finding = numbered().make();
        lead = AGENCY.submits(instruction, finding);
    }

    private static Findings numbered() {
        String number = "SIGHT-" + ++serial;
        return aFinding().numbered(number).at("https://yougou.example/" + number);
    }

    @Test
    void whateverBureausDoTheAgencysAnswersStayTheSameToTheByte() {
        CITY.qualifies(lead);
        List<String> before = answers();
        CITY.assigns(lead, "310101");
        Set<String> states = new HashSet<>(Set.of("ASSIGNED"));
        for (int step = 0; step < STEPS; step++) {
            Today.is(DAY.plusDays(step / 4));
            String act = takeAnOpenStep();
            states.add(CITY.sees(lead).getString("lead.state"));
            assertThat(answers()).as("seed %d: after %s", seed, act).isEqualTo(before);
        }
        assertThat(states)
                .as("seed %d: the walk went somewhere", seed)
                .contains("ASSIGNED", "VERIFYING", "DISPOSED", "FEEDBACK_SUBMITTED");
        assertThat(before.get(0)).contains("IN_HANDLING", "办理中");
        finish();
        assertThat(AGENCY.sees(lead).getString("lead.state")).isEqualTo("CLOSED");
        assertThat(tag()).isNotEqualTo(before.get(1));
    }

    /** All that tells the agency of the lead: itself, its tag, the list, the feed. */
    private List<String> answers() {
        ExtractableResponse<Response> one =
                AGENCY.get("/v1/leads/" + lead).statusCode(200).extract();
        return List.of(
                one.asString(),
                one.header("ETag"),
                body("/v1/leads?instructionId=" + instruction),
                body("/v1/leads?state=IN_HANDLING&instructionId=" + instruction),
                body("/v1/leads?updatedSince=2026-04-01T00:00:00Z&instructionId=" + instruction));
    }

    private static String body(String path) {
        return AGENCY.get(path).statusCode(200).extract().asString();
    }

    private String takeAnOpenStep() {
        Desk desk = BUREAUS.get(random.nextInt(BUREAUS.size()));
        List<String> found =
                desk.get("/v1/leads/" + lead).extract().jsonPath().getList("lead.openSteps");
        List<String> open =
                Stream.ofNullable(found).flatMap(List::stream).filter(ACTS::containsKey).toList();
        if (open.isEmpty()) {
            return "nothing";
        }
        String step = open.get(random.nextInt(open.size()));
        desk.tryStep(lead, ACTS.get(step), bodyOf(step));
        return step + " by " + desk.who().name();
    }

    private Object bodyOf(String step) {
        return switch (step) {
            case "ASSIGN" ->
                    Map.of(
                            "districtCode",
                            random.nextInt(3) > 0 ? "310101" : "310115",
                            "reasons",
                            "按实际经营地");
            case "EXTEND" -> Map.of("granted", true, "reasons", "情况属实");
            case "REFUSE_EXTENSION" -> Map.of("granted", false, "reasons", "理由不足");
            case "DISPOSE" -> Desk.aDisposal("CASE_FILED");
            case "FEED_BACK" -> Map.of("summary", "已立案调查");
            case "RECEIVE", "VERIFY" -> Map.of();
            default -> Map.of("reasons", "经办理由");
        };
    }

    private void finish() {
        for (int i = 0; i < 12 && !stateIs("CLOSED"); i++) {
            if (stateIs("QUALIFIED") || stateIs("RETURN_REQUESTED")) {
                CITY.assigns(lead, "310101");
            }
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "收尾"));
            for (Desk officer : List.of(HUANGPU, PUDONG, CITY_HEAD)) {
                officer.tryStep(lead, "disposal", Desk.aDisposal("CASE_FILED"));
                officer.tryStep(lead, "feedback", Map.of("summary", "已办"));
            }
            SECOND.tryStep(lead, "closing", Map.of());
        }
    }

    private boolean stateIs(String state) {
        return state.equals(CITY.sees(lead).getString("lead.state"));
    }

    @Test
    void anAgencyNarrowsByWhatItIsShownAndByNothingFiner() {
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        String fresh = AGENCY.submits(instruction, numbered().make());
        String list = "/v1/leads?instructionId=" + instruction + "&state=";
        AGENCY.get(list + "IN_HANDLING").body("items.id", equalTo(List.of(lead)));
        AGENCY.get(list + "SUBMITTED").body("items.id", equalTo(List.of(fresh)));
        AGENCY.get(list + "CLOSED").statusCode(200).body("items", empty());
        for (LeadState state : ShownStates.SHIPPED.of(ShownState.IN_HANDLING)) {
            AGENCY.get(list + state)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/state"))
                    .body("errors[0].code", equalTo("not-for-this-caller"));
        }
        CITY.get(list + "ASSIGNED").body("items.id", equalTo(List.of(lead)));
        CITY.get(list + "VERIFYING").body("items", empty());
        CITY.get(list + "IN_HANDLING")
                .body("items.id", equalTo(List.of(lead)))
                .body("items[0].state", equalTo("ASSIGNED"));
        HUANGPU.get(list + "IN_HANDLING").body("items.id", equalTo(List.of(lead)));
    }

    @Test
    void theHistoryOfAnAgencyNamesNoFinerStateEither() {
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        assertThat(AGENCY.sees(lead).getList("history.state"))
                .isEqualTo(List.of("SUBMITTED", "IN_HANDLING"));
        assertThat(CITY.sees(lead).getList("history.state"))
                .isEqualTo(List.of("SUBMITTED", "QUALIFIED", "ASSIGNED"));
    }

    @Test
    void tryingStepsTellsAnAgencyNothing() {
        CITY.qualifies(lead);
        AGENCY.tryStep(lead, "supplement", Map.of("finding", finding))
                .statusCode(409)
                .body("state", equalTo("IN_HANDLING"))
                .body("openSteps", empty());
        String before = tried();
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        assertThat(tried()).isEqualTo(before).doesNotContain("RECEIVED", "QUALIFIED");
    }

    /** What an agency is answered that tries what is not its to do, with whatever tag. */
    private String tried() {
        StringBuilder answers = new StringBuilder();
        for (String act : List.of("qualification", "receipt", "verification", "disposal")) {
            Object body =
                    switch (act) {
                        case "qualification" -> Map.of("verdict", "QUALIFIED");
                        case "disposal" -> Desk.aDisposal("CASE_FILED");
                        default -> Map.of();
                    };
            for (int tag = 0; tag < 5; tag++) {
                ValidatableResponse answer =
                        AGENCY.post(
                                "/v1/leads/" + lead + "/" + act,
                                body,
                                "If-Match",
                                "\"" + tag + "\"");
                answers.append(
                        answer.statusCode(403)
                                .body("state", nullValue())
                                .extract()
                                .<String>path("detail"));
            }
        }
        return answers.toString();
    }

    @Test
    void theAgencysOwnTagStillGuardsItsSupplement() {
        String submitted = tag();
        returns();
        String returned = tag();
        assertThat(returned).isNotEqualTo(submitted);
        Map<String, Object> again = Map.of("finding", finding, "reasons", "已补充");
        String path = "/v1/leads/" + lead + "/supplement";
        AGENCY.post(path, again).statusCode(428);
        AGENCY.post(path, again, "If-Match", submitted).statusCode(412);
        AGENCY.post(path, again, "If-Match", returned)
                .statusCode(200)
                .header("ETag", equalTo(tag()))
                .body("lead.state", equalTo("SUBMITTED"));
        returns();
        AGENCY.post(path, again, "If-Match", returned).statusCode(412);
        CITY.tryStep(lead, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "逾期未补正"))
                .statusCode(200);
        AGENCY.post(path, again, "If-Match", returned).statusCode(412);
        AGENCY.tryStep(lead, "supplement", again)
                .statusCode(409)
                .body("state", equalTo("UNQUALIFIED"));
    }

    @Test
    void theFeedOfAnAgencyMovesWithWhatItIsTold() {
        Today.is(DAY.plusDays(1));
        CITY.qualifies(lead);
        String since = "/v1/leads?instructionId=" + instruction + "&updatedSince=";
        AGENCY.get(since + "2026-04-16T00:00:00Z").body("items.id", equalTo(List.of(lead)));
        Today.is(DAY.plusDays(2));
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        HUANGPU.verifies(lead);
        HUANGPU.disposes(lead, "CASE_FILED");
        HUANGPU.feedsBack(lead);
        AGENCY.get(since + "2026-04-17T00:00:00Z").body("items", empty());
        CITY.get(since + "2026-04-17T00:00:00Z").body("items.id", equalTo(List.of(lead)));
        CITY.closes(lead);
        AGENCY.get(since + "2026-04-17T00:00:00Z")
                .body("items.id", equalTo(List.of(lead)))
                .body("items[0].disposalCode", equalTo("CASE_FILED"));
    }

    @Test
    void theDatabaseTellsOlderReplicasTheSameStates() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (LeadState state : LeadState.values()) {
                String told = one(sql, "select lead_state_told('" + state + "')");
                assertThat(ShownStates.SHIPPED.areTold(ShownState.valueOf(told))).isTrue();
                assertThat(ShownStates.SHIPPED.of(ShownState.valueOf(told))).contains(state);
            }
        }
    }

    /** As a replica of the release before moves a lead. */
    @Test
    void whatAnOlderReplicaDoesIsCountedIfTheAgencyIsToldOfIt() throws SQLException {
        CITY.qualifies(lead);
        String move = "update lead set updated_at = now(), version = version + 1, state = '%s'";
        String where = " where cast(id as text) = '" + lead + "'";
        String asked =
                "select agency_version || ' ' || (agency_updated_at = updated_at) from lead"
                        + where;
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.executeUpdate(move.formatted("ASSIGNED") + where);
            assertThat(one(sql, asked)).isEqualTo("1 false");
            sql.executeUpdate(move.formatted("CLOSED") + where);
            assertThat(one(sql, asked)).isEqualTo("2 true");
            connection.rollback();
        }
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void returns() {
        CITY.tryStep(
                        lead,
                        "qualification",
                        Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "缺少商品名"))
                .statusCode(200);
    }

    private String tag() {
        return AGENCY.get("/v1/leads/" + lead).extract().header("ETag");
    }
}
