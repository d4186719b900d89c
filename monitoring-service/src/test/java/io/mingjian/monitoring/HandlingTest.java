package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.HUANGPU_HEAD;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.lead.ClockMending;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What bureaus do with leads: assign, take over, ask for time, dispose in rounds. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class HandlingTest {
    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);

    private static int serial;

    @Inject ClockMending mending;
    @Inject DataSource database;

    @BeforeEach
    void itIsTheDayOfIssue() {
        Today.is(DAY);
    }

    @Nested
    class Proposing {
        @Test
        void theProposalNamesEveryRuleAndTheLoadOfEveryDistrict() {
            String lead = qualifiedLead();
            CITY.get("/v1/leads/" + lead + "/assignment-proposal")
                    .statusCode(200)
                    .body("rule", equalTo("ON_PLATFORM_ACTUAL_PLACE"))
                    .body("asked", hasSize(12))
                    .body("asked.answer", everyItem(notNullValue()))
                    .body("asked[0].outcome", equalTo("OTHER_MATTER"))
                    .body("loads.districtCode", hasItem("310151"));
            CITY.get(
                            "/v1/leads/"
                                    + lead
                                    + "/assignment-proposal?matter=OWN_AD&advertiserDistrictCode=310113")
                    .body("rule", equalTo("OWN_AD_ADVERTISER"))
                    .body("districtOrganisation", equalTo("samr-baoshan"));
            CITY.get("/v1/leads/" + lead + "/assignment-proposal?matter=GOSSIP").statusCode(400);
        }

        @Test
        void forAPlaceOutsideTheCityNothingIsProposedAndTheAdviceSaysWhatTheCityDoes() {
            String lead = qualifiedLead();
            CITY.get(
                            "/v1/leads/"
                                    + lead
                                    + "/assignment-proposal?matter=OWN_AD&advertiserDistrictCode=330106")
                    .statusCode(200)
                    .body("found", equalTo(false))
                    .body("outsideCity", equalTo(true))
                    .body("advice", containsString("不在本市"))
                    .body("asked.outcome", not(hasItem("PROPOSED")))
                    .body("asked.outcome", hasItem("NOT_NEEDED"));
            Map<String, Object> outside =
                    Map.of("matter", "OWN_AD", "advertiserDistrictCode", "330106");
            CITY.tryStep(
                            lead,
                            "assignment",
                            Map.of("districtCode", "310101", "advertising", outside))
                    .statusCode(422);
            CITY.tryStep(
                            lead,
                            "assignment",
                            Map.of(
                                    "districtCode",
                                    "310101",
                                    "reasons",
                                    "本市先发现线索",
                                    "advertising",
                                    outside))
                    .statusCode(200);
        }

        @Test
        void theLoadCountsWhatWaitsForADistrictAndWhatIsOverdue() {
            Map<String, Object> before = load("310120");
            String lead = qualifiedLead();
            CITY.assigns(lead, "310120");
            Today.is(DAY.plusDays(10));
            Map<String, Object> after = load("310120");
            assertThat(number(after, "open")).isEqualTo(number(before, "open") + 1);
            assertThat(number(after, "overdue")).isGreaterThan(number(before, "overdue"));
            assertThat(number(after, "oldestDays")).isGreaterThanOrEqualTo(10);
            PUDONG.get("/v1/district-loads").statusCode(403);
            JINGWEI.get("/v1/district-loads").statusCode(403);
        }

        private Map<String, Object> load(String district) {
            return CITY.get("/v1/district-loads")
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("items.find { it.districtCode == '" + district + "' }");
        }

        private static int number(Map<String, Object> load, String name) {
            return ((Number) load.get(name)).intValue();
        }
    }

    @Nested
    class Batches {
        @Test
        void manyLeadsAreAssignedAtOnceWithAnOutcomeForEach() {
            String good = qualifiedLead();
            String unexplained = qualifiedLead();
            String stale = qualifiedLead();
            Map<String, Object> body =
                    Map.of(
                            "items",
                            List.of(
                                    item(good, version(good), "310101", null),
                                    item(unexplained, version(unexplained), "310115", null),
                                    item(stale, 77, "310101", null),
                                    item(UUID.randomUUID().toString(), 1, "310101", null)));
            CITY.post("/v1/lead-assignments", body, "Idempotency-Key", "batch-" + good)
                    .statusCode(207)
                    .body("assigned", equalTo(1))
                    .body("items.status", equalTo(List.of(200, 422, 412, 404)))
                    .body("items[1].problem.errors[0].pointer", equalTo("/reasons"));
            CITY.post("/v1/lead-assignments", body, "Idempotency-Key", "batch-" + good)
                    .statusCode(207)
                    .body("assigned", equalTo(1));
            assertThat(CITY.sees(good).getString("lead.state")).isEqualTo("ASSIGNED");
            assertThat(CITY.sees(unexplained).getString("lead.state")).isEqualTo("QUALIFIED");
            HUANGPU.get("/v1/leads/" + good).statusCode(200);
            CITY.get("/v1/assignments?leadId=" + good).body("items", hasSize(1));
        }

        @Test
        void anItemThatIsNoneIsPointedAt() {
            List<Object> items = new ArrayList<>();
            items.add(null);
            CITY.post("/v1/lead-assignments", Map.of("items", items))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/items/0"));
        }

        @Test
        void moreThanAHundredAreRefused() {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < 101; i++) {
                items.add(item(UUID.randomUUID().toString(), 0, "310101", null));
            }
            CITY.post("/v1/lead-assignments", Map.of("items", items)).statusCode(422);
        }

        @Test
        void onlyTheCityAssigns() {
            new Desk(TestCaller.huangpu(Role.REVIEWER))
                    .post(
                            "/v1/lead-assignments",
                            Map.of("items", List.of(item(qualifiedLead(), 1, "310101", null))))
                    .statusCode(403);
        }

        private Map<String, Object> item(String lead, int version, String district, String why) {
            Map<String, Object> item = new HashMap<>();
            item.put("leadId", lead);
            item.put("version", version);
            item.put("districtCode", district);
            item.put("reasons", why);
            return item;
        }

        private int version(String lead) {
            String tag = CITY.get("/v1/leads/" + lead).extract().header("ETag");
            return Integer.parseInt(tag.replace("\"", ""));
        }
    }

    @Test
    void anUnreceivedLeadGoesToAnotherDistrictWithReasonsAndNotToTheSame() {
        String lead = qualifiedLead();
        CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101", "reasons", "黄浦办过同一店铺"))
                .statusCode(200);
        CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101"))
                .statusCode(409)
                .body("code", equalTo("assigned-there-already"));
        CITY.tryStep(lead, "assignment", Map.of("districtCode", "310115", "reasons", "平台住所地在浦东"))
                .statusCode(200);
        HUANGPU.get("/v1/leads/" + lead).statusCode(404);
        PUDONG.receives(lead);
        HUANGPU.get("/v1/assignments?leadId=" + lead)
                .body("items[0].reasons", equalTo("黄浦办过同一店铺"))
                .body("items[0].ending", equalTo("REASSIGNED"))
                .body("items[0].endingReasons", nullValue());
        CITY.get("/v1/assignments?leadId=" + lead)
                .body("items[0].endingReasons", equalTo("平台住所地在浦东"));
        assertThat(
                        rows(
                                "select holder from task_time where lead_id = '"
                                        + lead
                                        + "' and task = 'RECEIPT' order by started_at, ended_at"))
                .containsExactly("samr-huangpu", "samr-pudong");
    }

    @Test
    void aDistrictReadsWhyTheLeadIsItsOwnAndNotWhyItWasAnothers() {
        String lead = qualifiedLead();
        assigns(lead, "310101", "黄浦办过同一店铺");
        assigns(lead, "310115", "平台住所地在浦东");
        assertThat(reasonsOfAssignments(PUDONG, lead)).containsExactly(null, "平台住所地在浦东");
        PUDONG.receives(lead);
        PUDONG.tryStep(lead, "return", Map.of("reasons", "实际经营地在黄浦")).statusCode(200);
        assigns(lead, "310101", "经核实在黄浦");
        assertThat(reasonsOfAssignments(HUANGPU, lead)).containsExactly(null, null, "经核实在黄浦");
        HUANGPU.receives(lead);
        HUANGPU.tryStep(lead, "return", Map.of("reasons", "已迁往浦东")).statusCode(200);
        assigns(lead, "310115", "确已迁往浦东");
        assertThat(reasonsOfAssignments(PUDONG, lead))
                .as("what it had before is its own too")
                .containsExactly(null, "平台住所地在浦东", null, "确已迁往浦东");
        assertThat(CITY.sees(lead).getList("history.findAll { it.step == 'ASSIGN' }.reasons"))
                .containsExactly("黄浦办过同一店铺", "平台住所地在浦东", "经核实在黄浦", "确已迁往浦东");
    }

    private static void assigns(String lead, String district, String reasons) {
        CITY.tryStep(lead, "assignment", Map.of("districtCode", district, "reasons", reasons))
                .statusCode(200);
    }

    private static List<String> reasonsOfAssignments(Desk reader, String lead) {
        assertThat(
                        reader.sees(lead)
                                .getList("history.findAll { it.step == 'ASSIGN' }.organisation"))
                .as("that the city assigned is told")
                .containsOnly("samr-shanghai");
        return reader.sees(lead).getList("history.findAll { it.step == 'ASSIGN' }.reasons");
    }

    @Nested
    class TakingOver {
        @Test
        void theCityHeadTakesALeadOverWithReasonsAndTheClockRunsOn() {
            String lead = verifyingLead();
            String due = CITY.sees(lead).getString("lead.clocks[0].dueOn");
            CITY.tryStep(lead, "takeover", Map.of("reasons", "x")).statusCode(403);
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", " ")).statusCode(422);
            Today.is(LocalDate.of(2026, 5, 20));
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
            JsonPath taken = CITY.sees(lead);
            assertThat(taken.getString("lead.state")).isEqualTo("VERIFYING");
            assertThat(taken.getString("lead.clocks[0].limit")).isEqualTo("VERIFICATION");
            assertThat(taken.getString("lead.clocks[0].dueOn")).isEqualTo(due);
            assertThat(
                            rows(
                                    "select holder || ' ' || (ended_on is not null and ended_on > due_on) from task_time"
                                            + " where lead_id = '"
                                            + lead
                                            + "' and task = 'VERIFICATION' order by started_on"))
                    .as("the district's lateness stays with the district")
                    .containsExactly("samr-huangpu true", "samr-shanghai false");
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "再次")).statusCode(409);
        }

        @Test
        void whatLiesOutsideTheCityIsTakenOverUnassignedAndHandedOverByTheCityItself() {
            String lead = qualifiedLead();
            CITY.get(
                            "/v1/leads/"
                                    + lead
                                    + "/assignment-proposal?matter=OWN_AD&advertiserDistrictCode=330106")
                    .body("outsideCity", equalTo(true))
                    .body("advice", containsString("提级办理"));
            String told = JINGWEI.get("/v1/leads/" + lead).extract().asString();
            CITY.tryStep(lead, "takeover", Map.of("reasons", "经营地在杭州")).statusCode(403);
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", " ")).statusCode(422);
            Today.is(DAY.plusDays(1));
            CITY_HEAD
                    .tryStep(lead, "takeover", Map.of("reasons", "经营地在杭州"))
                    .statusCode(200)
                    .body("lead.state", equalTo("VERIFYING"))
                    .body("lead.districtOrganisation", nullValue())
                    .body("lead.clocks.limit", equalTo(List.of("VERIFICATION")))
                    .body("lead.clocks[0].startedOn", equalTo("2026-04-16"));
            CITY.get("/v1/assignments?leadId=" + lead).body("items", hasSize(0));
            assertThat(
                            rows(
                                    "select task || ' ' || holder || ' ' || coalesce(ended_by, 'runs') from task_time"
                                            + " where task <> 'QUALITY_REVIEW' and lead_id = '"
                                            + lead
                                            + "' order by task"))
                    .as("nobody is late with a receipt that was not his")
                    .containsExactly(
                            "ASSIGNMENT samr-shanghai TAKE_OVER",
                            "VERIFICATION samr-shanghai runs");
            assertThat(rows("select holder from lead where id = '" + lead + "'"))
                    .containsExactly("samr-shanghai");
            HUANGPU.get("/v1/leads/" + lead).statusCode(404);
            CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101", "reasons", "改派"))
                    .statusCode(409);
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "再次")).statusCode(409);

            Map<String, Object> handOver =
                    Map.of(
                            "code", "TRANSFERRED_JURISDICTION",
                            "reasons", "实际经营地在杭州市西湖区",
                            "agency", "杭州市西湖区市场监督管理局",
                            "documentNo", "沪市监移〔2026〕3 号");
            CITY_HEAD.tryStep(lead, "disposal", handOver).statusCode(200);
            CITY_HEAD.feedsBack(lead);
            assertThat(JINGWEI.get("/v1/leads/" + lead).extract().asString()).isEqualTo(told);
            CITY.closes(lead);
            CITY.get("/v1/leads/" + lead + "/disposals")
                    .body("districtOrganisation", equalTo(List.of("samr-shanghai")))
                    .body("[0].measures[0].agency", equalTo("杭州市西湖区市场监督管理局"))
                    .body("checkResult", equalTo(List.of("CONFIRMED")));
            CITY.get("/v1/leads/" + lead + "/assignment-notice").statusCode(404);
        }

        @Test
        void afterItTheDistrictOnlyLooksAndTheCityDisposes() {
            String lead = verifyingLead();
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
            assertThat(HUANGPU.sees(lead).getList("lead.openSteps")).isEmpty();
            HUANGPU.tryStep(lead, "disposal", Desk.aDisposal("CASE_FILED")).statusCode(409);
            HUANGPU.get("/v1/assignments?leadId=" + lead)
                    .body("items[0].ending", equalTo("TAKEN_OVER"));
            String before = HUANGPU.get("/v1/leads/" + lead).extract().header("ETag");
            CITY_HEAD.disposes(lead, "CASE_FILED");
            assertThat(HUANGPU.sees(lead).getString("lead.state")).isEqualTo("DISPOSED");
            assertThat(HUANGPU.get("/v1/leads/" + lead).extract().header("ETag"))
                    .as("that the city decided is told")
                    .isNotEqualTo(before);
            assertThat(disposalCodes(CITY, lead)).containsExactly("CASE_FILED", "CASE_FILED");
            assertThat(disposalCodes(HUANGPU, lead))
                    .as("what it decided is not")
                    .containsExactly(null, null);
            CITY_HEAD.feedsBack(lead);
            Desk both =
                    new Desk(
                            TestCaller.city(Role.HEAD, Role.HANDLER, Role.REVIEWER)
                                    .named("city.head"));
            both.tryStep(lead, "closing", Map.of())
                    .statusCode(403)
                    .body("code", equalTo("own-feedback"));
            assertThat(disposalCodes(JINGWEI, lead)).containsExactly(null, null);
            CITY.closes(lead);
            assertThat(JINGWEI.sees(lead).prettify())
                    .doesNotContain("TAKE_OVER")
                    .doesNotContain("涉及面广");
            assertThat(disposalCodes(JINGWEI, lead)).containsExactly("CASE_FILED", "CASE_FILED");
            assertThat(HUANGPU.sees(lead).prettify()).doesNotContain("CASE_FILED");
        }

        /** As a reader finds it at the lead and in the list. */
        private static List<String> disposalCodes(Desk reader, String lead) {
            JsonPath seen = reader.sees(lead);
            String listed =
                    reader.get("/v1/leads?instructionId=" + seen.getString("lead.instructionId"))
                            .statusCode(200)
                            .extract()
                            .path("items.find { it.id == '" + lead + "' }.disposalCode");
            return Arrays.asList(seen.getString("lead.disposalCode"), listed);
        }

        @Test
        void whyTheCityTookItOverIsTheCitysAtBothDoors() {
            String lead = verifyingLead();
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "区局与商户有牵连")).statusCode(200);
            String entry = "history.find { it.step == 'TAKE_OVER' }";
            assertThat(HUANGPU.sees(lead).getString(entry + ".organisation"))
                    .as("that it was taken over is told")
                    .isEqualTo("samr-shanghai");
            assertThat(HUANGPU.sees(lead).getString(entry + ".reasons")).isNull();
            assertThat(HUANGPU.sees(lead).prettify()).doesNotContain("牵连");
            assertThat(HUANGPU.get("/v1/assignments?leadId=" + lead).extract().asString())
                    .contains("TAKEN_OVER")
                    .doesNotContain("牵连");
            assertThat(CITY.sees(lead).getString(entry + ".reasons")).isEqualTo("区局与商户有牵连");
            CITY.get("/v1/assignments?leadId=" + lead)
                    .body("items[0].endingReasons", equalTo("区局与商户有牵连"));
        }

        @Test
        void beforeTheReceiptTheVerificationBeginsWithIt() {
            String lead = qualifiedLead();
            CITY.assigns(lead, "310101");
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
            assertThat(CITY.sees(lead).getString("lead.clocks[0].limit")).isEqualTo("VERIFICATION");
            HUANGPU.tryStep(lead, "receipt", null).statusCode(409);
        }

        @Test
        void afterTheDisposalTheDecisionStandsAndTheFeedbackIsTheCitysWithItsClock() {
            String lead = verifyingLead();
            HUANGPU.disposes(lead, "CASE_FILED");
            String due = CITY.sees(lead).getString("lead.clocks[0].dueOn");
            Today.is(LocalDate.of(2026, 4, 22));
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "区局逾期未反馈")).statusCode(200);
            JsonPath taken = CITY.sees(lead);
            assertThat(taken.getString("lead.state")).isEqualTo("DISPOSED");
            assertThat(taken.getList("lead.clocks.limit")).isEqualTo(List.of("FEEDBACK"));
            assertThat(taken.getString("lead.clocks[0].dueOn")).isEqualTo(due);
            assertThat(
                            rows(
                                    "select holder || ' ' || due_on || ' ' || coalesce(cast(ended_on as text), 'runs')"
                                            + " from task_time where lead_id = '"
                                            + lead
                                            + "' and task = 'FEEDBACK' order by started_on"))
                    .as("the district's lateness stays with the district")
                    .containsExactly(
                            "samr-huangpu " + due + " 2026-04-22",
                            "samr-shanghai " + due + " runs");
            HUANGPU.tryStep(lead, "feedback", Map.of("summary", "迟到的反馈")).statusCode(409);
            CITY_HEAD.tryStep(lead, "disposal", Desk.aDisposal("CASE_FILED")).statusCode(409);
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "再次")).statusCode(409);
            CITY_HEAD.tryStep(lead, "feedback", Map.of("summary", "市局代为反馈")).statusCode(200);
            CITY.tryStep(lead, "rework", Map.of("reasons", "反馈材料不全")).statusCode(200);
            CITY_HEAD.feedsBack(lead);
            CITY.closes(lead);
            CITY.get("/v1/leads/" + lead + "/disposals")
                    .body("districtOrganisation", equalTo(List.of("samr-huangpu", "samr-huangpu")))
                    .body("feedbackOrganisation", everyItem(equalTo("samr-shanghai")))
                    .body("feedback[0]", equalTo("市局代为反馈"))
                    .body("checkReasons[0]", equalTo("反馈材料不全"))
                    .body("checkResult", equalTo(List.of("REWORK", "CONFIRMED")));
            assertThat(
                            HUANGPU.get("/v1/leads/" + lead + "/disposals")
                                    .body("reasons[0]", containsString("现场核查属实"))
                                    .body("feedback", everyItem(nullValue()))
                                    .body("feedbackForm", everyItem(nullValue()))
                                    .extract()
                                    .asString())
                    .as("the decision is the district's, the feedback and its check are not")
                    .doesNotContain("市局代为反馈", "反馈材料不全");
            assertThat(HUANGPU.sees(lead).prettify())
                    .as("nor does the history tell it")
                    .contains("FEED_BACK", "RETURN_FOR_REWORK", "现场核查属实")
                    .doesNotContain("市局代为反馈", "反馈材料不全");
            assertThat(disposalCodes(HUANGPU, lead))
                    .as("its own decision stands and is told")
                    .containsExactly("CASE_FILED", "CASE_FILED");
            HUANGPU.get("/v1/leads/" + lead + "/feedback-form").statusCode(404);
            HUANGPU.get("/v1/leads/" + lead + "/feedback-form?round=1").statusCode(404);
            CITY.get("/v1/leads/" + lead + "/feedback-form").statusCode(202);
            assertThat(
                            rows(
                                    "select o.addressee || ' ' || (o.facts ->> 'decidedBy') from paper_order o"
                                            + " join disposal d on d.id = o.subject_id"
                                            + " where o.kind = 'FEEDBACK_FORM' and d.lead_id = '"
                                            + lead
                                            + "'"))
                    .as(
                            "the form is printed as the city's, and the decision on it as the district's")
                    .containsExactly("samr-shanghai 上海市黄浦区市场监督管理局");
        }

        @Test
        void afterTheFeedbackNothingIsLeftToTakeOver() {
            String lead = fedBackLead();
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(409);
        }

        @Test
        void afterAReworkTheVerificationDoesNotBeginAnew() {
            String lead = fedBackLead();
            CITY.tryStep(lead, "rework", Map.of("reasons", "材料不全")).statusCode(200);
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
            assertThat(CITY.sees(lead).getList("lead.clocks.limit")).isEqualTo(List.of("REWORK"));
            assertThat(disposalCodes(HUANGPU, lead)).containsExactly("CASE_FILED", "CASE_FILED");
            CITY_HEAD.disposes(lead, "ORDERED_CORRECTION");
            assertThat(disposalCodes(HUANGPU, lead))
                    .as("the decision that stands now is the city's")
                    .containsExactly(null, null);
            CITY_HEAD.feedsBack(lead);
            CITY.closes(lead);
            CITY.get("/v1/leads/" + lead + "/disposals")
                    .body("districtOrganisation", equalTo(List.of("samr-huangpu", "samr-shanghai")))
                    .body("checkResult", equalTo(List.of("REWORK", "CONFIRMED")));
        }
    }

    @Nested
    class Extending {
        @Test
        void anOfficerAsksAndAnotherPersonHeadsTheBureauAndGrants() {
            String lead = verifyingLead();
            HUANGPU.tryStep(lead, "extension-request", Map.of()).statusCode(422);
            HUANGPU_HEAD
                    .tryStep(lead, "extension", Map.of("granted", true, "reasons", "同意"))
                    .statusCode(409)
                    .body("code", equalTo("not-requested"));
            HUANGPU.tryStep(lead, "extension-request", Map.of("reasons", "需外地协查")).statusCode(200);
            HUANGPU.tryStep(lead, "extension-request", Map.of("reasons", "再申请"))
                    .statusCode(409)
                    .body("code", equalTo("requested-already"));
            HUANGPU_HEAD
                    .tryStep(lead, "extension", Map.of("granted", true, "reasons", "情况属实"))
                    .statusCode(200)
                    .body("lead.clocks.limit", equalTo(List.of("VERIFICATION_EXTENDED")))
                    .body("lead.clocks[0].startedOn", equalTo("2026-04-15"))
                    .body("lead.openSteps", not(hasItem("EXTEND")));
            HUANGPU.tryStep(lead, "extension-request", Map.of("reasons", "再延长")).statusCode(409);
            HUANGPU.get("/v1/leads/" + lead + "/extensions")
                    .body("granted", equalTo(List.of(true)));
        }

        @Test
        void whoAskedDoesNotDecide() {
            String lead = verifyingLead();
            HUANGPU_HEAD
                    .tryStep(lead, "extension-request", Map.of("reasons", "需外地协查"))
                    .statusCode(200);
            HUANGPU_HEAD
                    .tryStep(lead, "extension", Map.of("granted", true, "reasons", "同意"))
                    .statusCode(403)
                    .body("code", equalTo("own-request"));
            new Desk(TestCaller.huangpu(Role.HEAD).named("huangpu.deputy"))
                    .tryStep(lead, "extension", Map.of("granted", false, "reasons", "理由不足"))
                    .statusCode(200)
                    .body("lead.clocks.limit", equalTo(List.of("VERIFICATION")));
        }

        @Test
        void aRequestThatTheDisposalOrTheTakingOverOvertakesIsEndedByIt() {
            String disposed = verifyingLead();
            HUANGPU.tryStep(disposed, "extension-request", Map.of("reasons", "需外地协查"))
                    .statusCode(200);
            HUANGPU.disposes(disposed, "CASE_FILED");
            HUANGPU.get("/v1/leads/" + disposed + "/extensions")
                    .body("granted", equalTo(List.of(false)))
                    .body("[0].decidedAt", notNullValue())
                    .body("[0].decisionReasons", containsString("已处置"));

            String taken = verifyingLead();
            HUANGPU_HEAD
                    .tryStep(taken, "extension-request", Map.of("reasons", "需外地协查"))
                    .statusCode(200);
            CITY_HEAD.tryStep(taken, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
            HUANGPU.get("/v1/leads/" + taken + "/extensions")
                    .body("granted", equalTo(List.of(false)))
                    .body("[0].decisionReasons", containsString("已提级办理"));
            CITY_HEAD
                    .tryStep(taken, "extension-request", Map.of("reasons", "需外地协查"))
                    .statusCode(200);
            new Desk(TestCaller.city(Role.HEAD).named("city.deputy"))
                    .tryStep(taken, "extension", Map.of("granted", true, "reasons", "情况属实"))
                    .statusCode(200);
            CITY.get("/v1/leads/" + taken + "/extensions")
                    .body("granted", equalTo(List.of(false, true)));
        }

        @Test
        void afterTheTermNothingIsExtended() {
            String lead = verifyingLead();
            Today.is(LocalDate.of(2026, 6, 1));
            HUANGPU.tryStep(lead, "extension-request", Map.of("reasons", "需外地协查"))
                    .statusCode(409)
                    .body("code", equalTo("term-over"));
        }
    }

    @Nested
    class Disposing {
        @Test
        void aCodeDemandsItsNumber() {
            String lead = verifyingLead();
            HUANGPU.tryStep(lead, "disposal", Map.of("code", "CASE_FILED", "reasons", "属实"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/caseNo"));
            List<Object> none = new ArrayList<>();
            none.add(null);
            HUANGPU.tryStep(
                            lead,
                            "disposal",
                            Map.of(
                                    "code",
                                    "ADMINISTRATIVE_INTERVIEW",
                                    "reasons",
                                    "属实",
                                    "furtherMeasures",
                                    none))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/furtherMeasures/0"));
            HUANGPU.tryStep(
                            lead,
                            "disposal",
                            Map.of(
                                    "code",
                                    "ADMINISTRATIVE_INTERVIEW",
                                    "reasons",
                                    "属实",
                                    "furtherMeasures",
                                    List.of(Map.of("code", "TRANSFERRED_POLICE"))))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/furtherMeasures/0/agency"))
                    .body("errors.pointer", hasItem("/furtherMeasures/0/documentNo"));
            assertThat(CITY.sees(lead).getString("lead.state")).isEqualTo("VERIFYING");
        }

        @Test
        void aDuplicateNamesALeadThatTheBureauKnowsAndThatIsDisposedOf() {
            String earlier = verifyingLead();
            String lead = verifyingLead();
            String ofPudong = qualifiedLead();
            CITY.assigns(ofPudong, "310115");
            refusesAsDuplicate(lead, "XS2026-monitor-jingwei-99999", "unknown-lead");
            refusesAsDuplicate(lead, number(ofPudong), "unknown-lead");
            refusesAsDuplicate(lead, number(lead), "same-lead");
            refusesAsDuplicate(lead, number(earlier), "not-disposed");

            HUANGPU.disposes(earlier, "CASE_FILED");
            HUANGPU.tryStep(lead, "disposal", duplicateOf(number(earlier))).statusCode(200);
            HUANGPU.get("/v1/leads/" + lead + "/disposals")
                    .body("[0].measures[0].leadNo", equalTo(number(earlier)));
        }

        @Test
        void aForeignNumberAnswersLikeAnUnknownOne() {
            String lead = verifyingLead();
            String foreign = qualifiedLead();
            CITY.assigns(foreign, "310115");
            assertThat(detailOfDuplicate(lead, number(foreign)))
                    .isEqualTo(detailOfDuplicate(lead, "XS2026-monitor-jingwei-99998"));
        }

        @Test
        void leadsAreNotDisposedOfAsDuplicatesOfEachOther() {
            String one = verifyingLead();
            String two = verifyingLead();
            String three = verifyingLead();
            HUANGPU.disposes(one, "CASE_FILED");
            HUANGPU.tryStep(two, "disposal", duplicateOf(number(one))).statusCode(200);
            HUANGPU.tryStep(three, "disposal", duplicateOf(number(two))).statusCode(200);
            HUANGPU.feedsBack(one);
            CITY.tryStep(one, "rework", Map.of("reasons", "材料不全")).statusCode(200);
            refusesAsDuplicate(one, number(two), "circular");
            refusesAsDuplicate(one, number(three), "circular");
            HUANGPU.tryStep(
                            one,
                            "disposal",
                            Map.of(
                                    "code",
                                    "ADMINISTRATIVE_INTERVIEW",
                                    "reasons",
                                    "属实",
                                    "furtherMeasures",
                                    List.of(Map.of("code", "DUPLICATE", "leadNo", number(three)))))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/furtherMeasures/0/leadNo"));
            HUANGPU.disposes(one, "ORDERED_CORRECTION");
        }

        private String number(String lead) {
            return CITY.sees(lead).getString("lead.leadNo");
        }

        private Map<String, Object> duplicateOf(String leadNo) {
            return Map.of("code", "DUPLICATE", "reasons", "同一页面已处置", "leadNo", leadNo);
        }

        private void refusesAsDuplicate(String lead, String leadNo, String code) {
            HUANGPU.tryStep(lead, "disposal", duplicateOf(leadNo))
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/leadNo")))
                    .body("errors[0].code", equalTo(code));
        }

        private String detailOfDuplicate(String lead, String leadNo) {
            return HUANGPU.tryStep(lead, "disposal", duplicateOf(leadNo))
                    .statusCode(422)
                    .extract()
                    .path("errors[0].detail");
        }

        /** What passed these doors once could never be read again, and the lead was stuck. */
        @Test
        void anAmountThatNobodyCanOweIsRefusedAndTheLargestComesBackToTheFen() {
            String lead = verifyingLead();
            for (String amount : List.of("1e400", "1e2147483647", "1e17", "0.001")) {
                Map<String, Object> body = new HashMap<>(Desk.aDisposal("CASE_FILED"));
                body.put("amount", new BigDecimal(amount));
                body.put(
                        "furtherMeasures",
                        List.of(
                                Map.of(
                                        "code",
                                        "ADMINISTRATIVE_INTERVIEW",
                                        "amount",
                                        new BigDecimal(amount))));
                HUANGPU.tryStep(lead, "disposal", body)
                        .statusCode(422)
                        .body("errors.code", equalTo(List.of("yuan", "yuan")))
                        .body(
                                "errors.pointer",
                                containsInAnyOrder("/amount", "/furtherMeasures/0/amount"));
            }
            BigDecimal most = new BigDecimal("9999999999999.99");
            Map<String, Object> body = new HashMap<>(Desk.aDisposal("CASE_FILED"));
            body.put("amount", most);
            HUANGPU.tryStep(lead, "disposal", body).statusCode(200);
            for (String amount : List.of("1e400", "1e2147483647", "1e17", "0.001")) {
                Map<String, Object> form =
                        Map.of("summary", "已罚款", "amountFined", new BigDecimal(amount));
                HUANGPU.tryStep(lead, "feedback", form)
                        .statusCode(422)
                        .body("errors.pointer", equalTo(List.of("/amountFined")));
            }
            HUANGPU.tryStep(lead, "feedback", Map.of("summary", "已罚款", "amountFined", most))
                    .statusCode(200);
            JsonPath rounds =
                    HUANGPU.get("/v1/leads/" + lead + "/disposals")
                            .statusCode(200)
                            .extract()
                            .jsonPath(
                                    new JsonPathConfig(
                                            JsonPathConfig.NumberReturnType.BIG_DECIMAL));
            assertThat(rounds.<BigDecimal>get("[0].measures[0].amount")).isEqualByComparingTo(most);
            assertThat(rounds.<BigDecimal>get("[0].feedbackForm.amountFined"))
                    .isEqualByComparingTo(most);
            CITY.closes(lead);
        }

        @Test
        void aDisposalHasSeveralMeasuresAndAFeedbackForm() {
            String lead = verifyingLead();
            Map<String, Object> body = new HashMap<>(Desk.aDisposal("CASE_FILED"));
            body.put(
                    "furtherMeasures",
                    List.of(
                            Map.of("code", "ADMINISTRATIVE_INTERVIEW", "reasons", "约谈平台"),
                            Map.of(
                                    "code",
                                    "ORDERED_CORRECTION",
                                    "documentNo",
                                    "责改 1 号",
                                    "amount",
                                    0)));
            HUANGPU.tryStep(lead, "disposal", body).statusCode(200);
            HUANGPU.tryStep(
                            lead,
                            "feedback",
                            Map.of(
                                    "summary", "已立案",
                                    "rectification", "已下架",
                                    "amountFined", 5000,
                                    "goods", "教程 3 件",
                                    "publishedOn", "2026-04-15"))
                    .statusCode(200);
            HUANGPU.get("/v1/leads/" + lead + "/disposals")
                    .body(
                            "[0].measures.code",
                            equalTo(
                                    List.of(
                                            "CASE_FILED",
                                            "ADMINISTRATIVE_INTERVIEW",
                                            "ORDERED_CORRECTION")))
                    .body("[0].measures.confirmsViolation", equalTo(List.of("YES", "OPEN", "YES")))
                    .body("[0].measures[2].reasons", equalTo("现场核查属实，依法立案"))
                    .body("[0].feedbackForm.amountFined", equalTo(5000))
                    .body("[0].feedbackForm.rectification", equalTo("已下架"));
        }

        @Test
        void whatWasPublishedWasDecidedBefore() {
            String lead = verifyingLead();
            Today.is(DAY.plusDays(5));
            Map<String, Object> old = new HashMap<>(Desk.aDisposal("NO_CASE_FIRST_OFFENCE"));
            old.put("decidedOn", "1999-01-01");
            HUANGPU.tryStep(lead, "disposal", old)
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/decidedOn")))
                    .body("errors.code", equalTo(List.of("before-the-lead")));
            old.put("decidedOn", DAY.plusDays(3).toString());
            HUANGPU.tryStep(lead, "disposal", old).statusCode(200);
            refusesAsPublished(lead, DAY.plusDays(2), "before-the-decision");
            refusesAsPublished(lead, DAY.plusDays(6), "in-the-future");
            refusesAsPublished(lead, LocalDate.of(99999, 1, 1), "in-the-future");
            HUANGPU.tryStep(
                            lead,
                            "feedback",
                            Map.of("summary", "已公示", "publishedOn", DAY.plusDays(3).toString()))
                    .statusCode(200);
        }

        private void refusesAsPublished(String lead, LocalDate day, String code) {
            HUANGPU.tryStep(
                            lead,
                            "feedback",
                            Map.of("summary", "已公示", "publishedOn", day.toString()))
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/publishedOn")))
                    .body("errors.code", equalTo(List.of(code)));
        }

        @Test
        void eachReworkIsARoundOfItsOwnAlsoIfOnlyTheFeedbackIsMadeAnew() {
            String lead = fedBackLead();
            CITY.tryStep(lead, "rework", Map.of("reasons", "反馈不完整")).statusCode(200);
            HUANGPU.tryStep(lead, "feedback", Map.of("summary", "第二次反馈")).statusCode(200);
            CITY.tryStep(lead, "rework", Map.of("reasons", "处置不当")).statusCode(200);
            HUANGPU.disposes(lead, "ORDERED_CORRECTION");
            HUANGPU.feedsBack(lead);
            CITY.closes(lead);
            CITY.get("/v1/leads/" + lead + "/disposals")
                    .body("round", equalTo(List.of(1, 2, 3)))
                    .body(
                            "feedback",
                            equalTo(List.of("已立案调查，店铺已下架相关商品", "第二次反馈", "已立案调查，店铺已下架相关商品")))
                    .body("checkReasons", equalTo(Arrays.asList("反馈不完整", "处置不当", null)))
                    .body("restsOnRound", equalTo(Arrays.asList(null, 1, null)))
                    .body("checkResult", equalTo(List.of("REWORK", "REWORK", "CONFIRMED")));
        }
    }

    @Nested
    class Mending {
        /** As the version before left it: no clock, no holder's time. */
        @Test
        void leadsOfTheVersionBeforeGetTheirClocks() throws SQLException {
            String qualified = qualifiedLead();
            String fedBack = fedBackLead();
            String verifying = verifyingLead();
            for (String lead : List.of(qualified, fedBack)) {
                run(
                        "update lead set clocks = '{\"running\": []}', due_on = null where id = '"
                                + lead
                                + "'");
            }
            for (String lead : List.of(qualified, fedBack, verifying)) {
                run("delete from task_time where lead_id = '" + lead + "'");
            }
            Today.is(DAY.plusDays(5));
            mending.mend().await().atMost(Duration.ofMinutes(2));
            assertThat(clock(qualified)).isEqualTo("ASSIGNMENT 2026-04-20");
            assertThat(clock(fedBack)).isEqualTo("CHECK 2026-04-20");
            assertThat(clock(verifying)).isEqualTo("VERIFICATION 2026-04-15");
            assertThat(
                            rows(
                                    "select task || ' ' || holder from task_time where ended_on is null and lead_id in ('"
                                            + qualified
                                            + "','"
                                            + fedBack
                                            + "','"
                                            + verifying
                                            + "') order by 1"))
                    .containsExactly(
                            "ASSIGNMENT samr-shanghai",
                            "CHECK samr-shanghai",
                            "VERIFICATION samr-huangpu");
            mending.mend().await().atMost(Duration.ofMinutes(2));
            assertThat(
                            rows(
                                    "select count(*) || '' from task_time where lead_id = '"
                                            + qualified
                                            + "'"))
                    .containsExactly("1");
            CITY.assigns(qualified, "310101");
            CITY.closes(fedBack);
        }

        /** As an older replica leaves it that still works beside this one. */
        @Test
        void aClockThatAnOlderReplicaTurnedIsKeptTrue() throws SQLException {
            String lead = qualifiedLead();
            run(
                    "update task_time set task = 'QUALITY_REVIEW' where ended_on is null and lead_id = '"
                            + lead
                            + "'");
            mending.mend().await().atMost(Duration.ofMinutes(2));
            assertThat(
                            rows(
                                    "select task || ' ' || coalesce(ended_by, 'runs') from task_time where lead_id = '"
                                            + lead
                                            + "' order by task, ended_by"))
                    .containsExactly(
                            "ASSIGNMENT runs", "QUALITY_REVIEW -", "QUALITY_REVIEW QUALIFY");
        }

        private String clock(String lead) {
            JsonPath seen = CITY.sees(lead);
            return seen.getString("lead.clocks[0].limit")
                    + " "
                    + seen.getString("lead.clocks[0].startedOn");
        }
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
            throw new IllegalStateException(broken);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String qualifiedLead() {
        String number = "H-" + ++serial;
        String instruction = CITY.issues(LocalDate.of(2026, 4, 30), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        String lead =
                JINGWEI.submits(
                        instruction,
                        aFinding().numbered(number).at("https://yougou.example/" + number).make());
        CITY.qualifies(lead);
        return lead;
    }

    private static String verifyingLead() {
        String lead = qualifiedLead();
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        HUANGPU.verifies(lead);
        return lead;
    }

    private static String fedBackLead() {
        String lead = verifyingLead();
        HUANGPU.disposes(lead, "CASE_FILED");
        HUANGPU.feedsBack(lead);
        return lead;
    }
}
