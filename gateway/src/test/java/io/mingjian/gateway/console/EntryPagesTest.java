package io.mingjian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Desk.class)
class EntryPagesTest {
    private static final String ENTRY = "01890000-0000-7000-8000-0000000000e1";
    private static final String RECHECK = "01890000-0000-7000-8000-0000000000c1";
    private static final String PAGE = "/abnormal-filer-entries/" + ENTRY;

    Desk desk;
    private final Browsing officer = new Browsing(Role.REVIEWER);

    @BeforeEach
    void theDeskIsTidy() {
        desk.clear();
        JsonObject entry = entry();
        desk.put("/v1" + PAGE, entry);
        desk.put(
                "/v1/abnormal-filer-entries",
                new JsonObject().put("items", new JsonArray().add(entry)));
        desk.put("/v1/rechecks", new JsonObject().put("items", new JsonArray().add(recheck())));
    }

    @Test
    void theListSaysWhatAListingMeansAndLeadsToItsEntries() {
        String page = officer.get("/abnormal-filer-entries?state=LISTED").body();
        assertThat(page)
                .contains("沪黄市监名列〔2026〕000001号", "有效：2026-11-24 至 2027-11-23")
                .contains("不得仅因列入而不予受理", "href=\"" + PAGE + "\"")
                .contains("href=\"/abnormal-filer-entries?state=LISTED\" aria-current=\"true\"");
    }

    @Test
    void anEntryShowsGroundsProposalAndTheFormsOfItsSteps() {
        assertThat(officer.get(PAGE).body())
                .contains("张*", "三次以同一照片索赔", "延长列入期限", "新认定的行为")
                .contains("登记异议", "action=\"" + PAGE + "/objection\"");
    }

    @Test
    void aStepIsSentUnderTheVersionThatWasSeen() {
        officer.get(PAGE);
        HttpResponse<String> answer =
                officer.post(PAGE + "/objection", Map.of("receivedOn", "2026-11-25"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(desk.steps())
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.uri()).isEqualTo("/v1" + PAGE + "/objection");
                            assertThat(step.ifMatch()).isEqualTo("\"3\"");
                            assertThat(step.body()).contains("\"receivedOn\":\"2026-11-25\"");
                        });
    }

    @Test
    void whatIsWrongWithAStepIsSaidWithWhatWasTyped() {
        officer.get(PAGE);
        desk.refuse(
                new JsonObject()
                        .put("status", 422)
                        .put(
                                "errors",
                                new JsonArray()
                                        .add(
                                                new JsonObject()
                                                        .put("pointer", "/receivedOn")
                                                        .put("detail", "收到日期不得晚于今天。"))));
        HttpResponse<String> answer =
                officer.post(PAGE + "/objection", Map.of("receivedOn", "2030-01-01"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有提交", "收到日期不得晚于今天。", "2030-01-01");
    }

    @Test
    void aFilingIsLookedAtAgainOnThePageOfThoseThatWait() {
        assertThat(officer.get("/rechecks").body())
                .contains("沪黄投诉〔2026〕12号", "列入名录已撤销", "处理未受列入影响");
        HttpResponse<String> answer =
                officer.post(
                        "/rechecks/" + RECHECK + "/result",
                        Map.of("result", "UNAFFECTED", "reasons", "与列入无关"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(desk.steps())
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.ifMatch()).isEqualTo("\"0\"");
                            assertThat(step.body()).contains("UNAFFECTED", "与列入无关");
                        });
    }

    @Test
    void filingsShowTheFlagsWithWhatTheyDoNotMean() {
        desk.put(
                "/v1/complaints/" + Desk.COMPLAINT,
                Papers.complaint()
                        .put(
                                "flags",
                                new JsonArray()
                                        .add(
                                                new JsonObject()
                                                        .put("code", "STRICT_ACCEPTANCE_REVIEW")
                                                        .put("zh", "受理从严审查")
                                                        .put("meaning", "不得仅因列入名录而不予受理。")))
                        .put(
                                "rechecks",
                                new JsonArray()
                                        .add(
                                                new JsonObject()
                                                        .put("id", RECHECK)
                                                        .put("cause", "列入名录已撤销"))));
        assertThat(officer.get("/complaints/" + Desk.COMPLAINT).body())
                .contains("受理从严审查：不得仅因列入名录而不予受理。", "须重新检视");
    }

    private static JsonObject entry() {
        return new JsonObject()
                .put("id", ENTRY)
                .put("entryNo", "沪黄市监名列〔2026〕000001号")
                .put("state", "LISTED")
                .put("stateName", "已列入")
                .put("filer", new JsonObject().put("name", "张*"))
                .put(
                        "grounds",
                        new JsonArray().add(new JsonObject().put("explanation", "三次以同一照片索赔")))
                .put("assumption", true)
                .put("effective", true)
                .put("term", new JsonObject().put("from", "2026-11-24").put("until", "2027-11-23"))
                .put(
                        "pending",
                        new JsonObject().put("resolutionName", "延长列入期限").put("reasons", "新认定的行为"))
                .put(
                        "forms",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("step", "OBJECT")
                                                .put("name", "登记异议")
                                                .put("path", "objection")
                                                .put(
                                                        "fields",
                                                        new JsonArray()
                                                                .add(
                                                                        new JsonObject()
                                                                                .put(
                                                                                        "name",
                                                                                        "receivedOn")
                                                                                .put("zh", "收到日期")
                                                                                .put("kind", "DATE")
                                                                                .put(
                                                                                        "required",
                                                                                        true)))));
    }

    private static JsonObject recheck() {
        return new JsonObject()
                .put("id", RECHECK)
                .put("version", 0)
                .put("entryId", ENTRY)
                .put("filingId", Desk.COMPLAINT)
                .put("kind", "COMPLAINT")
                .put("registrationNo", "沪黄投诉〔2026〕12号")
                .put("causeName", "列入名录已撤销")
                .put("acts", 2)
                .put("firstActOn", "2026-11-24")
                .put("lastActOn", "2026-11-25")
                .put("mine", true);
    }
}
