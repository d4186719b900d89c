package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.lead.InstructionCompletion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class MonitoringLoopTest {
    /** A Wednesday. */
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);

    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);

    /** Ten working days later: five days of holidays, a Saturday that is none. */
    private static final LocalDate LAST_OF_GRACE = LocalDate.of(2026, 5, 18);

    @Inject InstructionCompletion completion;

    @BeforeEach
    void itIsTheDayOfIssue() {
        Today.is(ISSUED);
    }

    @Test
    void theLoopRunsFromTheInstructionToTheClosing() {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
        CITY.get("/v1/instructions/" + instruction)
                .body("instructionNo", matchesPattern("JC2026-\\d{5}"))
                .body("commissions.agency", equalTo(List.of("monitor-jingwei", "monitor-other")))
                .body("commissions[0].clocks[0].dueOn", equalTo("2026-04-16"))
                .body("commissions[0].clocks[0].status", equalTo("ASSUMPTION"));

        JINGWEI.acknowledges(instruction);
        String lead = JINGWEI.submits(instruction, aFinding().numbered("LOOP-1").make());
        assertThat(clock(CITY.sees(lead))).isEqualTo("QUALITY_REVIEW 2026-04-20");

        CITY.qualifies(lead);
        CITY.get("/v1/leads/" + lead + "/assignment-proposal")
                .body("districtOrganisation", equalTo("samr-huangpu"))
                .body("rule", equalTo("ON_PLATFORM_ACTUAL_PLACE"));
        CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101")).statusCode(200);
        assertThat(clock(HUANGPU.sees(lead))).isEqualTo("RECEIPT 2026-04-17");

        HUANGPU.receives(lead);
        JsonPath received = HUANGPU.sees(lead);
        assertThat(clock(received))
                .as("fifteen working days, make-up Saturday counted")
                .isEqualTo("VERIFICATION 2026-05-09");
        assertThat(received.getString("lead.clocks[0].basis")).isEqualTo("Order 2 Art 18");
        assertThat(received.getString("lead.clocks[0].status")).isEqualTo("ORDER");
        assertThat(received.getList("lead.openSteps"))
                .isEqualTo(List.of("REQUEST_RETURN", "VERIFY"));

        HUANGPU.verifies(lead);
        HUANGPU.disposes(lead, "CASE_FILED");
        assertThat(clock(HUANGPU.sees(lead))).isEqualTo("FEEDBACK 2026-04-20");
        HUANGPU.feedsBack(lead);
        CITY.closes(lead);

        JsonPath closed = CITY.sees(lead);
        assertThat(closed.getString("lead.state")).isEqualTo("CLOSED");
        assertThat(closed.getString("lead.stateZh")).isEqualTo("已办结");
        assertThat(closed.getList("lead.clocks")).isEmpty();
        assertThat(closed.getList("history.step"))
                .isEqualTo(
                        List.of(
                                "SUBMIT",
                                "QUALIFY",
                                "ASSIGN",
                                "RECEIVE",
                                "VERIFY",
                                "DISPOSE",
                                "FEED_BACK",
                                "CLOSE"));
    }

    @Test
    void eachPartySeesItsOwnSideOfALead() {
        String lead = closedLead("SIDES-1");

        JsonPath agency = JINGWEI.sees(lead);
        assertThat(agency.getString("lead.disposalCode")).isEqualTo("CASE_FILED");
        assertThat(agency.getList("history.step")).isEqualTo(List.of("SUBMIT", "QUALIFY", "CLOSE"));
        assertThat(agency.prettify())
                .doesNotContain("现场核查属实")
                .doesNotContain("samr-huangpu")
                .doesNotContain("city.reviewer");

        JsonPath district = HUANGPU.sees(lead);
        assertThat(district.getList("history.step")).hasSize(8);
        assertThat(district.prettify()).contains("现场核查属实").doesNotContain("city.reviewer");
        HUANGPU.get("/v1/leads/" + lead + "/disposals")
                .statusCode(200)
                .body("code", equalTo(List.of("CASE_FILED")))
                .body("checkResult", equalTo(List.of("CONFIRMED")));
    }

    @Test
    void theAgencyDoesNotLearnTheDisposalBeforeTheCityConfirmedIt() {
        String lead = disposedLead("EARLY-1");
        assertThat(JINGWEI.sees(lead).getString("lead.disposalCode")).isNull();
        assertThat(HUANGPU.sees(lead).getString("lead.disposalCode")).isEqualTo("CASE_FILED");
    }

    @Test
    void anAgencyLearnsNothingOfTheOthersThatWereInstructed() {
        String instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
        String before = JINGWEI.get("/v1/instructions/" + instruction).extract().asString();
        String tag = JINGWEI.get("/v1/instructions/" + instruction).extract().header("ETag");
        Desk.OTHER.acknowledges(instruction);
        assertThat(JINGWEI.get("/v1/instructions/" + instruction).extract().asString())
                .isEqualTo(before)
                .doesNotContain("monitor-other");
        assertThat(JINGWEI.get("/v1/instructions/" + instruction).extract().header("ETag"))
                .isEqualTo(tag);
    }

    @Nested
    class Instructions {
        @Test
        void anAgencyDeclinesWithReasonsAndTheCityReadsThem() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
            JINGWEI.step("/v1/instructions/" + instruction, "decline", Map.of("reasons", " "))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/reasons"));
            JINGWEI.step("/v1/instructions/" + instruction, "decline", Map.of("reasons", "人员不足"))
                    .statusCode(200);
            CITY.get("/v1/instructions/" + instruction)
                    .body("commissions[0].state", equalTo("DECLINED"))
                    .body("commissions[0].reasons", equalTo("人员不足"));
            JINGWEI.trySubmit(instruction, aFinding().numbered("DECL-1").make())
                    .statusCode(409)
                    .body("type", equalTo("urn:mingjian:problem:step-not-allowed"));
        }

        @Test
        void findingsBeforeTheAcknowledgementAreRefusedAndTheOpenStepsAreNamed() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
            JINGWEI.trySubmit(instruction, aFinding().numbered("EARLY-2").make())
                    .statusCode(409)
                    .body("state", equalTo("ISSUED"))
                    .body("openSteps", equalTo(List.of("ACKNOWLEDGE", "DECLINE")));
        }

        @Test
        void numbersHaveNoGapThoughRequestsFail() {
            int first = number(CITY.issues(DEADLINE, "monitor-jingwei"));
            CITY.post(
                            "/v1/instructions",
                            Desk.anInstruction(LocalDate.of(2020, 1, 1), "monitor-jingwei"))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/deadline"));
            assertThat(number(CITY.issues(DEADLINE, "monitor-jingwei"))).isEqualTo(first + 1);
        }

        @Test
        void allFaultsOfAnInstructionAreNamedWithPointers() {
            CITY.post(
                            "/v1/instructions",
                            Map.of(
                                    "scope", " ",
                                    "platforms", List.of(),
                                    "keywords", List.of(),
                                    "categories", List.of(),
                                    "period", Map.of("from", "2026-04-20"),
                                    "outputSpec", Map.of("requiredFields", List.of()),
                                    "deadline", "2026-04-30",
                                    "agencies", List.of("不是编号")))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/scope"))
                    .body("errors.pointer", hasItem("/platforms"))
                    .body("errors.pointer", hasItem("/period/to"));
            Map<String, Object> crossed = new HashMap<>(Desk.anInstruction(DEADLINE, "a-1", "a-1"));
            crossed.put("period", Map.of("from", "2026-05-10", "to", "2026-05-01"));
            crossed.put("categories", List.of("NO_SUCH"));
            CITY.post("/v1/instructions", crossed)
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            equalTo(
                                    List.of(
                                            "/period/to",
                                            "/deadline",
                                            "/categories/0",
                                            "/agencies/1")));
        }

        @Test
        void aDayThatCannotBeMeantIsRefused() {
            Map<String, Object> late = new HashMap<>(Desk.anInstruction(DEADLINE, "a-1"));
            late.put("period", Map.of("from", "1026-04-20", "to", "+99999-01-01"));
            late.put("deadline", "+99999-01-02");
            CITY.post("/v1/instructions", late)
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            equalTo(List.of("/period/from", "/period/to", "/deadline")))
                    .body("errors.code", everyItem(equalTo("out-of-range")));
        }

        @Test
        void onlyTheCityIssuesAndCloses() {
            Desk reviewer = new Desk(TestCaller.huangpu(Role.REVIEWER));
            reviewer.post("/v1/instructions", Desk.anInstruction(DEADLINE, "monitor-jingwei"))
                    .statusCode(403);
            JINGWEI.post("/v1/instructions", Desk.anInstruction(DEADLINE, "monitor-jingwei"))
                    .statusCode(403);
        }

        @Test
        void theCityClosesWithReasonsAndNothingComesInAfterwards() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
            JINGWEI.acknowledges(instruction);
            CITY.step("/v1/instructions/" + instruction, "closing", Map.of()).statusCode(422);
            CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "任务取消"))
                    .statusCode(200)
                    .body("state", equalTo("CLOSED"))
                    .body("commissions[0].state", equalTo("CLOSED"))
                    .body("openSteps", hasSize(0));
            JINGWEI.trySubmit(instruction, aFinding().numbered("AFTER-1").make()).statusCode(409);
        }

        @Test
        void anInstructionClosesByItselfWhenItIsOverAndAllLeadsAreAtAnEnd() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
            JINGWEI.acknowledges(instruction);
            String lead = JINGWEI.submits(instruction, aFinding().numbered("AUTO-1").make());
            Today.is(DEADLINE);
            assertThat(stateAfterTimer(instruction)).as("on the last day").isEqualTo("ISSUED");
            Today.is(DEADLINE.plusDays(1));
            assertThat(stateAfterTimer(instruction)).as("a lead is open").isEqualTo("ISSUED");
            CITY.tryStep(lead, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "无法复现"))
                    .statusCode(200);
            assertThat(stateAfterTimer(instruction))
                    .as("the agency is at work")
                    .isEqualTo("ISSUED");
            JINGWEI.step("/v1/instructions/" + instruction, "completion", Map.of()).statusCode(200);
            assertThat(stateAfterTimer(instruction)).isEqualTo("CLOSED");
        }

        @Test
        void anInstructionWithoutAnyFindingClosesByItselfToo() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
            JINGWEI.acknowledges(instruction);
            Today.is(LAST_OF_GRACE);
            assertThat(stateAfterTimer(instruction))
                    .as("it may still say something")
                    .isEqualTo("ISSUED");
            Today.is(LAST_OF_GRACE.plusDays(1));
            assertThat(stateAfterTimer(instruction)).isEqualTo("CLOSED");
        }

        @Test
        void aLateFindingIsTakenAndMarked() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei");
            JINGWEI.acknowledges(instruction);
            Today.is(DEADLINE);
            String inTime = JINGWEI.submits(instruction, aFinding().numbered("LATE-0").make());
            Today.is(DEADLINE.plusDays(1));
            String late = JINGWEI.submits(instruction, aFinding().numbered("LATE-1").make());
            assertThat(CITY.sees(inTime).getBoolean("lead.overdue")).isFalse();
            assertThat(CITY.sees(late).getBoolean("lead.overdue")).isTrue();
        }

        private String stateAfterTimer(String instruction) {
            completion.closeWhatIsOver().await().atMost(Duration.ofMinutes(2));
            return CITY.get("/v1/instructions/" + instruction).extract().path("state");
        }

        private int number(String instruction) {
            String number =
                    CITY.get("/v1/instructions/" + instruction).extract().path("instructionNo");
            return Integer.parseInt(number.substring(number.indexOf('-') + 1));
        }
    }

    @Nested
    class QualityReview {
        @Test
        void everyNegativeVerdictNeedsReasons() {
            String lead = submittedLead("REASONS-1");
            for (String verdict : List.of("UNQUALIFIED", "RETURNED_FOR_SUPPLEMENT")) {
                CITY.tryStep(lead, "qualification", Map.of("verdict", verdict))
                        .statusCode(422)
                        .body("type", equalTo("urn:mingjian:problem:reasons-missing"))
                        .body("errors[0].pointer", equalTo("/reasons"));
            }
            CITY.tryStep(lead, "qualification", Map.of("verdict", "DUPLICATE", "reasons", "同一页面"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/duplicateOf"));
        }

        @Test
        void aFindingComesBackWithWhatWasMissing() {
            String lead = submittedLead("SUPP-1");
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "缺少商品名"))
                    .statusCode(200);
            JsonPath returned = JINGWEI.sees(lead);
            assertThat(returned.getList("lead.openSteps")).isEqualTo(List.of("RESUBMIT"));
            assertThat(returned.getString("history[-1].reasons")).isEqualTo("缺少商品名");
            JINGWEI.tryStep(
                            lead,
                            "supplement",
                            Map.of("finding", aFinding().numbered("SUPP-2").make()))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/finding/findingNo"));
            JINGWEI.tryStep(
                            lead,
                            "supplement",
                            Map.of("finding", aFinding().numbered("SUPP-1").at("nonsense").make()))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/finding/pageUrl"));
            Today.is(ISSUED.plusDays(1));
            JINGWEI.tryStep(
                            lead,
                            "supplement",
                            Map.of(
                                    "finding",
                                    aFinding().numbered("SUPP-1").goods("教程", null).make()))
                    .statusCode(200)
                    .body("lead.state", equalTo("SUBMITTED"))
                    .body("finding.goodsName", equalTo("教程"));
            assertThat(clock(CITY.sees(lead)))
                    .as("the review begins anew")
                    .isEqualTo("QUALITY_REVIEW 2026-04-21");
        }

        @Test
        void likelyDuplicatesAreShownToTheCityAloneAndAPersonDecides() {
            String page = "https://dup.example/item?id=7";
            String first =
                    submitted(
                            JINGWEI,
                            aFinding()
                                    .numbered("DUP-1")
                                    .of("重复小店", "店主在商品详情页出售一键去除水印和标识的软件")
                                    .at(page)
                                    .make());
            String again =
                    submitted(
                            Desk.OTHER,
                            aFinding()
                                    .numbered("DUP-2")
                                    .of("重复小店", "店主在商品详情页出售一键去除水印和标识的软件")
                                    .at("http://DUP.example/item/?utm_source=x&id=7")
                                    .make());
            String elsewhere =
                    submitted(
                            Desk.OTHER,
                            aFinding()
                                    .numbered("DUP-3")
                                    .of("另一家店", "直播间口头宣称保健食品能够治愈糖尿病")
                                    .at("https://dup.example/item?id=8")
                                    .make());

            assertThat(CITY.sees(again).getList("duplicateProposals.leadId"))
                    .isEqualTo(List.of(first));
            assertThat(CITY.sees(again).getList("duplicateProposals[0].because.kind"))
                    .isEqualTo(List.of("TEXT", "URL"));
            assertThat(CITY.sees(again).getString("lead.state"))
                    .as("nothing is decided")
                    .isEqualTo("SUBMITTED");
            assertThat(CITY.sees(elsewhere).getList("duplicateProposals")).isEmpty();
            assertThat(Desk.OTHER.sees(again).prettify())
                    .doesNotContain(first)
                    .doesNotContain("monitor-jingwei");

            CITY.tryStep(
                            again,
                            "qualification",
                            Map.of(
                                    "verdict",
                                    "DUPLICATE",
                                    "duplicateOf",
                                    first,
                                    "reasons",
                                    "同一店铺同一页面"))
                    .statusCode(200)
                    .body("lead.state", equalTo("DUPLICATE"))
                    .body("duplicateOf", equalTo(first));
            assertThat(Desk.OTHER.sees(again).prettify()).doesNotContain(first);
        }
    }

    @Nested
    class Assignment {
        @Test
        void anotherDistrictThanTheProposedOneNeedsReasons() {
            String lead = submittedLead("PLACE-1");
            CITY.qualifies(lead);
            CITY.tryStep(lead, "assignment", Map.of("districtCode", "310115"))
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
            CITY.tryStep(lead, "assignment", Map.of("districtCode", "330106", "reasons", "x"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/districtCode"));
            CITY.tryStep(
                            lead,
                            "assignment",
                            Map.of("districtCode", "310115", "reasons", "平台住所地在浦东"))
                    .statusCode(200);
            CITY.get("/v1/assignments?leadId=" + lead)
                    .body("items[0].proposedDistrictCode", equalTo("310101"))
                    .body("items[0].districtCode", equalTo("310115"))
                    .body("items[0].reasons", equalTo("平台住所地在浦东"));
        }

        @Test
        void theCityMayGiveAReturnedLeadToTheSameDistrictWhichThenKeepsIt() {
            String lead = submittedLead("BACK-2");
            CITY.qualifies(lead);
            CITY.assigns(lead, "310101");
            HUANGPU.receives(lead);
            HUANGPU.tryStep(lead, "return", Map.of("reasons", "实际经营地在浦东")).statusCode(200);
            CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101")).statusCode(422);
            CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101", "reasons", "经核实在黄浦"))
                    .statusCode(200)
                    .body("lead.clocks.limit", equalTo(List.of("RECEIPT")));
            HUANGPU.receives(lead);
            HUANGPU.tryStep(lead, "return", Map.of("reasons", "还是不归我管"))
                    .statusCode(409)
                    .body("code", equalTo("returned-before"));
            HUANGPU.get("/v1/assignments?leadId=" + lead)
                    .body("items.returnReasons", equalTo(Arrays.asList("实际经营地在浦东", null)));
        }

        @Test
        void aDistrictGivesALeadBackOnceAndThenSeesItsOwnRecordAlone() {
            String lead = submittedLead("BACK-1");
            CITY.qualifies(lead);
            CITY.assigns(lead, "310101");
            HUANGPU.receives(lead);
            HUANGPU.tryStep(lead, "return", Map.of())
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
            HUANGPU.tryStep(lead, "return", Map.of("reasons", "实际经营地在浦东"))
                    .statusCode(200)
                    .body("lead.state", equalTo("RETURN_REQUESTED"))
                    .body("lead.clocks.limit", equalTo(List.of("ASSIGNMENT")));
            PUDONG.get("/v1/leads/" + lead).statusCode(404);

            CITY.tryStep(lead, "assignment", Map.of("districtCode", "310115", "reasons", "退回理由成立"))
                    .statusCode(200);
            HUANGPU.get("/v1/leads/" + lead).statusCode(404);
            HUANGPU.get("/v1/assignments?leadId=" + lead)
                    .body("items.districtOrganisation", equalTo(List.of("samr-huangpu")))
                    .body("items[0].returnReasons", equalTo("实际经营地在浦东"));
            assertThat(PUDONG.sees(lead).prettify()).doesNotContain("实际经营地在浦东").contains("退回理由成立");

            PUDONG.receives(lead);
            PUDONG.tryStep(lead, "return", Map.of("reasons", "实际经营地在黄浦")).statusCode(200);
            CITY.tryStep(lead, "assignment", Map.of("districtCode", "310101", "reasons", "经核实在黄浦"))
                    .statusCode(200);
            HUANGPU.receives(lead);
            HUANGPU.tryStep(lead, "return", Map.of("reasons", "还是不归我管"))
                    .statusCode(409)
                    .body("code", equalTo("returned-before"));
            HUANGPU.verifies(lead);
        }
    }

    @Nested
    class Disposal {
        @Test
        void aDisposalWithoutReasonsIsRefused() {
            String lead = verifyingLead("DISP-1");
            HUANGPU.tryStep(lead, "disposal", Map.of("code", "CASE_FILED", "reasons", " "))
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
            HUANGPU.tryStep(lead, "disposal", Map.of("code", "FINED", "reasons", "x"))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/code"));
        }

        @Test
        void theCityReturnsForReworkWithReasonsAndTheDistrictDoesItAgain() {
            String lead = disposedLead("REWORK-1");
            HUANGPU.feedsBack(lead);
            CITY.tryStep(lead, "rework", Map.of()).statusCode(422);
            CITY.tryStep(lead, "rework", Map.of("reasons", "未附立案审批表")).statusCode(200);
            assertThat(clock(HUANGPU.sees(lead))).isEqualTo("REWORK 2026-04-22");
            HUANGPU.disposes(lead, "ORDERED_CORRECTION");
            HUANGPU.feedsBack(lead);
            CITY.closes(lead);
            CITY.get("/v1/leads/" + lead + "/disposals")
                    .body("round", equalTo(List.of(1, 2)))
                    .body("code", equalTo(List.of("CASE_FILED", "ORDERED_CORRECTION")))
                    .body("checkResult", equalTo(List.of("REWORK", "CONFIRMED")));
            assertThat(JINGWEI.sees(lead).getString("lead.disposalCode"))
                    .isEqualTo("ORDERED_CORRECTION");
        }

        @Test
        void aStepOutOfTurnNamesTheStepsThatAreOpen() {
            String lead = disposedLead("TURN-1");
            HUANGPU.tryStep(lead, "receipt", null)
                    .statusCode(409)
                    .body("state", equalTo("DISPOSED"))
                    .body("openSteps", equalTo(List.of("FEED_BACK")));
        }
    }

    private static String submitted(Desk agency, Finding finding) {
        String instruction = CITY.issues(DEADLINE, agency.who().organisation());
        agency.acknowledges(instruction);
        return agency.submits(instruction, finding);
    }

    private static String submittedLead(String findingNo) {
        return submitted(
                JINGWEI,
                aFinding().numbered(findingNo).at("https://yougou.example/" + findingNo).make());
    }

    private static String verifyingLead(String findingNo) {
        String lead = submittedLead(findingNo);
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        HUANGPU.verifies(lead);
        return lead;
    }

    private static String disposedLead(String findingNo) {
        String lead = verifyingLead(findingNo);
        HUANGPU.disposes(lead, "CASE_FILED");
        return lead;
    }

    private static String closedLead(String findingNo) {
        String lead = disposedLead(findingNo);
        HUANGPU.feedsBack(lead);
        CITY.closes(lead);
        return lead;
    }

    private static String clock(JsonPath lead) {
        return lead.getString("lead.clocks[0].limit")
                + " "
                + lead.getString("lead.clocks[0].dueOn");
    }
}
