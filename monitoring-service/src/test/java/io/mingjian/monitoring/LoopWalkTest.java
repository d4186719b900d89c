package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.HUANGPU_HEAD;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.lead.LeadLaw;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Everybody does anything at any time with leads; what the auditor holds of them stays true. Replay
 * with {@code -Dmingjian.seed=…}.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class LoopWalkTest {
    private static final int LEADS = 8;
    private static final int STEPS = 45;
    private static final List<Desk> EVERYBODY =
            List.of(CITY, CITY_HEAD, HUANGPU, HUANGPU_HEAD, PUDONG, JINGWEI, OTHER);

    /** Never writes a feedback, so may check every one. */
    private static final Desk SECOND =
            new Desk(TestCaller.city(Role.REVIEWER).named("city.second"));

    private static final List<String> ACTS =
            List.of(
                    "qualification",
                    "supplement",
                    "assignment",
                    "takeover",
                    "receipt",
                    "return",
                    "verification",
                    "extension-request",
                    "extension",
                    "disposal",
                    "feedback",
                    "rework",
                    "closing");

    @Inject DataSource database;

    private final long seed = Long.getLong("mingjian.seed", 20260415L);
    private final Random random = new Random(seed);

    @Test
    void whateverIsTriedTheLoopsInvariantsHold() {
        LocalDate day = LocalDate.of(2026, 4, 15);
        Today.is(day);
        String instruction = CITY.issues(LocalDate.of(2026, 4, 30), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        for (int i = 0; i < LEADS; i++) {
            Finding finding =
                    aFinding().numbered("WALK-" + i).at("https://walk.example/" + i).make();
            String lead = JINGWEI.submits(instruction, finding);
            for (int step = 0; step < STEPS; step++) {
                Today.is(day.plusDays(i * 2L + step / 6));
                takeAnyStep(lead, finding);
            }
            finish(lead);
        }
        theInvariantsHold(instruction);
    }

    /** Half of the time somebody does what is open, the other half anybody tries anything. */
    private void takeAnyStep(String lead, Finding finding) {
        Desk desk = EVERYBODY.get(random.nextInt(EVERYBODY.size()));
        String act = ACTS.get(random.nextInt(ACTS.size()));
        if (random.nextInt(4) > 0) {
            List<String> open = openTo(desk, lead);
            if (open.isEmpty()) {
                return;
            }
            act = actOf(open.get(random.nextInt(open.size())));
        }
        ValidatableResponse answer = desk.tryStep(lead, act, body(act, finding));
        int status = answer.extract().statusCode();
        assertThat(status)
                .as(
                        "seed %d: %s by %s: %s",
                        seed, act, desk.who().name(), answer.extract().asString())
                .isIn(200, 403, 404, 409, 412, 422);
    }

    private static List<String> openTo(Desk desk, String lead) {
        JsonPath seen = desk.get("/v1/leads/" + lead).extract().jsonPath();
        List<String> open = seen.getList("lead.openSteps");
        return open == null ? List.of() : open;
    }

    private static String actOf(String step) {
        return switch (step) {
            case "QUALIFY", "DISQUALIFY", "MARK_DUPLICATE", "RETURN_FOR_SUPPLEMENT", "REOPEN" ->
                    "qualification";
            case "RESUBMIT" -> "supplement";
            case "ASSIGN" -> "assignment";
            case "TAKE_OVER" -> "takeover";
            case "RECEIVE" -> "receipt";
            case "REQUEST_RETURN" -> "return";
            case "VERIFY" -> "verification";
            case "REQUEST_EXTENSION" -> "extension-request";
            case "EXTEND", "REFUSE_EXTENSION" -> "extension";
            case "DISPOSE" -> "disposal";
            case "FEED_BACK" -> "feedback";
            case "RETURN_FOR_REWORK" -> "rework";
            default -> "closing";
        };
    }

    private Object body(String act, Finding finding) {
        return switch (act) {
            case "qualification" ->
                    Map.of(
                            "verdict",
                            random.nextInt(4) == 0 ? "RETURNED_FOR_SUPPLEMENT" : "QUALIFIED",
                            "despiteEvidence",
                            true,
                            "reasons",
                            "审核意见");
            case "supplement" -> Map.of("finding", finding);
            case "assignment" ->
                    Map.of(
                            "districtCode",
                            random.nextBoolean() ? "310101" : "310115",
                            "reasons",
                            "x");
            case "extension" -> Map.of("granted", random.nextBoolean(), "reasons", "情况属实");
            case "disposal" ->
                    Desk.aDisposal(random.nextBoolean() ? "CASE_FILED" : "ORDERED_CORRECTION");
            case "feedback" -> Map.of("summary", "反馈 " + random.nextInt(1000));
            case "receipt", "verification" -> Map.of();
            default -> Map.of("reasons", "理由 " + random.nextInt(1000));
        };
    }

    /** The shortest way to an end, whoever has the lead. */
    private void finish(String lead) {
        for (int i = 0; i < 12 && !isAtAnEnd(lead); i++) {
            switch (CITY.sees(lead).getString("lead.state")) {
                case "SUBMITTED" -> CITY.qualifies(lead);
                case "RETURNED_FOR_SUPPLEMENT" ->
                        CITY.tryStep(
                                lead,
                                "qualification",
                                Map.of("verdict", "UNQUALIFIED", "reasons", "逾期未补正"));
                case "QUALIFIED" -> CITY.assigns(lead, "310101");
                case "FEEDBACK_SUBMITTED" -> SECOND.closes(lead);
                case "DISPOSED" -> anyOfficer(lead, "feedback", Map.of("summary", "已办"));
                default -> {
                    CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "收尾"));
                    anyOfficer(lead, "disposal", Desk.aDisposal("CASE_FILED"));
                }
            }
        }
        assertThat(isAtAnEnd(lead)).as("seed %d: lead %s", seed, lead).isTrue();
    }

    private static boolean isAtAnEnd(String lead) {
        return List.of("CLOSED", "UNQUALIFIED").contains(CITY.sees(lead).getString("lead.state"));
    }

    private static void anyOfficer(String lead, String act, Object body) {
        for (Desk desk : List.of(HUANGPU, PUDONG, CITY_HEAD)) {
            desk.tryStep(lead, act, body);
        }
    }

    private void theInvariantsHold(String instruction) {
        String these = " l.instruction_id = '" + instruction + "' ";
        none(
                "closed leads without exactly one confirmed round",
                "select l.lead_no from lead l where"
                        + these
                        + "and l.state = 'CLOSED' and 1 <>"
                        + " (select count(*) from disposal d where d.lead_id = l.id and d.check_result = 'CONFIRMED')");
        none(
                "rounds that were confirmed and are not the last",
                "select l.lead_no from lead l join disposal d on d.lead_id = l.id where"
                        + these
                        + "and d.check_result = 'CONFIRMED' and exists (select 1 from disposal e where e.lead_id = l.id and e.round > d.round)");
        none(
                "fed back rounds that nobody checked, of closed leads",
                "select l.lead_no from lead l join disposal d on d.lead_id = l.id where"
                        + these
                        + "and l.state = 'CLOSED' and (d.checked_at is null or d.fed_back_at is null)");
        none(
                "open leads without a clock or ended leads with one",
                "select l.lead_no from lead l where"
                        + these
                        + "and (l.state in ('CLOSED', 'UNQUALIFIED', 'DUPLICATE')) <> (jsonb_array_length(l.clocks -> 'running') = 0)");
        none(
                "running clocks that are not whose-time rows",
                "select l.lead_no from lead l where"
                        + these
                        + "and jsonb_array_length(l.clocks -> 'running') <> (select count(*) from task_time t where t.lead_id = l.id and t.ended_on is null)");
        none(
                "histories with a gap",
                "select l.lead_no from lead l where"
                        + these
                        + "and l.steps <> (select count(*) from lead_entry e where e.lead_id = l.id)");
        none(
                "second returns by one district",
                "select l.lead_no from lead l join assignment a on a.lead_id = l.id and a.return_requested_at is not null where"
                        + these
                        + "group by l.lead_no, a.district_organisation having count(*) > 1");
        none(
                "steps that follow no row of the table",
                "select e.step || ' after ' || p.to_state from lead l join lead_entry e on e.lead_id = l.id join lead_entry p"
                        + " on p.lead_id = l.id and p.ordinal = e.ordinal - 1 where"
                        + these
                        + "and (p.to_state, e.step, e.to_state) not in ("
                        + rowsOfTheTable()
                        + ")");
    }

    private static String rowsOfTheTable() {
        return LeadLaw.PROCEDURE.rows().stream()
                .map(row -> "('%s', '%s', '%s')".formatted(row.from(), row.step(), row.to()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private void none(String what, String sql) {
        assertThat(rows(sql)).as("seed %d: %s", seed, what).isEmpty();
    }

    private List<String> rows(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }
}
