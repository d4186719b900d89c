package io.mingjian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Desk.class)
class FilerPageTest {
    private static final String FILER = "01890000-0000-7000-8000-0000000000f1";
    private static final String OTHER = "01890000-0000-7000-8000-0000000000f2";
    private static final String MERGE = "01890000-0000-7000-8000-0000000000a1";
    private static final String PAGE = "/filers/" + FILER;

    private static final String DOSSIER =
            """
            {"personId": "%1$s", "asOf": "2026-11-24",
             "filers": [{"filerId": "%1$s", "personId": "%1$s", "hasDocument": true,
                         "masked": {"name": "张*", "phone": "138****8888"}}],
             "windows": [{"days": 30, "from": "2026-10-26", "submissions": 12, "setAside": 1, "upheld": 3}],
             "operators": [{"operator": "<b>茶具店</b>", "goodsClass": "", "last90Days": 2, "lastYear": 4},
                           {"goodsClass": "", "last90Days": 2, "lastYear": 2}],
             "issues": [{"exampleNo": "沪黄举报〔2026〕7号", "last30Days": 5, "lastYear": 9, "operators": 8}],
             "outcomes": [{"kind": "UPHELD", "kindName": "所反映的问题经查实立案", "times": 3, "lastOn": "2026-11-01", "positive": true}],
             "entries": [{"id": "%2$s", "state": "LISTED", "stateName": "已列入", "live": true, "proposedOn": "2026-09-01",
                          "entryNo": "沪名录〔2026〕1号", "from": "2026-10-01", "until": "2027-09-30"}],
             "hints": [{"criterion": "FREQ_12M", "version": 1, "level": "WATCH", "explanation": "近一年共12次"}],
             "reusedEvidence": [{"evidenceId": "%2$s", "registrationNo": "沪黄举报〔2026〕7号", "times": 4}],
             "timeline": [
               {"receivedOn": "2026-11-20", "kind": "COMPLAINT", "registrationNo": "沪黄投诉〔2026〕12号", "state": "ACCEPTED",
                "filingId": "%3$s", "respondent": "茶具店", "facts": []},
               {"receivedOn": "2026-11-02", "kind": "REPORT", "registrationNo": "沪浦举报〔2026〕3号", "state": "CASE_FILED",
                "facts": ["所反映的问题经查实立案"]}],
             "cut": false}
            """
                    .formatted(FILER, OTHER, Desk.COMPLAINT);

    private static final String CLUSTER =
            """
            {"personId": "%1$s", "elsewhere": 1, "cut": false,
             "persons": [{"filerId": "%2$s", "personId": "%2$s", "hasDocument": false,
                          "masked": {"name": "李*", "phone": "139****0000"}}],
             "links": [{"kind": "PHONE", "kindName": "电话", "contact": "138****8888", "persons": ["%2$s"], "elsewhere": 1}]}
            """
                    .formatted(FILER, OTHER);

    private static final String MERGES =
            """
            {"items": [{"id": "%3$s", "version": 2, "state": "PROPOSED", "stateName": "待核", "rule": "PHONE_ONLY",
              "ruleText": "曾使用同一电话", "documentsDiffer": true, "openSteps": ["MERGE", "DISMISS"],
              "filers": [{"filerId": "%1$s", "personId": "%1$s", "hasDocument": true, "masked": {"name": "张*"}},
                         {"filerId": "%2$s", "personId": "%2$s", "hasDocument": true, "masked": {"name": "李*"}}]}]}
            """
                    .formatted(FILER, OTHER, MERGE);

    Desk desk;
    private final Browsing handler = new Browsing(Role.HANDLER);
    private final Browsing reviewer = new Browsing(Role.REVIEWER);

    @BeforeEach
    void theRegistryKnowsThePerson() {
        desk.clear();
        desk.put("/v1/filers/" + FILER, new JsonObject(DOSSIER));
        desk.put("/v1/filers/" + FILER + "/cluster", new JsonObject(CLUSTER));
        desk.put("/v1/filer-merges", new JsonObject(MERGES));
    }

