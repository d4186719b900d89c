package io.mingjian.gateway.console;

import static io.mingjian.gateway.console.Desk.COMPLAINT;
import static io.mingjian.gateway.console.Desk.EVIDENCE;
import static io.mingjian.gateway.console.Desk.FOREIGN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.Role;
import io.mingjian.gateway.testing.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Desk.class)
class ConsolePagesTest {
    private static final String PAGE = "/complaints/" + COMPLAINT;

    Desk desk;
    private final Browsing officer = new Browsing(Role.HANDLER);

    @BeforeEach
    void theDeskIsTidy() {
        desk.clear();
    }

    @Nested
    class Login {
        @Test
        void landingPageIsOpenAndLeadsToTheQueue() {
            for (String path : List.of("/", "/console", "/bye")) {
                HttpResponse<String> page = Outside.send(Outside.request(path));
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body())
                        .as(path)
                        .contains("<html lang=\"zh-CN\">", "href=\"/queue\"");
            }
            assertThat(Outside.send(Outside.request("/bye")).body()).contains("您已退出登录");
        }

        @Test
        void strangersReadNothingElse() {
            for (String path :
                    List.of("/queue", PAGE, "/login", "/evidence/" + EVIDENCE + "/picture")) {
                assertThat(Outside.send(Outside.request(path)).statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
            assertThat(desk.all()).isEmpty();
        }

        @Test
        void servicesAreAskedWithTheOfficersOwnToken() {
            officer.get(PAGE);
            assertThat(desk.all())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(
                            asked ->
                                    assertThat(asked.bearer())
                                            .isEqualTo("Bearer " + officer.token()));
        }
    }

    @Nested
    class Queue {
        @Test
        void saysTheDeadlineInWordsAndColour() {
            String page = officer.get("/queue").body();
            assertThat(page)
                    .contains("<span class=\"due overdue\">逾期 1 日</span>")
                    .contains("<span class=\"due last\">剩 0 日 · 今日到期</span>")
                    .contains("<span class=\"due soon\">剩 2 日</span>")
                    .contains("<span class=\"due calm\">剩 9 日</span>")
                    .contains("已分送待受理", "核查中", "有部分迹象", "1 份待分析", "暂定");
        }

        @Test
        void passesFiltersOnAndMakesEveryOneALink() {
            String page = officer.get("/queue?kind=COMPLAINT&state=ACCEPTED&cursor=a%2Fb").body();
            assertThat(desk.uris())
                    .singleElement()
                    .asString()
                    .contains("kind=COMPLAINT", "state=ACCEPTED", "limit=50")
                    .containsAnyOf("cursor=a/b", "cursor=a%2Fb");
            assertThat(page)
                    .contains(
                            "href=\"/queue?kind=COMPLAINT&amp;state=ACCEPTED\" aria-current=\"true\"")
                    .contains(
                            "href=\"/queue?kind=COMPLAINT&amp;state=ACCEPTED&amp;cursor=abc%2F%2B%3D\"")
                    .contains("回到第一页");
        }

        @Test
        void dropsFiltersThatDoNotExist() {
            officer.get("/queue?kind=%3Cb%3E&state=CASE_FILED");
            assertThat(desk.uris()).singleElement().asString().doesNotContain("kind=", "state=");
        }

        @Test
        void isForOnePersonAlone() {
            HttpResponse<String> page = officer.get("/queue");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.headers().allValues("Vary").toString()).contains("HX-Request");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }

        @Test
        void emptyQueueSaysSo() {
            desk.put("/v1/queue", new JsonObject().put("items", new JsonArray()));
            assertThat(officer.get("/queue").body()).contains("没有符合条件的件");
        }

        @Test
        void whoMayNotSeeItReadsWhy() {
            desk.put("/v1/queue", new JsonObject().put("svg", 1));
            HttpResponse<String> page = officer.get("/queue");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("服务暂时没有响应", "<html lang=\"zh-CN\">");
        }
    }

