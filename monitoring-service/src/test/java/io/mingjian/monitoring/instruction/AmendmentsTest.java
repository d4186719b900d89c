package io.mingjian.monitoring.instruction;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the city changes in an instruction, and what that means for those who work on it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AmendmentsTest {
    /** A Wednesday. */
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);

    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);
    private static int serial;

    private String instruction;
    private String path;

    @BeforeEach
    void anInstructionIsAcknowledged() {
        Today.is(ISSUED);
        instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        path = "/v1/instructions/" + instruction;
        JINGWEI.acknowledges(instruction);
    }

    private ValidatableResponse amends(Map<String, ?> changes) {
        return CITY.step(path, "amendments", Map.of("changes", changes, "reasons", "监测范围调整"));
    }

    private static Map<String, Object> requiring(String... fields) {
        return Map.of("outputSpec", Map.of("requiredFields", List.of(fields)));
    }

    private static String finding(String kind) {
        return "AM-" + kind + "-" + ++serial;
    }

    @Nested
    class Versions {
        @Test
        void eachIsKeptWhole() {
            amends(Map.of("keywords", List.of("仅退款", "去水印")))
                    .statusCode(200)
                    .body("version", equalTo(2))
                    .body("keywords", equalTo(List.of("仅退款", "去水印")));
            amends(Map.of("deadline", "2026-05-20", "scope", "监测代办虚假索赔"))
                    .statusCode(200)
                    .body("version", equalTo(3))
                    .body("deadline", equalTo("2026-05-20"));

            CITY.get(path + "/versions")
                    .statusCode(200)
                    .body("items.version", equalTo(List.of(1, 2, 3)))
                    .body("items.inForce", equalTo(List.of(false, false, true)))
                    .body("items[0].reasons", nullValue())
                    .body("items[1].reasons", equalTo("监测范围调整"))
                    .body("items[1].madeBy", equalTo("city.reviewer"))
                    .body("items[1].deadline", equalTo("2026-04-30"));
            CITY.get(path + "/versions/1")
                    .body("scope", equalTo("监测售卖伪造维权证据教程的店铺"))
                    .body("keywords", equalTo(List.of("仅退款", "破损图")))
                    .body(
                            "outputSpec.requiredFields",
                            equalTo(List.of("SHOP_NAME", "SUBJECT_NAME")));
            CITY.get(path + "/versions/2")
                    .body("scope", equalTo("监测售卖伪造维权证据教程的店铺"))
                    .body("keywords", equalTo(List.of("仅退款", "去水印")));
            CITY.get(path + "/versions/4").statusCode(404);
            CITY.get(path + "/versions/x").statusCode(404);
            JINGWEI.get(path + "/versions")
                    .body("items", hasSize(3))
                    .body("items[1].madeBy", nullValue());
            OTHER.get(path + "/versions").statusCode(404);
        }

        @Test
        void theAgencyHasANewTermToAcknowledgeIt() {
            amends(Map.of("keywords", List.of("去水印")));
            JsonPath told = JINGWEI.get(path).extract().jsonPath();
            assertThat(told.getInt("version")).isEqualTo(2);
            assertThat(told.getInt("commissions[0].acknowledgedVersion")).isEqualTo(1);
            assertThat(told.getString("commissions[0].clocks[0].dueOn")).isEqualTo("2026-04-16");
            assertThat(told.getList("openSteps"))
                    .isEqualTo(List.of("SUBMIT_RESULT", "ACKNOWLEDGE_AMENDMENT"));
            JINGWEI.acknowledges(instruction);
            JINGWEI.get(path)
                    .body("commissions[0].acknowledgedVersion", equalTo(2))
                    .body("commissions[0].state", equalTo("ACKNOWLEDGED"))
                    .body("commissions[0].clocks", hasSize(0))
                    .body("openSteps", equalTo(List.of("SUBMIT_RESULT", "COMPLETE")));
            JINGWEI.step(path, "acknowledgement", null)
                    .statusCode(409)
                    .body("type", equalTo("urn:mingjian:problem:step-not-allowed"));
        }

        @Test
        void theTagThatTheAgencyReadBeforeIsStale() {
            String before = JINGWEI.get(path).extract().header("ETag");
            amends(Map.of("keywords", List.of("去水印")));
            JINGWEI.post(path + "/acknowledgement", null, "If-Match", before).statusCode(412);
        }

        @Test
        void aVersionThatWasNotYetAcknowledgedIsAcknowledgedAsItIs() {
            String fresh = CITY.issues(DEADLINE, "monitor-other");
            String other = "/v1/instructions/" + fresh;
            CITY.step(
                            other,
                            "amendments",
                            Map.of("changes", Map.of("scope", "新范围"), "reasons", "补充"))
                    .statusCode(200);
            OTHER.acknowledges(fresh);
            OTHER.get(other).body("commissions[0].acknowledgedVersion", equalTo(2));
        }

        @Test
        void findingsAreTakenBeforeTheAmendmentIsAcknowledged() {
            amends(Map.of("keywords", List.of("去水印")));
            JINGWEI.submits(instruction, aFinding().numbered(finding("AM")).make());
        }
    }

    @Nested
    class Judging {
        @Test
        void aFindingIsJudgedByTheVersionInForceWhenItComes() {
            amends(requiring("GOODS_NAME")).statusCode(200);
            JINGWEI.trySubmit(instruction, aFinding().numbered(finding("J")).make())
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/goodsName"));
        }

        @Test
        void aRetryOfWhatWasTakenIsNotAskedAnew() {
            var finding = aFinding().numbered(finding("J")).make();
            String lead = JINGWEI.submits(instruction, finding);
            amends(requiring("GOODS_NAME")).statusCode(200);
            JINGWEI.trySubmit(instruction, finding).statusCode(200).body("lead.id", equalTo(lead));
            JINGWEI.post(path + "/lead-batches", Map.of("items", List.of(finding)))
                    .statusCode(207)
                    .body("items[0].status", equalTo(200));
        }

        @Test
        void aSupplementIsJudgedByTheVersionUnderWhichTheFindingCame() {
            String number = finding("J");
            String lead = JINGWEI.submits(instruction, aFinding().numbered(number).make());
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "摘要不清"))
                    .statusCode(200);
            amends(requiring("GOODS_NAME")).statusCode(200);
            JINGWEI.tryStep(
                            lead,
                            "supplement",
                            Map.of(
                                    "finding",
                                    aFinding()
                                            .numbered(number)
                                            .at("https://yougou.example/" + number)
                                            .make()))
                    .statusCode(200)
                    .body("lead.state", equalTo("SUBMITTED"));
        }

        @Test
        void aCategoryAsksForItsOwnFields() {
            amends(
                            Map.of(
                                    "categories",
                                    List.of(),
                                    "outputSpec",
                                    Map.of(
                                            "requiredFields",
                                            List.of("SHOP_NAME"),
                                            "categories",
                                            List.of(
                                                    Map.of(
                                                            "category",
                                                            "FALSE_ADVERTISING",
                                                            "requiredFields",
                                                            List.of("PRICE"),
                                                            "requiredEvidence",
                                                            List.of())))))
                    .statusCode(200);
            JINGWEI.trySubmit(
                            instruction,
                            aFinding().numbered(finding("C")).of("FALSE_ADVERTISING").make())
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/price")));
            JINGWEI.submits(
                    instruction,
                    aFinding().numbered(finding("C")).of("FAKE_EVIDENCE_TUTORIAL").make());
        }

        @Test
        void aLaterDeadlineMakesNoFindingLate() {
            amends(Map.of("deadline", "2026-05-20")).statusCode(200);
            Today.is(DEADLINE.plusDays(1));
            String lead = JINGWEI.submits(instruction, aFinding().numbered(finding("L")).make());
            assertThat(CITY.sees(lead).getBoolean("lead.overdue")).isFalse();
        }
    }

    @Nested
    class Agencies {
        @Test
        void oneMoreIsInstructedWithoutANewVersionAndNobodyElseLearnsOfIt() {
            String before = JINGWEI.get(path).extract().asString();
            String tag = JINGWEI.get(path).extract().header("ETag");
            amends(Map.of("addAgencies", List.of("monitor-other")))
                    .statusCode(200)
                    .body("version", equalTo(1))
                    .body("commissions.agency", hasItem("monitor-other"));
            assertThat(JINGWEI.get(path).extract().asString()).isEqualTo(before);
            assertThat(JINGWEI.get(path).extract().header("ETag")).isEqualTo(tag);
            OTHER.acknowledges(instruction);
            OTHER.submits(instruction, aFinding().numbered(finding("AG")).make());
        }

        @Test
        void oneThatComesLaterReadsOnlyWhatItWasGiven() {
            amends(Map.of("keywords", List.of("去水印"), "addAgencies", List.of("monitor-other")))
                    .statusCode(200);
            OTHER.get(path + "/versions").body("items.version", equalTo(List.of(2)));
            OTHER.get(path + "/versions/1").statusCode(404);
        }

        @Test
        void oneThatHasSubmittedIsNotWithdrawn() {
            JINGWEI.submits(instruction, aFinding().numbered(finding("W")).make());
            amends(Map.of("withdrawAgencies", List.of("monitor-jingwei")))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/changes/withdrawAgencies/0"))
                    .body("errors[0].code", equalTo("has-results"));
        }

        @Test
        void oneIsWithdrawnAndAskedAnew() {
            amends(Map.of("withdrawAgencies", List.of("monitor-jingwei")))
                    .statusCode(200)
                    .body("commissions[0].state", equalTo("WITHDRAWN"));
            JINGWEI.trySubmit(instruction, aFinding().numbered(finding("W")).make())
                    .statusCode(409);
            amends(Map.of("addAgencies", List.of("monitor-jingwei")))
                    .statusCode(200)
                    .body("commissions[0].state", equalTo("ISSUED"));
            JINGWEI.acknowledges(instruction);
            JINGWEI.submits(instruction, aFinding().numbered(finding("W")).make());
        }

        @Test
        void oneThatDeclinedIsAskedAnewAndIsNotToldOfAmendmentsMeanwhile() {
            String declined = CITY.issues(DEADLINE, "monitor-other");
            String itsPath = "/v1/instructions/" + declined;
            OTHER.step(itsPath, "decline", Map.of("reasons", "期限过短")).statusCode(200);
            CITY.step(
                            itsPath,
                            "amendments",
                            Map.of(
                                    "changes",
                                    Map.of(
                                            "deadline",
                                            "2026-05-20",
                                            "addAgencies",
                                            List.of("monitor-other")),
                                    "reasons",
                                    "延长期限"))
                    .statusCode(200)
                    .body("commissions[0].state", equalTo("ISSUED"));
            OTHER.acknowledges(declined);
            OTHER.get(itsPath).body("commissions[0].acknowledgedVersion", equalTo(2));
        }

        @Test
        void wrongNamesAreNamed() {
            amends(
                            Map.of(
                                    "addAgencies",
                                    List.of("monitor-jingwei", "monitor-n", "monitor-n"),
                                    "withdrawAgencies",
                                    List.of("monitor-other")))
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            equalTo(
                                    List.of(
                                            "/changes/addAgencies/2",
                                            "/changes/addAgencies/0",
                                            "/changes/withdrawAgencies/0")));
        }
    }

    @Nested
    class Refused {
        @Test
        void anAmendmentThatChangesNothing() {
            amends(Map.of()).statusCode(422).body("errors[0].code", equalTo("nothing-changed"));
            amends(Map.of("deadline", DEADLINE.toString()))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/changes"));
        }

        @Test
        void anAmendmentWithoutReasons() {
            CITY.step(path, "amendments", Map.of("changes", Map.of("scope", "x")))
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
        }

        @Test
        void aDeadlineBeforeTodayOrBeforeThePeriodsEnd() {
            Today.is(LocalDate.of(2026, 4, 25));
            amends(
                            Map.of(
                                    "deadline",
                                    "2026-04-24",
                                    "period",
                                    Map.of("from", "2026-04-15", "to", "2026-04-24")))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/changes/deadline"))
                    .body("errors[0].code", equalTo("in-past"));
            amends(Map.of("deadline", "2026-04-26"))
                    .statusCode(422)
                    .body("errors[0].code", equalTo("before-end"));
            amends(Map.of("period", Map.of("from", "2026-05-10", "to", "2026-05-01")))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/changes/period/to"));
        }

        @Test
        void unknownCategoriesAndSpecificationsThatSayNothing() {
            amends(Map.of("categories", List.of("NO_SUCH")))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/changes/categories/0"));
            Map<String, Object> empty = Map.of("category", "FALSE_ADVERTISING");
            amends(
                            Map.of(
                                    "outputSpec",
                                    Map.of(
                                            "requiredFields",
                                            List.of(),
                                            "categories",
                                            List.of(empty, empty))))
                    .statusCode(422)
                    .body("errors.code", hasItem("not-ordered"))
                    .body("errors.code", hasItem("empty-spec"))
                    .body("errors.code", hasItem("repeated"));
            amends(Map.of("platforms", List.of("yougou", "YouGou ")))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/changes/platforms/1"));
        }

        @Test
        void aClosedInstruction() {
            CITY.step(path, "closing", Map.of("reasons", "任务取消")).statusCode(200);
            amends(Map.of("scope", "x"))
                    .statusCode(409)
                    .body("type", equalTo("urn:mingjian:problem:step-not-allowed"));
        }

        @Test
        void aStaleOrMissingTag() {
            Map<String, Object> request = Map.of("changes", Map.of("scope", "x"), "reasons", "补充");
            String tag = CITY.get(path).extract().header("ETag");
            amends(Map.of("scope", "先到的变更")).statusCode(200);
            CITY.post(path + "/amendments", request).statusCode(428);
            CITY.post(path + "/amendments", request, "If-Match", tag)
                    .statusCode(412)
                    .body("type", equalTo("urn:mingjian:problem:stale"));
            CITY.get(path).body("version", equalTo(2)).body("scope", equalTo("先到的变更"));
        }

        @Test
        void anybodyButTheCity() {
            Desk agency = new Desk(TestCaller.monitor("jingwei", Role.REVIEWER));
            agency.step(path, "amendments", Map.of("changes", Map.of("scope", "x"), "reasons", "x"))
                    .statusCode(403);
        }

        @Test
        void aRepeatedRequestHasOneEffect() {
            String key = UUID.randomUUID().toString();
            String tag = CITY.get(path).extract().header("ETag");
            Map<String, Object> request =
                    Map.of("changes", Map.of("scope", "新范围"), "reasons", "补充");
            for (int time = 0; time < 2; time++) {
                CITY.post(path + "/amendments", request, "If-Match", tag, "Idempotency-Key", key)
                        .statusCode(200)
                        .body("version", equalTo(2));
            }
            CITY.get(path + "/versions").body("items", hasSize(2));
        }
    }

    @Nested
    class Lists {
        @Test
        void theCityFiltersByAgency() {
            String others = CITY.issues(DEADLINE, "monitor-other");
            CITY.get("/v1/instructions?agency=monitor-other&limit=200")
                    .body("items.id", hasItem(others))
                    .body("items.id", not(hasItem(instruction)));
            JINGWEI.get("/v1/instructions?agency=monitor-other")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/agency"));
        }

        @Test
        void aCampaignThatDoesNotExistIsNotJoined() {
            var content = new HashMap<>(Desk.anInstruction(DEADLINE, "monitor-jingwei"));
            content.put("campaignId", UUID.randomUUID().toString());
            CITY.post("/v1/instructions", content)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/campaignId"));
        }

        @Test
        void aGroupOrdersEachOfItsKinds() {
            var content = new HashMap<>(Desk.anInstruction(DEADLINE, "monitor-jingwei"));
            content.put("categories", List.of("FAKE_EVIDENCE_SERVICES"));
            CITY.post("/v1/instructions", content)
                    .statusCode(201)
                    .body(
                            "categories",
                            equalTo(List.of("FAKE_EVIDENCE_TUTORIAL", "FAKE_EVIDENCE_TOOL")));
            CITY.get("/v1/violation-types")
                    .statusCode(200)
                    .body("groups.code", hasItem("MALICIOUS_CLAIMS"))
                    .body("groups[1].types.code", hasItem("FAKE_EVIDENCE_TOOL"));
        }
    }
}