    @Test
    void showsCountsPatternsOutcomesAndEverythingBeside() {
        HttpResponse<String> page = handler.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("<h1>张* 138****8888</h1>")
                .contains("<td>近 30 日</td><td>12</td><td>1</td><td>3</td>")
                .contains("经查实立案", "有利情况")
                .contains("&lt;b&gt;茶具店&lt;/b&gt;", "（由其他单位办理）")
                .contains("沪名录〔2026〕1号", "2026-10-01 至 2027-09-30")
                .contains("近一年共12次", "不得据此不予受理")
                .contains("同一图片另出现 4 次")
                .contains("<b>电话</b> 138****8888：李* 139****0000；另有 1 人不在本局")
                .contains("href=\"/complaints/" + Desk.COMPLAINT + "\">沪黄投诉〔2026〕12号</a>")
                .contains("<td>沪浦举报〔2026〕3号</td>");
    }

    @Test
    void whoMayNotDecideSeesProposalsAndNoForms() {
        String page = handler.get(PAGE).body();
        assertThat(page).contains("曾使用同一电话", "双方证件号码不同").doesNotContain("<form id=\"act-");
        assertThat(reviewer.get(PAGE).body())
                .contains(
                        "action=\"" + PAGE + "/merges/" + MERGE + "/confirmation\"",
                        "action=\"" + PAGE + "/merges/" + MERGE + "/dismissal\"",
                        "action=\"" + PAGE + "/merges\"")
                .doesNotContain("/separation\"");
    }

    @Test
    void aDecisionGoesToTheRegistryUnderTheVersionThatWasSeen() {
        reviewer.get(PAGE);
        HttpResponse<String> answer =
                reviewer.post(
                        PAGE + "/merges/" + MERGE + "/confirmation", Map.of("reasons", "笔迹相同"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith(PAGE + "?done=confirmation");
        assertThat(desk.steps())
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.uri())
                                    .isEqualTo("/v1/filer-merges/" + MERGE + "/confirmation");
                            assertThat(asked.ifMatch()).isEqualTo("\"2\"");
                            assertThat(new JsonObject(asked.body()))
                                    .isEqualTo(new JsonObject().put("reasons", "笔迹相同"));
                        });
        assertThat(reviewer.get(PAGE + "?done=confirmation").body()).contains("已合并。");
        assertThat(reviewer.get(PAGE + "?done=%3Cb%3E").body())
                .doesNotContain("&lt;b&gt;已", "role=\"status\" data-done");
    }

    @Test
    void mergingByHandNamesBothFilers() {
        reviewer.get(PAGE);
        reviewer.post(PAGE + "/merges", Map.of("otherFilerId", OTHER, "reasons", "本人承认"));
        assertThat(desk.steps())
                .singleElement()
                .satisfies(
                        asked ->
                                assertThat(new JsonObject(asked.body()))
                                        .isEqualTo(
                                                new JsonObject()
                                                        .put("filerId", FILER)
                                                        .put("otherFilerId", OTHER)
                                                        .put("reasons", "本人承认")));
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsWhatWasTyped() {
        reviewer.get(PAGE);
        desk.refuse(Papers.problem(409, "这两个投诉举报人已经是同一人，不需要再合并。"));
        HttpResponse<String> answer =
                reviewer.post(
                        PAGE + "/merges", Map.of("otherFilerId", OTHER, "reasons", "本人承认<b>"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("这两个投诉举报人已经是同一人", "本人承认&lt;b&gt;", "value=\"" + OTHER + "\"")
                .contains("<details class=\"act\" name=\"act\" open data-unfold>");
    }

    @Test
    void theFilingLeadsToThePerson() {
        desk.put("/v1/complaints/" + Desk.COMPLAINT, Papers.complaint().put("filerId", FILER));
        assertThat(handler.get("/complaints/" + Desk.COMPLAINT).body())
                .contains("<a href=\"" + PAGE + "\">投诉举报人档案</a>");
    }

    @Test
    void aStrangerReadsThatThereIsNobody() {
        HttpResponse<String> page = handler.get("/filers/" + OTHER);
        assertThat(page.statusCode()).isEqualTo(404);
    }
}