    @Nested
    class Filing {
        @Test
        void showsFactsClocksWithArticleAndTheMaskedFiler() {
            HttpResponse<String> page = officer.get(PAGE);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.body())
                    .contains("沪黄投诉〔2026〕12号", "杯身有裂纹", "89.5", "退还货款和服务费用")
                    .contains("张*", "138****8888", "居民身份证")
                    .contains("受理期限", "总局令第121号第15条", "2026-12-01", "暂定", "剩 3 日")
                    .contains("总局令第121号第13、15、41条", "2026-11-20 09:30");
        }

        @Test
        void everySignalComesWithWhatItDoesNotProve() {
            assertThat(officer.get(PAGE).body())
                    .contains("文件曾由图像编辑软件保存。", "<b>不能证明</b>：存在任何欺瞒。")
                    .contains("另见于 2 份证据", "另有 2 份属于其他方。")
                    .contains("仅供承办人参考。", "data-region=\"0.2500 0.5000 0.1000 0.2000\"")
                    .doesNotContain("欺诈", "造假");
        }

        @Test
        void signalWithoutLimitsStillSaysThatItProvesNothing() {
            JsonObject analysis = Papers.analysis();
            analysis.getJsonArray("signals").getJsonObject(0).remove("doesNotProve");
            desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
            assertThat(officer.get(PAGE).body()).contains("<b>不能证明</b>：任何事实");
        }

        @Test
        void openActsAreFormsAndTheOthersSayWhyTheyAreNot() {
            assertThat(officer.get(PAGE).body())
                    .contains("action=\"" + PAGE + "/acceptance\"")
                    .contains("action=\"" + PAGE + "/non-acceptance\"")
                    .contains("<b>终止调解</b>：仅在“已受理”状态下可办理，现为“已分送待受理”。")
                    .doesNotContain("action=\"" + PAGE + "/termination\"");
        }

        @Test
        void whoLacksTheRoleReadsWhichOneItTakes() {
            desk.put(
                    "/v1/complaints/" + COMPLAINT,
                    Papers.complaint().put("openSteps", new JsonArray()));
            assertThat(new Browsing(Role.INTAKE).get(PAGE).body())
                    .contains("<b>受理</b>：须由承办人或审核人办理");
        }

        @Test
        void hostileTextsStayTexts() {
            String hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
            JsonObject complaint = Papers.complaint();
            complaint.getJsonObject("disputeFacts").put("content", hostile);
            complaint.getJsonObject("respondent").put("name", hostile);
            complaint
                    .put("registrationNo", hostile)
                    .put("state", hostile)
                    .put("stateName", hostile);
            complaint.getJsonArray("steps").getJsonObject(0).put("reasons", hostile);
            desk.put("/v1/complaints/" + COMPLAINT, complaint);
            JsonObject analysis =
                    Papers.analysis().put("summary", hostile).put("bandName", hostile);
            analysis.getJsonArray("signals")
                    .getJsonObject(0)
                    .put("supports", hostile)
                    .put("facts", new JsonObject().put(hostile, hostile));
            desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
            assertThat(officer.get(PAGE).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x");
        }

        @Test
        void foreignFilingIsAFriendlyPageThatTellsNothing() {
            HttpResponse<String> page = officer.get("/complaints/" + FOREIGN);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body())
                    .contains("找不到该件", "href=\"/queue\"")
                    .doesNotContain(FOREIGN, "traceId", "urn:mingjian");
        }

        @Test
        void reportHasItsOwnFactsActsAndClock() {
            desk.put("/v1/reports/" + COMPLAINT, Papers.report());
            assertThat(officer.get("/reports/" + COMPLAINT).body())
                    .contains("详情页称永不破裂", "匿名举报", "核查期限", "总局令第2号第18条")
                    .contains("剩 0 日 · 今日到期", "近12个月已有 11 件。", "不影响受理")
                    .contains("<b>开始核查</b>：仅在“已分送待核查”状态下可办理，现为“核查中”。");
        }

        @Test
        void evidenceThatIsNotOpenToTheOfficerHidesNothingElse() {
            desk.remove("/v1/evidence/" + EVIDENCE);
            assertThat(officer.get(PAGE).body())
                    .contains("该证据未向贵单位开放", "杯身有裂纹", "action=\"" + PAGE + "/acceptance\"")
                    .doesNotContain("/evidence/" + EVIDENCE + "/picture");
        }

