package io.mingjian.monitoring;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static io.mingjian.monitoring.finding.Findings.aFixation;
import static io.mingjian.monitoring.finding.Findings.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Findings;
import io.mingjian.monitoring.finding.Fixation;
import io.mingjian.monitoring.finding.PlatformType;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the machine checks and proposes, and what people make of it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class LeadReviewTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 24);

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject DataSource database;

    @BeforeEach
    void itIsTheDayOfIssue() {
        Today.is(ISSUED);
    }

    @Nested
    class Checks {
        @Test
        void aHashOtherThanTheReceivedFilesIsRefusedAndNothingIsKept() {
            UUID file = UUID.randomUUID();
            String instruction = open(JINGWEI);
            knows(JINGWEI, instruction, file, "11".repeat(32), Findings.SM3);
            Finding wrong = naming("HASH-1", file);
            JINGWEI.trySubmit(instruction, wrong)
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/evidence/0/sha256")))
                    .body("errors[0].code", equalTo("hash-differs"));
            CITY.get("/v1/leads?instructionId=" + instruction)
                    .body("items.findingNo", not(hasItem("HASH-1")));
        }

        @Test
        void aHashThatTurnsOutWrongLaterIsFlaggedAndARepetitionIsStillTheSameAnswer() {
            UUID file = UUID.randomUUID();
            String instruction = open(JINGWEI);
            Finding finding = naming("HASH-2", file);
            String lead = JINGWEI.submits(instruction, finding);
            knows(JINGWEI, instruction, file, Findings.SHA256, "22".repeat(32));
            assertThat(CITY.sees(lead).getString("indications[0].hashMatch")).isEqualTo("DIFFERS");
            assertThat(CITY.sees(lead).getList("flags.rule")).contains("HASH_DIFFERS");
            JINGWEI.trySubmit(instruction, finding)
                    .statusCode(200)
                    .body("lead.id", equalTo(lead))
                    .body("flags", nullValue());
        }

        @Test
        void aFileThatHasNotComeIsFlaggedUntilItComesAndPassesOnlyKnowingly() {
            UUID file = UUID.randomUUID();
            UUID recording = UUID.randomUUID();
            Finding finding =
                    aFinding()
                            .numbered("ABSENT-1")
                            .with(List.of(complete(aFixation(file), recording)))
                            .make();
            String instruction = open(JINGWEI);
            String lead = JINGWEI.submits(instruction, finding);
            assertThat(CITY.sees(lead).getList("flags.pointer"))
                    .containsExactly("/evidence/0/evidenceId", "/evidence/0/recordingEvidenceId");
            assertThat(CITY.sees(lead).getList("flags.rule")).containsOnly("NOT_RECEIVED");
            assertThat(JINGWEI.sees(lead).getList("flags")).isNull();
            Map<String, Object> pass = Map.of("verdict", "QUALIFIED");
            CITY.tryStep(lead, "qualification", pass)
                    .statusCode(409)
                    .body("code", equalTo("evidence-in-doubt"))
                    .body("detail", containsString("/evidence/0/recordingEvidenceId"));
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "QUALIFIED", "despiteEvidence", true))
                    .statusCode(422);
            assertThat(CITY.sees(lead).getString("lead.state")).isEqualTo("SUBMITTED");

            String organisation = JINGWEI.who().organisation();
            send(EvidenceMessages.received(recording, organisation, "5e".repeat(32), ""));
            knows(JINGWEI, instruction, file, Findings.SHA256, Findings.SM3);
            assertThat(CITY.sees(lead).getList("flags")).isEmpty();
            CITY.tryStep(lead, "qualification", pass)
                    .statusCode(200)
                    .body("history[-1].ground", nullValue());
        }

        @Test
        void whoPassesAFindingWithoutItsFilesSaysSoInTheHistory() {
            String lead = JINGWEI.submits(open(JINGWEI), naming("ABSENT-2", UUID.randomUUID()));
            CITY.tryStep(lead, "qualification", Desk.A_PASS)
                    .statusCode(200)
                    .body("history[-1].ground", equalTo("EVIDENCE_IN_DOUBT"))
                    .body("history[-1].reasons", equalTo("页面已当场核对，证据随后补传"));
        }

        @Test
        void aForeignFileLooksLikeOneThatDoesNotExist() {
            UUID foreign = UUID.randomUUID();
            knows(OTHER, open(OTHER), foreign, Findings.SHA256, Findings.SM3);
            String instruction = open(JINGWEI);
            String named = JINGWEI.submits(instruction, naming("FOREIGN-1", foreign));
            String none = JINGWEI.submits(instruction, naming("FOREIGN-2", UUID.randomUUID()));
            for (Desk reader : List.of(JINGWEI, CITY)) {
                for (String part : List.of("indications", "evidence", "flags")) {
                    assertThat(reader.sees(named).<Object>get(part))
                            .as(part)
                            .isEqualTo(reader.sees(none).<Object>get(part));
                }
            }
            CITY.tryStep(named, "qualification", Map.of("verdict", "QUALIFIED"))
                    .statusCode(409)
                    .body("code", equalTo("evidence-in-doubt"));
        }

        @Test
        void
                evidenceOlderThanThePeriodIsRefusedAndOlderThanTheIssueFlaggedIfThePeriodReachesBack() {
            String instruction = open(JINGWEI);
            JINGWEI.trySubmit(instruction, seenAt("OLD-1", "2026-04-13T23:59:59+08:00"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/collectedAt"))
                    .body("errors[0].code", equalTo("before-period"));
            String lead =
                    JINGWEI.submits(instruction, seenAt("OLD-2", "2026-04-14T00:00:00+08:00"));
            assertThat(CITY.sees(lead).getList("flags.rule")).contains("BEFORE_ISSUE");
        }

        @Test
        void evidenceOlderThanTheIssueIsRefusedUntilAnAmendmentReachesBack() {
            String instruction = CITY.issues(ISSUED.plusDays(10), "monitor-jingwei");
            JINGWEI.acknowledges(instruction);
            Finding early = seenAt("OLD-3", "2026-04-15T08:59:59+08:00");
            JINGWEI.trySubmit(instruction, early)
                    .statusCode(422)
                    .body("errors[0].code", equalTo("older-than-instruction"))
                    .body("errors[0].detail", containsString("2026-04-15 09:0"));
            CITY.step(
                            "/v1/instructions/" + instruction,
                            "amendments",
                            Map.of(
                                    "changes",
                                    Map.of(
                                            "period",
                                            Map.of("from", "2026-04-10", "to", "2026-04-25")),
                                    "reasons",
                                    "回溯监测四月十日以来的销售页面"))
                    .statusCode(200);
            JINGWEI.acknowledges(instruction);
            String lead = JINGWEI.submits(instruction, early);
            assertThat(CITY.sees(lead).getList("flags.rule")).contains("BEFORE_ISSUE");
        }

        @Test
        void anUnknownPlatformAndPrivateOrSecretAddressesAreRefused() {
            String instruction = open(JINGWEI);
            JINGWEI.trySubmit(
                            instruction,
                            aFinding().numbered("PLAT-1").on("yuogou", PlatformType.SHOP).make())
                    .statusCode(422)
                    .body("errors[0].code", equalTo("unknown-platform"));
            JINGWEI.trySubmit(
                            instruction,
                            aFinding().numbered("URL-1").at("https://a:b@s.example/x").make())
                    .statusCode(422)
                    .body("errors[0].code", equalTo("credentials"));
            JINGWEI.trySubmit(
                            instruction,
                            aFinding().numbered("URL-2").at("http://0x7f.1/admin").make())
                    .statusCode(422)
                    .body("errors[0].code", equalTo("private-address"));
        }

        @Test
        void whatIsOddButLawfulIsFlaggedForTheCityAlone() {
            String lead =
                    JINGWEI.submits(
                            open(JINGWEI),
                            aFinding()
                                    .numbered("FLAG-1")
                                    .on("bendi-fuwu", PlatformType.LOCAL_LIFE)
                                    .of("FOOD_SAFETY")
                                    .at("https://47.100.0.1/shop")
                                    .make());
            assertThat(CITY.sees(lead).getList("flags.rule"))
                    .containsExactly(
                            "URL_ADDRESS",
                            "OUTSIDE_SCOPE",
                            "OUTSIDE_SCOPE",
                            "TARGET_IP_MISSING",
                            "SERVER_IP_MISSING",
                            "SERVER_PRESERVED_AT_MISSING",
                            "TIME_SERVICE_AT_MISSING",
                            "RECORDING_MISSING",
                            "NOT_RECEIVED");
            assertThat(JINGWEI.sees(lead).getList("flags")).isNull();
            CITY.qualifies(lead);
            CITY.assigns(lead, "310101");
            assertThat(HUANGPU.sees(lead).getList("flags")).isNull();
        }
    }

    @Nested
    class Supplements {
        @Test
        void aReviewNamesDefectsAndFieldsAndEarlierVersionsStayReadable() {
            Finding first = aFinding().numbered("SUP-1").goods("旧名", null).make();
            String instruction = open(JINGWEI);
            String lead = JINGWEI.submits(instruction, first);
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of(
                                    "verdict",
                                    "RETURNED_FOR_SUPPLEMENT",
                                    "reasons",
                                    "截图不完整，商品名有误",
                                    "defects",
                                    List.of(
                                            Map.of(
                                                    "code",
                                                    "EVIDENCE_INCOMPLETE",
                                                    "pointer",
                                                    "/evidence/0"),
                                            Map.of(
                                                    "code",
                                                    "FIELD_MISSING",
                                                    "pointer",
                                                    "/goodsName",
                                                    "note",
                                                    "应写页面上的全称"))))
                    .statusCode(200);
            JsonPath returned = JINGWEI.sees(lead);
            assertThat(returned.getList("history[-1].defects.code"))
                    .isEqualTo(List.of("EVIDENCE_INCOMPLETE", "FIELD_MISSING"));
            assertThat(returned.getString("history[-1].defects[1].pointer"))
                    .isEqualTo("/goodsName");

            Finding second = aFinding().numbered("SUP-1").goods("全称", null).make();
            JINGWEI.tryStep(lead, "supplement", Map.of("finding", second, "reasons", "已补"))
                    .statusCode(200)
                    .body("findingVersion", equalTo(2));
            CITY.get("/v1/leads/" + lead + "/versions")
                    .statusCode(200)
                    .body("items.version", equalTo(List.of(1, 2)))
                    .body("items.finding.goodsName", equalTo(List.of("旧名", "全称")))
                    .body("items[0].reasons", equalTo("已补"));
            JINGWEI.get("/v1/leads/" + lead + "/versions").statusCode(404);

            JINGWEI.trySubmit(instruction, first)
                    .statusCode(200)
                    .body("lead.id", equalTo(lead))
                    .body("finding.goodsName", equalTo("全称"));
            JINGWEI.trySubmit(instruction, second).statusCode(200);
            JINGWEI.trySubmit(instruction, aFinding().numbered("SUP-1").goods("第三", null).make())
                    .statusCode(409)
                    .body("code", equalTo("finding-no-reused"));
        }

        @Test
        void defectsAreOfTheTableAndGoWithANegativeVerdict() {
            String lead = JINGWEI.submits(open(JINGWEI), aFinding().numbered("DEF-1").make());
            Map<String, String> unknown = Map.of("code", "NO_SUCH");
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "QUALIFIED", "defects", List.of(unknown)))
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/defects", "/defects/0/code")));
            List<Object> none = new ArrayList<>();
            none.add(null);
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "UNQUALIFIED", "reasons", "不足", "defects", none))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/defects/0"));
        }
    }

    @Nested
    class LikelyDuplicates {
        private static final String TEXT = "商家在直播间展示如何把完好商品的照片改成碎裂照片并骗取退款，观众可付费入群学习";

        @Test
        void pageFileAndWordingAreThreeReasonsAndOneProposal() {
            UUID file = UUID.randomUUID();
            String first =
                    JINGWEI.submits(
                            open(JINGWEI),
                            aFinding()
                                    .numbered("TRI-1")
                                    .of("三合一店", TEXT)
                                    .at("https://tri.example/1")
                                    .with(List.of(aFixation(file, "3c".repeat(32))))
                                    .make());
            String second =
                    OTHER.submits(
                            open(OTHER),
                            aFinding()
                                    .numbered("TRI-2")
                                    .of("三合一店", TEXT + "。")
                                    .at("http://tri.example/1/?spm=9")
                                    .with(List.of(aFixation(UUID.randomUUID(), "3C".repeat(32))))
                                    .make());
            CITY.get("/v1/leads/" + second + "/duplicates")
                    .statusCode(200)
                    .body("items.leadId", equalTo(List.of(first)))
                    .body("items[0].because.kind", hasItems("URL", "PICTURE", "TEXT"))
                    .body("items[0].proposal", equalTo("PROPOSED"));
            CITY.get("/v1/leads/" + first + "/duplicates")
                    .body("items.leadId", equalTo(List.of(second)));
            assertThat(CITY.sees(first).getList("duplicateProposals")).isEmpty();
            OTHER.get("/v1/leads/" + second + "/duplicates").statusCode(403);
            assertThat(OTHER.sees(second).prettify()).doesNotContain(first);

            CITY.tryStep(
                            second,
                            "qualification",
                            Map.of(
                                    "verdict", "DUPLICATE",
                                    "duplicateOf", first,
                                    "reasons", "同一直播间"))
                    .statusCode(200)
                    .body("duplicateProposals", empty());
            CITY.get("/v1/leads/" + second + "/duplicates")
                    .body("items[0].proposal", equalTo("CONFIRMED"))
                    .body("items[0].decidedBy", equalTo("city.reviewer"));
        }

        @Test
        void aRejectedPairIsNeverProposedAgain() {
            String page = "https://rej.example/1";
            String first =
                    JINGWEI.submits(
                            open(JINGWEI),
                            aFinding().numbered("REJ-1").of("甲店", "甲店内容").at(page).make());
            String instruction = open(OTHER);
            Finding finding = aFinding().numbered("REJ-2").of("乙店", "乙店内容").at(page).make();
            String second = OTHER.submits(instruction, finding);
            String rejection = "/v1/leads/" + first + "/duplicates/" + second + "/rejection";
            CITY.post(rejection, Map.of("reasons", " ")).statusCode(422);
            CITY.post(rejection, Map.of("reasons", "两家不同店铺共用一个活动页"))
                    .statusCode(200)
                    .body("items[0].proposal", equalTo("REJECTED"))
                    .body("items[0].reasons", equalTo("两家不同店铺共用一个活动页"));
            CITY.post(rejection, Map.of("reasons", "再说一次"))
                    .statusCode(409)
                    .body("code", equalTo("no-open-proposal"));

            CITY.tryStep(
                            second,
                            "qualification",
                            Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "缺商品名"))
                    .statusCode(200);
            OTHER.tryStep(
                            second,
                            "supplement",
                            Map.of(
                                    "finding",
                                    aFinding()
                                            .numbered("REJ-2")
                                            .of("乙店", "乙店内容")
                                            .at(page)
                                            .goods("教程", null)
                                            .make()))
                    .statusCode(200);
            assertThat(CITY.sees(second).getList("duplicateProposals")).isEmpty();
        }

        @Test
        void aLeadOnWhichOthersRestIsNotThrownAwayBeforeTheyStandAgain() {
            String instruction = open(JINGWEI);
            String kept = JINGWEI.submits(instruction, alone("REST-1"));
            String resting = JINGWEI.submits(instruction, alone("REST-2"));
            String third = JINGWEI.submits(instruction, alone("REST-3"));
            repeats(resting, kept).statusCode(200);
            Map<String, Object> useless = Map.of("verdict", "UNQUALIFIED", "reasons", "页面无法复现");
            CITY.tryStep(kept, "qualification", useless)
                    .statusCode(409)
                    .body("code", equalTo("others-rest-on-it"))
                    .body("detail", containsString(CITY.sees(resting).getString("lead.leadNo")));
            repeats(kept, third).statusCode(409).body("code", equalTo("others-rest-on-it"));

            assertThat(CITY.sees(resting).getList("lead.openSteps")).containsExactly("REOPEN");
            CITY.tryStep(resting, "qualification", Map.of("verdict", "REOPENED")).statusCode(422);
            CITY.tryStep(
                            resting,
                            "qualification",
                            Map.of("verdict", "REOPENED", "reasons", "所重复的线索页面无法复现"))
                    .statusCode(200)
                    .body("lead.state", equalTo("SUBMITTED"))
                    .body("lead.clocks.limit", equalTo(List.of("QUALITY_REVIEW")))
                    .body("duplicateOf", nullValue())
                    .body("history.step", equalTo(List.of("SUBMIT", "MARK_DUPLICATE", "REOPEN")));
            assertThat(JINGWEI.sees(resting).getString("history[-1].step")).isEqualTo("REOPEN");
            assertThat(JINGWEI.sees(resting).getString("history[-1].reasons"))
                    .as("it may tell of what others found")
                    .isNull();
            CITY.tryStep(kept, "qualification", useless).statusCode(200);
            repeats(resting, kept).statusCode(409).body("code", equalTo("duplicate-of-ended"));
            repeats(resting, third).statusCode(200);
        }

        /** It could come back about another page, and nobody would dispose of this one. */
        @Test
        void aLeadOnWhichOthersRestDoesNotGoBackToItsAgencyNorDoesOneRestOnALeadThatDid() {
            String instruction = open(JINGWEI);
            String kept = JINGWEI.submits(instruction, alone("WENT-1"));
            String resting = OTHER.submits(open(OTHER), alone("WENT-2"));
            repeats(resting, kept).statusCode(200);
            String told = JINGWEI.get("/v1/leads/" + kept).extract().asString();
            Map<String, Object> back =
                    Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "截图不完整");
            CITY.tryStep(kept, "qualification", back)
                    .statusCode(409)
                    .body("code", equalTo("others-rest-on-it"))
                    .body("detail", containsString(CITY.sees(resting).getString("lead.leadNo")));
            assertThat(JINGWEI.get("/v1/leads/" + kept).extract().asString()).isEqualTo(told);

            CITY.tryStep(
                            resting,
                            "qualification",
                            Map.of("verdict", "REOPENED", "reasons", "所重复的线索须补正"))
                    .statusCode(200);
            CITY.tryStep(kept, "qualification", back).statusCode(200);
            repeats(resting, kept).statusCode(409).body("code", equalTo("duplicate-of-returned"));
            assertThat(CITY.sees(resting).getString("lead.state")).isEqualTo("SUBMITTED");
            JINGWEI.tryStep(kept, "supplement", Map.of("finding", alone("WENT-1"))).statusCode(200);
            repeats(resting, kept).statusCode(200);
        }

        /** Releases before let a lead go back to its agency under its duplicates. */
        @Test
        void aSupplementedLeadPassesOnlyWhenNothingRestsOnWhatItSaidBefore() throws SQLException {
            String instruction = open(JINGWEI);
            String kept = JINGWEI.submits(instruction, alone("OLDPAIR-1"));
            String resting = JINGWEI.submits(instruction, alone("OLDPAIR-2"));
            repeats(resting, kept).statusCode(200);
            rest(resting, "null");
            CITY.tryStep(
                            kept,
                            "qualification",
                            Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "截图不完整"))
                    .statusCode(200);
            rest(resting, "'" + kept + "'");
            JINGWEI.tryStep(kept, "supplement", Map.of("finding", alone("OLDPAIR-1")))
                    .statusCode(200);
            CITY.tryStep(kept, "qualification", Desk.A_PASS)
                    .statusCode(409)
                    .body("code", equalTo("others-rest-on-it"))
                    .body("detail", containsString(CITY.sees(resting).getString("lead.leadNo")));
            CITY.tryStep(
                            resting,
                            "qualification",
                            Map.of("verdict", "REOPENED", "reasons", "所重复的线索已补正"))
                    .statusCode(200);
            repeats(resting, kept).statusCode(200);
            CITY.qualifies(kept);
        }

        private void rest(String lead, String on) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute(
                        "update lead set duplicate_of = %s where id = '%s'".formatted(on, lead));
            }
        }

        @Test
        void ofThrowingAwayAndRepeatingAtOnceOneIsRefused() {
            ofRepeatingAndThisAtOnceOneIsRefused("UNQUALIFIED");
        }

        @Test
        void ofReturningAndRepeatingAtOnceOneIsRefused() {
            ofRepeatingAndThisAtOnceOneIsRefused("RETURNED_FOR_SUPPLEMENT");
        }

        private void ofRepeatingAndThisAtOnceOneIsRefused(String verdict) {
            String instruction = open(JINGWEI);
            for (int round = 0; round < 8; round++) {
                String number = verdict.charAt(0) + "-" + round;
                String kept = JINGWEI.submits(instruction, alone("ONCE-K" + number));
                String resting = JINGWEI.submits(instruction, alone("ONCE-R" + number));
                Stream.<Runnable>of(
                                () -> repeats(resting, kept),
                                () ->
                                        CITY.tryStep(
                                                kept,
                                                "qualification",
                                                Map.of("verdict", verdict, "reasons", "无效")))
                        .parallel()
                        .forEach(Runnable::run);
                assertThat(
                                List.of(
                                        CITY.sees(kept).getString("lead.state"),
                                        CITY.sees(resting).getString("lead.state")))
                        .isNotEqualTo(List.of(verdict, "DUPLICATE"));
            }
        }

        @Test
        void aPairThatWasConfirmedIsOpenAgainWhenTheDuplicateIs() {
            String page = "https://reopened.example/1";
            String instruction = open(JINGWEI);
            String first =
                    JINGWEI.submits(
                            instruction,
                            aFinding().numbered("PAIR-A1").of("一店", "第一段话").at(page).make());
            String second =
                    JINGWEI.submits(
                            instruction,
                            aFinding().numbered("PAIR-A2").of("二店", "另外一段").at(page).make());
            repeats(second, first).statusCode(200);
            String third =
                    JINGWEI.submits(
                            instruction,
                            aFinding().numbered("PAIR-A3").of("三店", "不同的内容").at(page).make());
            assertThat(CITY.sees(third).getList("duplicateProposals.leadId"))
                    .containsExactly(first);
            CITY.tryStep(second, "qualification", Map.of("verdict", "REOPENED", "reasons", "认定有误"))
                    .statusCode(200)
                    .body("duplicateProposals.leadId", hasItems(first, third));
        }

        @Test
        void theCodeInOneFindingAndTheNameInTheOtherAreOneSubject() {
            String page = "https://code-or-name.example/1";
            String code = "91310000132260250X";
            String first = JINGWEI.submits(open(JINGWEI), on(page, "NAME-1", "同页 商行", code));
            String named = OTHER.submits(open(OTHER), on(page, "NAME-2", "同页商行", null));
            assertThat(CITY.sees(named).getList("duplicateProposals.leadId"))
                    .containsExactly(first);
            String other = OTHER.submits(open(OTHER), on(page, "NAME-3", "他店", null));
            assertThat(CITY.sees(other).getList("duplicateProposals")).isEmpty();
            String renamed = OTHER.submits(open(OTHER), on(page, "NAME-4", "改名商行", code));
            assertThat(CITY.sees(renamed).getList("duplicateProposals.leadId"))
                    .as("the code leads to whoever is told with a name of it alone")
                    .containsExactlyInAnyOrder(first, named);
        }

        @Test
        void aLeadThatCannotBeChosenIsNotProposedByItsFileOrItsWords() {
            List<Fixation> file = List.of(aFixation(UUID.randomUUID(), "4f".repeat(32)));
            String instruction = open(JINGWEI);
            Findings same = aFinding().of("作废店", "冒充官方客服群发兑奖链接并索要验证码").with(file);
            String ended =
                    JINGWEI.submits(
                            instruction,
                            same.numbered("ENDED-1").at("https://ended.example/1").make());
            CITY.tryStep(
                            ended,
                            "qualification",
                            Map.of("verdict", "UNQUALIFIED", "reasons", "页面无法复现"))
                    .statusCode(200);
            String lead =
                    JINGWEI.submits(
                            instruction,
                            same.numbered("ENDED-2").at("https://ended.example/2").make());
            CITY.get("/v1/leads/" + lead + "/duplicates").body("items.leadId", not(hasItem(ended)));
        }

        @Test
        void aNameLeadsToTheOnlyCodeThatItWasEverToldWith() {
            String code = "91310115MA1K4ABC4H";
            JINGWEI.submits(
                    asksForNoName(JINGWEI), on("https://told.example/1", "TOLD-1", "桥 商行", code));
            String page = "https://told.example/2";
            String coded = JINGWEI.submits(asksForNoName(JINGWEI), on(page, "TOLD-2", null, code));
            String named = OTHER.submits(asksForNoName(OTHER), on(page, "TOLD-3", "桥商行", null));
            assertThat(CITY.sees(named).getList("duplicateProposals.leadId"))
                    .containsExactly(coded);
            String unknown =
                    OTHER.submits(asksForNoName(OTHER), on(page, "TOLD-4", "无人见过商行", null));
            assertThat(CITY.sees(unknown).getList("duplicateProposals")).isEmpty();

            String other = "https://told.example/3";
            String before = OTHER.submits(asksForNoName(OTHER), on(other, "TOLD-5", "桥商行", null));
            String after = JINGWEI.submits(asksForNoName(JINGWEI), on(other, "TOLD-6", null, code));
            assertThat(CITY.sees(after).getList("duplicateProposals.leadId"))
                    .containsExactly(before);
        }

        @Test
        void whoeverIsToldWithACodeIsFoundByAllNamesThatLeadToIt() {
            String code = "91310115MA1K4ABC4H";
            JINGWEI.submits(
                    asksForNoName(JINGWEI), on("https://alias.example/1", "AMBER-1", "旧名商行", code));
            String page = "https://alias.example/2";
            String named = OTHER.submits(asksForNoName(OTHER), on(page, "BINGO-2", "旧名商行", null));
            String renamed =
                    JINGWEI.submits(asksForNoName(JINGWEI), on(page, "CEDAR-3", "新名商行", code));
            assertThat(CITY.sees(renamed).getList("duplicateProposals.leadId"))
                    .as("another name beside the code hides nothing")
                    .containsExactly(named);

            String other = "https://alias.example/3";
            String old = OTHER.submits(asksForNoName(OTHER), on(other, "DELTA-4", "旧名商行", null));
            String young =
                    JINGWEI.submits(asksForNoName(JINGWEI), on(other, "EAGLE-5", "新名商行", null));
            assertThat(CITY.sees(young).getList("duplicateProposals.leadId"))
                    .as("two names of one code")
                    .containsExactly(old);

            String third = "https://alias.example/4";
            String unheard =
                    OTHER.submits(asksForNoName(OTHER), on(third, "FJORD-6", "末名商行", null));
            String last =
                    JINGWEI.submits(asksForNoName(JINGWEI), on(third, "GRAPE-7", "末名商行", code));
            assertThat(CITY.sees(last).getList("duplicateProposals.leadId"))
                    .as("a name that comes with the code for the first time")
                    .containsExactly(unheard);
        }

        @Test
        void aNameIsFoundBehindManyFindingsOfItsCode() {
            String code = "91330100799655058B";
            String instruction = asksForNoName(JINGWEI);
            JINGWEI.submits(instruction, on("https://far.example/a", "FAR-A", "早年商行", code));
            for (int batch = 0; batch < 3; batch++) {
                List<Finding> items = new ArrayList<>();
                for (int at = 0; at < 80; at++) {
                    String number = "FAR-" + batch + "-" + at;
                    items.add(on("https://far.example/" + number, number, "后来商行", code));
                }
                JINGWEI.post(
                                "/v1/instructions/" + instruction + "/lead-batches",
                                Map.of("items", items))
                        .statusCode(207)
                        .body("accepted", equalTo(80));
            }
            String page = "https://far.example/b";
            String named = OTHER.submits(asksForNoName(OTHER), on(page, "FAR-B", "早年商行", null));
            String coded = JINGWEI.submits(instruction, on(page, "FAR-C", null, code));
            assertThat(CITY.sees(coded).getList("duplicateProposals.leadId"))
                    .containsExactly(named);
        }

        @Test
        void aNameThatWasToldWithTwoCodesLeadsNowhere() {
            String one = "91310115MA1K4ABC4H";
            String other = "91310000132260250X";
            JINGWEI.submits(
                    asksForNoName(JINGWEI), on("https://two.example/1", "TWO-1", "同名商行", one));
            JINGWEI.submits(
                    asksForNoName(JINGWEI), on("https://two.example/2", "TWO-2", "同名商行", other));
            String page = "https://two.example/3";
            String coded = JINGWEI.submits(asksForNoName(JINGWEI), on(page, "TWO-3", null, one));
            String named = OTHER.submits(asksForNoName(OTHER), on(page, "TWO-4", "同名商行", null));
            assertThat(CITY.sees(named).getList("duplicateProposals")).isEmpty();
            assertThat(CITY.sees(coded).getList("duplicateProposals")).isEmpty();
        }

        private String asksForNoName(Desk agency) {
            Map<String, Object> content =
                    new HashMap<>(Desk.anInstruction(DEADLINE, agency.who().organisation()));
            content.put("outputSpec", Map.of("requiredFields", List.of()));
            String instruction =
                    CITY.post("/v1/instructions", content).statusCode(201).extract().path("id");
            agency.acknowledges(instruction);
            return instruction;
        }

        private Finding on(
                String page, String number, @Nullable String name, @Nullable String code) {
            return aFinding()
                    .numbered(number)
                    .of("店" + number, number.repeat(9))
                    .at(page)
                    .about(name, code)
                    .make();
        }

        private Finding alone(String number) {
            return aFinding()
                    .numbered(number)
                    .of("店" + number, number.repeat(9))
                    .at("https://" + number.toLowerCase(Locale.ROOT) + ".example/1")
                    .make();
        }

        private ValidatableResponse repeats(String lead, String other) {
            return CITY.tryStep(
                    lead,
                    "qualification",
                    Map.of("verdict", "DUPLICATE", "duplicateOf", other, "reasons", "同一事项"));
        }

        @Test
        void twoFindingsOfOneBatchFindEachOther() {
            String instruction = open(JINGWEI);
            JINGWEI.post(
                            "/v1/instructions/" + instruction + "/lead-batches",
                            Map.of(
                                    "items",
                                    List.of(
                                            aFinding()
                                                    .numbered("PAIR-1")
                                                    .of("成对一店", "成对内容之一")
                                                    .at("https://pair.example/1")
                                                    .make(),
                                            aFinding()
                                                    .numbered("PAIR-2")
                                                    .of("成对二店", "第二段完全不同的话")
                                                    .at("https://pair.example/1")
                                                    .make())))
                    .statusCode(207)
                    .body("accepted", equalTo(2));
            List<String> ids =
                    CITY.get("/v1/leads?instructionId=" + instruction)
                            .extract()
                            .jsonPath()
                            .getList("items.sort{it.findingNo}.id");
            assertThat(CITY.sees(ids.get(1)).getList("duplicateProposals.leadId"))
                    .isEqualTo(List.of(ids.get(0)));
            assertThat(CITY.sees(ids.get(0)).getList("duplicateProposals")).isEmpty();
        }
    }

    private static Finding naming(String number, UUID file) {
        return aFinding().numbered(number).with(List.of(aFixation(file))).make();
    }

    private static String open(Desk agency) {
        String instruction = CITY.issues(DEADLINE, agency.who().organisation());
        agency.acknowledges(instruction);
        return instruction;
    }

    /** Sends what the detection service would say, and waits until it is known. */
    private void knows(Desk owner, String instruction, UUID file, String sha256, String sm3) {
        UUID witness = UUID.randomUUID();
        String lead = owner.submits(instruction, naming("W-" + witness, witness));
        String organisation = owner.who().organisation();
        send(EvidenceMessages.received(file, organisation, sha256, sm3));
        send(EvidenceMessages.received(witness, organisation, Findings.SHA256, Findings.SM3));
        await().until(
                        () ->
                                "MATCHES"
                                        .equals(
                                                CITY.sees(lead)
                                                        .getString("indications[0].hashMatch")));
    }

    private void send(String message) {
        messages.<String>source("events").send(message);
    }

    private static Finding seenAt(String number, String at) {
        return aFinding().numbered(number).seen(null, OffsetDateTime.parse(at)).make();
    }
}
