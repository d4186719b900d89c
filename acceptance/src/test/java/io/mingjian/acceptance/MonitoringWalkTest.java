package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.actor.Officer;
import io.mingjian.acceptance.actor.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ways through the monitoring loop that are not the straight one, each party through the gateway.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringWalkTest {
    private static final String LEADS = "/api/monitoring/v1/leads/";
    private static final String CLUES = "/api/registry/v1/clues/";
    private static final String LETTERS = "/api/monitoring/v1/letters/";
    private static final String INSTRUCTIONS = "/api/monitoring/v1/instructions/";

    private CityReviewer city;
    private MonitoringAgency jingwei;
    private MonitoringAgency other;
    private DistrictHandler huangpu;
    private Officer huangpuHead;
    private DistrictHandler pudong;
    private Platform yougou;

    @BeforeAll
    void thePartiesAreThere(Actors actors) {
        city = actors.cityReviewer();
        jingwei = actors.jingwei();
        other = actors.otherAgency();
        huangpu = actors.huangpu();
        huangpuHead = actors.huangpuHead();
        pudong = actors.pudong();
        yougou = actors.yougou();
    }

    @Test
    void aBatchTakesWhatIsSoundAndSaysWhatIsNot() {
        String instruction = anAcknowledgedInstruction();
        ObjectNode sound = aFinding();
        ObjectNode wrongCode = aFinding().put("uscc", "91310000132260250A");
        Answer outcome =
                jingwei.door()
                        .post(
                                INSTRUCTIONS + instruction + "/lead-batches",
                                Map.of("items", List.of(sound, wrongCode, sound)));
        assertThat(outcome.status()).as(outcome.text()).isEqualTo(207);
        assertThat(outcome.each("/items", "status")).isEqualTo(List.of("201", "422", "200"));
        assertThat(outcome.textAt("/items/1/problem/errors/0/pointer")).endsWith("/uscc");
        assertThat(outcome.textAt("/items/2/leadId")).isEqualTo(outcome.textAt("/items/0/leadId"));
    }

    @Test
    void aFindingIsReturnedSupplementedAndThenGood() {
        String lead = aLead(anAcknowledgedInstruction());
        city.door()
                .step(
                        LEADS + lead,
                        "qualification",
                        Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "请补充店铺链接"))
                .require(200);
        ObjectNode better = ((ObjectNode) jingwei.sees(lead).at("/finding")).deepCopy();
        better.put("shopUrl", "https://shop.yougou.example/");
        Answer supplemented =
                jingwei.door()
                        .step(
                                LEADS + lead,
                                "supplement",
                                Map.of("finding", better, "reasons", "已补充"))
                        .require(200);
        assertThat(supplemented.textAt("/finding/shopUrl"))
                .isEqualTo("https://shop.yougou.example/");
        assertThat(city.qualifies(lead).textAt("/lead/state")).isEqualTo("QUALIFIED");
    }

    @Test
    void aDistrictGivesALeadBackAndAnotherGetsIt() {
        String lead = aLead(anAcknowledgedInstruction());
        city.qualifies(lead);
        city.assigns(lead, "310101", "按公示地址");
        assertThat(pudong.looksForLead(lead).status()).isEqualTo(404);
        huangpu.receives(lead);
        huangpu.door()
                .step(LEADS + lead, "return", Map.of("reasons", "经核查，实际经营地在浦东新区"))
                .require(200);
        Answer assigned = city.assigns(lead, "310115", "经黄浦区局核查，实际经营地在浦东新区");
        assertThat(assigned.textAt("/lead/districtOrganisation")).isEqualTo("samr-pudong");
        assertThat(pudong.receives(lead).textAt("/lead/state")).isEqualTo("RECEIVED");
        assertThat(jingwei.sees(lead).textAt("/lead/state")).isEqualTo("IN_HANDLING");
        assertThat(huangpu.looksForLead(lead).status()).as("the former district").isEqualTo(404);
    }

    @Test
    void aCrimeThatADistrictSeesIsTheDraftOfATransferUntilAReviewerSaysThatItWasAMistake() {
        String lead = aLead(anAcknowledgedInstruction());
        city.qualifies(lead);
        city.assigns(lead, "310101", "按公示地址");
        huangpu.receives(lead);
        String evidence = jingwei.sees(lead).textAt("/finding/evidence/0/evidenceId");
        huangpu.refersCrime(lead, "FRAUD", 8000, evidence, "多名消费者被骗，金额较大");
        Answer draft = huangpu.seesClueOf(lead);
        assertThat(draft.textAt("/kind")).isEqualTo("TRANSFER_DRAFT");
        assertThat(draft.textAt("/state")).isEqualTo("DRAFT");
        assertThat(draft.textAt("/conduct")).isEqualTo("FRAUD");
        assertThat(draft.at("/amount").asInt()).isEqualTo(8000);
        assertThat(draft.textAt("/organisation")).isEqualTo("samr-huangpu");
        assertThat(draft.textAt("/evidenceIds/0")).isEqualTo(evidence);
        String path = CLUES + draft.textAt("/id");
        assertThat(pudong.door().get(path).status()).isEqualTo(404);
        assertThat(jingwei.sees(lead).text()).doesNotContain("FRAUD", draft.textAt("/clueNo"));
        Map<String, String> mistake = Map.of("reasons", "系民事纠纷，误作涉嫌犯罪移送");
        assertThat(huangpu.door().step(path, "dismissal", mistake).status()).isEqualTo(403);
        city.door().step(path, "dismissal", mistake).require(200);
        await().atMost(RunningStack.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(huangpu.door().get(LEADS + lead + "/referrals").text())
                                        .contains(draft.textAt("/clueNo"), "DISMISSED"));
    }

    @Test
    void aLetterAndTheEvidenceOfItsAnswerGoWithTheLeadToAnotherDistrict() {
        String lead = aLead(anAcknowledgedInstruction());
        city.qualifies(lead);
        city.assigns(lead, "310101", "按公示地址");
        huangpu.receives(lead);
        String letter = huangpu.draftsLetter(lead, "platform-yougou", "请提供经营者信息。").textAt("/id");
        huangpuHead.issuesLetter(letter);
        String evidence = yougou.uploads(World.picture()).textAt("/id");
        yougou.door()
                .step(
                        LETTERS + letter,
                        "answer",
                        Map.of("text", "经营者信息附后。", "evidenceIds", List.of(evidence)))
                .require(200);
        await().atMost(RunningStack.PATIENCE)
                .until(() -> huangpu.looksForEvidence(evidence).status() == 200);
        huangpu.door()
                .step(LEADS + lead, "return", Map.of("reasons", "经核查，实际经营地在浦东新区"))
                .require(200);
        city.assigns(lead, "310115", "经黄浦区局核查，实际经营地在浦东新区");
        await().atMost(RunningStack.PATIENCE)
                .until(() -> pudong.looksForEvidence(evidence).status() == 200);
        assertThat(huangpu.looksForEvidence(evidence).status()).isEqualTo(404);
        assertThat(huangpu.door().get(LETTERS + letter).status()).isEqualTo(404);
        Answer seen = pudong.door().get(LETTERS + letter).require(200);
        assertThat(seen.textAt("/answer")).isEqualTo("经营者信息附后。");
        assertThat(seen.textAt("/bureau")).isEqualTo("samr-huangpu");
        assertThat(seen.textAt("/holder")).isEqualTo("samr-pudong");
    }

    @Test
    void anAgencyDeclinesAndOthersDoNotLearnOfIt() {
        LocalDate today = LocalDate.now(World.SHANGHAI);
        String instruction =
                city.issuesInstruction(today, today.plusDays(5), "monitor-jingwei", "monitor-other")
                        .textAt("/id");
        other.door()
                .step(INSTRUCTIONS + instruction, "decline", Map.of("reasons", "人员不足"))
                .require(200);
        assertThat(jingwei.seesInstruction(instruction).text())
                .doesNotContain("monitor-other", "人员不足");
        assertThat(city.seesInstruction(instruction).text()).contains("monitor-other", "人员不足");
    }

    @Test
    void anAgencyThatWasNotOrderedCannotHandInAnything() {
        String instruction = anAcknowledgedInstruction();
        Answer answer = other.trySubmit(instruction, aFinding(), Map.of());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("monitor-jingwei");
    }

    private String anAcknowledgedInstruction() {
        return World.anOrderTakenOnBy(jingwei, city, "monitor-jingwei");
    }

    private String aLead(String instruction) {
        return jingwei.trySubmit(instruction, aFinding(), Map.of()).require(201).textAt("/lead/id");
    }

    private ObjectNode aFinding() {
        return World.finding("walk", jingwei.uploads(World.picture())).json();
    }
}