        @Test
        void pageHoldsNothingThatThePolicyWouldBlock() {
            assertThat(officer.get(PAGE).body())
                    .doesNotContain(" style=", "<style", "onclick=", "javascript:")
                    .doesNotContainPattern("<script(?![^>]* src=)");
        }
    }

    @Nested
    class Acts {
        @Test
        void acceptanceCarriesTheVersionThatWasShownAndLeadsBack() {
            officer.get(PAGE);
            HttpResponse<String> answer =
                    officer.post(
                            PAGE + "/acceptance", Map.of("version", "\"3\"", "reasons", "属于管辖"));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .endsWith(PAGE + "?done=acceptance");
            Desk.Asked step = desk.steps().get(0);
            assertThat(step.uri()).isEqualTo("/v1" + PAGE + "/acceptance");
            assertThat(step.ifMatch()).isEqualTo("\"3\"");
            assertThat(new JsonObject(step.body()))
                    .isEqualTo(new JsonObject().put("reasons", "属于管辖"));
            assertThat(officer.get(PAGE + "?done=acceptance").body()).contains("已完成：受理。");
        }

        @Test
        void scriptIsToldWhereToGo() {
            officer.get(PAGE);
            HttpResponse<String> answer =
                    officer.postByScript(
                            PAGE + "/acceptance", Map.of("version", "\"3\"", "reasons", "属于管辖"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("HX-Redirect"))
                    .hasValue(PAGE + "?done=acceptance");
        }

        @Test
        void factorsBelongToTheThirdGroundOnly() {
            officer.get(PAGE);
            Map<String, String> typed =
                    Map.of("version", "\"3\"", "ground", "3", "factors", "c", "reasons", "r");
            officer.post(PAGE + "/non-acceptance", typed);
            officer.post(
                    PAGE + "/non-acceptance",
                    Map.of("version", "\"3\"", "ground", "1", "factors", "c", "reasons", "r"));
            assertThat(new JsonObject(desk.steps().get(0).body()))
                    .isEqualTo(
                            new JsonObject()
                                    .put("ground", 3)
                                    .put("factors", new JsonArray().add("c"))
                                    .put("reasons", "r")
                                    .put("remedies", ""));
            assertThat(new JsonObject(desk.steps().get(1).body()).containsKey("factors")).isFalse();
        }

        @Test
        void faultsStandInTheSummaryAndBesideTheirFieldsAndNothingIsLost() {
            officer.get(PAGE);
            desk.refuse(
                    Desk.invalid(
                            Desk.fault("/reasons", "请填写理由。"),
                            Desk.fault("/factors/0", "考虑因素代码为 a 至 e。")));
            HttpResponse<String> page =
                    officer.post(
                            PAGE + "/non-acceptance",
                            Map.of(
                                    "version", "\"3\"",
                                    "ground", "3",
                                    "factors", "d",
                                    "reasons", " ",
                                    "remedies", "可以 <起诉>"));
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("没有提交：有 2 处需要处理")
                    .contains("<a href=\"#non-acceptance-reasons\">请填写理由。</a>")
                    .contains("<p class=\"fault\" id=\"non-acceptance-reasons-fault\">请填写理由。</p>")
                    .contains("<a href=\"#non-acceptance-factors\">")
                    .contains("value=\"3\" checked", "value=\"d\" checked", "可以 &lt;起诉&gt;");
        }

        @Test
        void afterAnothersChangeItSaysWhoAndKeepsTheInput() {
            officer.get(PAGE);
            desk.refuse(Papers.problem(412, "该记录已被他人更新。"));
            JsonObject accepted =
                    Papers.complaint().put("state", "ACCEPTED").put("stateName", "已受理");
            accepted.put("openSteps", new JsonArray().add("TERMINATE"));
            accepted.getJsonArray("steps")
                    .add(
                            new JsonObject()
                                    .put("step", "ACCEPT")
                                    .put("by", "li.si")
                                    .put("organisation", "samr-huangpu")
                                    .put("at", "2026-11-24T10:00:00+08:00")
                                    .put("reasons", "属于管辖"));
            desk.put("/v1/complaints/" + COMPLAINT, accepted);
            desk.is("\"4\"");
            HttpResponse<String> page =
                    officer.post(
                            PAGE + "/non-acceptance",
                            Map.of("version", "\"3\"", "ground", "1", "reasons", "我写的理由"));
            assertThat(page.statusCode()).isEqualTo(412);
            assertThat(page.body())
                    .contains("本件在您打开之后已有变化")
                    .contains("黄浦区市场监督管理局 li.si 已于 2026-11-24 10:00 办理“受理”。")
                    .contains("您未提交的内容", "我写的理由", "不属于市场监督管理部门职责");
        }

        @Test
        void changeThatLeavesTheActOpenLetsItBeSentAgainWithTheNewVersion() {
            officer.get(PAGE);
            desk.refuse(Papers.problem(412, "该记录已被他人更新。"));
            desk.is("\"4\"");
            String page =
                    officer.post(
                                    PAGE + "/acceptance",
                                    Map.of("version", "\"3\"", "reasons", "我写的理由"))
                            .body();
            assertThat(page)
                    .contains("本件在您打开之后已有变化", "我写的理由</textarea>")
                    .contains("name=\"version\" value=\"&quot;4&quot;\"")
                    .doesNotContain("name=\"version\" value=\"&quot;3&quot;\"");
        }

        @Test
        void stepThatTheLifecycleDoesNotKnowIsToldInTheSummary() {
            officer.get(PAGE);
            desk.refuse(Papers.problem(409, "当前状态不能进行该步骤。"));
            HttpResponse<String> page =
                    officer.post(PAGE + "/acceptance", Map.of("version", "\"3\"", "reasons", "r"));
            assertThat(page.statusCode()).isEqualTo(409);
            assertThat(page.body()).contains("有 1 处需要处理", "当前状态不能进行该步骤。");
        }

        @Test
        void formWithoutItsTokenIsRefusedBeforeAnyServiceHears() {
            officer.get(PAGE);
            desk.clear();
            HttpResponse<String> answer =
                    officer.postWithoutToken(
                            PAGE + "/acceptance", Map.of("version", "\"3\"", "reasons", "r"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(desk.all()).isEmpty();
        }

        @Test
        void unknownActIsNotFound() {
            officer.get(PAGE);
            assertThat(
                            officer.post(PAGE + "/rubber-stamp", Map.of("version", "\"3\""))
                                    .statusCode())
                    .isEqualTo(404);
            assertThat(desk.steps()).isEmpty();
        }

        @Test
        void linkToAnActLeadsToThePage() {
            HttpResponse<String> answer = officer.get(PAGE + "/acceptance");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PAGE);
        }
    }

    @Nested
    class Pictures {
        @Test
        void comeFromTheConsolesOwnAddressWithGuards() {
            HttpResponse<String> picture = officer.get("/evidence/" + EVIDENCE + "/picture");
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(picture.headers().firstValue("Cache-Control")).hasValue("private, no-store");
            assertThat(picture.headers().firstValue("Content-Disposition"))
                    .hasValue("inline; filename=\"evidence-" + EVIDENCE + ".jpg\"");
            assertThat(picture.headers().firstValue("Set-Cookie").orElse(""))
                    .doesNotContain("inside");
            assertThat(desk.all().get(0).bearer()).isEqualTo("Bearer " + officer.token());
        }

        @Test
        void missingHeatMapIsAnEmptyAnswer() {
            assertThat(officer.get("/evidence/" + EVIDENCE + "/heatmap").statusCode())
                    .isEqualTo(204);
        }

        @Test
        void drawingsThatCouldRunScriptsAreNotPassedOn() {
            desk.put("/v1/evidence/" + EVIDENCE + "/heatmap", new JsonObject().put("svg", 1));
            HttpResponse<String> answer = officer.get("/evidence/" + EVIDENCE + "/heatmap");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).isEmpty();
        }

        @Test
        void pathCannotLeaveTheEvidence() {
            assertThat(officer.get("/evidence/..%2f..%2fq/picture").statusCode()).isEqualTo(404);
            assertThat(desk.all()).isEmpty();
        }
    }
}
