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
        void whatWasNotCountedToTheEndIsToldAsTheLeast() {
            assertThat(officer.get(PAGE).body()).doesNotContain("另见于至少");
            JsonObject analysis = Papers.analysis();
            analysis.getJsonObject("reuse").put("total", 100).put("atLeast", true);
            desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
            assertThat(officer.get(PAGE).body()).contains("另见于至少 100 份证据");
        }

        @Test
        void nothingFoundIsToldInTheWordsOfTheServiceAndNotAsANumber() {
            JsonObject analysis = Papers.analysis();
            String note = "在本机构提交的证据中未见。未与其他机构的证据查对。未见不说明该图片未曾使用。";
            analysis.put("reuse", new JsonObject().put("total", 0).put("note", note));
            desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
            assertThat(officer.get(PAGE).body())
                    .contains("<b>同一画面</b>：" + note + "</p>")
                    .doesNotContain("另见于", "没有列出其他证据");
        }

        @Test
        void whatWasNotLookedForIsAlsoToldBesideWhatWasFound() {
            JsonObject analysis = Papers.analysis();
            analysis.getJsonObject("reuse").put("note", "其余画面未作查重，原因见说明。");
            desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
            assertThat(officer.get(PAGE).body())
                    .contains("另见于 2 份证据。另有 2 份属于其他方。其余画面未作查重，原因见说明。</p>");
        }

        @Test
        void aServiceThatDoesNotSayWhereItLookedIsNotToldToHaveLooked() {
            JsonObject without = Papers.analysis();
            without.remove("reuse");
            JsonObject none = Papers.analysis().put("reuse", new JsonObject().put("total", 0));
            for (JsonObject analysis : List.of(without, none)) {
                desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
                assertThat(officer.get(PAGE).body())
                        .contains("没有列出其他证据；查对的范围未载明")
                        .doesNotContain("另见于", "未见于");
            }
        }

        @Test
        void aFilmWhoseHeadTellsNoSizeHasItsFirstPictureMarked() {
            assertThat(pageWithEvidenceOfNoSize("video/x-matroska"))
                    .contains("overlay.svg", "在图中查看", "video/x-matroska · 200 KiB")
                    .doesNotContain("0×0", "maps/jpeg-ghost");
        }

        @Test
        void aDocumentHasNoSizeAndNothingIsMarkedOnIt() {
            assertThat(pageWithEvidenceOfNoSize("application/pdf"))
                    .contains("application/pdf · 200 KiB", "report.pdf")
                    .doesNotContain("0×0", "overlay.svg", "在图中查看");
        }

        private String pageWithEvidenceOfNoSize(String mediaType) {
            JsonObject evidence = Papers.evidence();
            evidence.put("mediaType", mediaType).put("width", 0).put("height", 0);
            desk.put("/v1/evidence/" + EVIDENCE, evidence);
            return officer.get(PAGE).body();
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
                    .contains("受理后开始调解。", "依据：总局令第121号第15、23(5)条")
                    .contains("<b>提级办理</b>：须由市局且负责人办理。")
                    .doesNotContain("action=\"" + PAGE + "/termination\"");
        }

        @Test
        void everyKindOfFieldIsDrawnAsWhatItIs() {
            desk.put("/v1/reports/" + COMPLAINT, Papers.report());
            assertThat(officer.get("/reports/" + COMPLAINT).body())
                    .contains("<input type=\"text\" id=\"case-filing-text\" name=\"text\"")
                    .contains("<input type=\"text\" id=\"case-filing-filing\" name=\"filing\"")
                    .contains("<textarea id=\"case-filing-texts\" name=\"texts\"")
                    .contains("每行写一项。至少两人。", "aria-describedby=\"case-filing-texts-hint\"")
                    .contains("<input type=\"date\" id=\"case-filing-date\"")
                    .contains("<input type=\"datetime-local\" id=\"case-filing-moment\"")
                    .contains("金额（元）（选填）", "inputmode=\"decimal\"")
                    .contains(
                            "<select id=\"case-filing-district\"", "<option value=\"9\">九</option>")
                    .contains("<input type=\"text\" id=\"case-filing-later\" name=\"later\"")
                    .containsPattern("type=\"radio\" id=\"case-filing-mode-none\"[^>]* checked")
                    .containsPattern(
                            "type=\"radio\" id=\"case-filing-granted-true\"[^>]* required>")
                    .containsPattern(
                            "(?s)id=\"case-filing-granted-true\".*?class=\"under\".*?name=\"next\"")
                    .containsPattern(
                            "(?s)<fieldset id=\"case-filing-consent\".*?name=\"consent.on\"")
                    .containsPattern("id=\"case-filing-consent-on\"[^>]*autocomplete=\"off\">");
        }

        @Test
        void whoMayNotDoAnythingReadsSo() {
            desk.put(
                    "/v1/complaints/" + COMPLAINT,
                    Papers.complaint().put("forms", new JsonArray()));
            assertThat(officer.get(PAGE).body())
                    .contains("目前没有您可以办理的事项。", "<b>提级办理</b>")
                    .doesNotContain("<form id=");
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
                    .contains("<b>开始核查</b>", "action=\"/reports/" + COMPLAINT + "/case-filing\"");
        }

        @Test
        void samePictureElsewhereIsShownWithWhoHadItAndWhen() {
            JsonObject twin =
                    new JsonObject(
                            """
                            {"evidenceId": "%s", "organisation": "samr-huangpu", "receivedAt": "2026-11-02T15:04:00+08:00",
                             "kind": "CROPPED", "kindName": "同一图片（经裁剪或加边）", "distance": 12, "agreement": 0.97,
                             "fit": {"inliers": 84, "turn": "MIRROR", "turnName": "水平镜像"}}
                            """
                                    .formatted(FOREIGN));
            JsonObject analysis = Papers.analysis();
            analysis.getJsonObject("reuse").put("visible", new JsonArray().add(twin));
            desk.put("/v1/evidence/" + EVIDENCE + "/analysis", analysis);
            assertThat(officer.get(PAGE).body())
                    .contains("2026-11-02 15:04", "黄浦区市场监督管理局，早于本件", "同一图片（经裁剪或加边）")
                    .contains("感知哈希相差 12 位（共 256 位），吻合的特征点 84 个，水平镜像")
                    .contains("src=\"/evidence/" + FOREIGN + "/thumbnail\"")
                    .contains("href=\"/evidence/" + FOREIGN + "/picture\"");
        }

        @Test
        void heatMapIsToldToBeOneOfSaturationAndPapersCanBeFetched() {
            assertThat(officer.get(PAGE).body())
                    .contains("饱和度热力图", "参照照片中的百分位", "不表示该处由人工智能生成或者经过改动")
                    .doesNotContain("与周围不同")
                    .contains(
                            "href=\"/evidence/" + EVIDENCE + "/report.pdf\"",
                            "href=\"/evidence/" + EVIDENCE + "/overlay.svg\"",
                            "href=\"/evidence/" + EVIDENCE + "/maps/jpeg-ghost\"");
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
                    .endsWith(PAGE + "?done=ACCEPT");
            Desk.Asked step = desk.steps().get(0);
            assertThat(step.uri()).isEqualTo("/v1" + PAGE + "/acceptance");
            assertThat(step.ifMatch()).isEqualTo("\"3\"");
            assertThat(new JsonObject(step.body()))
                    .isEqualTo(new JsonObject().put("reasons", "属于管辖"));
        }

        @Test
        void noticeTellsOnlyWhatTheOfficerHasDone() {
            JsonObject complaint = Papers.complaint();
            complaint
                    .getJsonArray("steps")
                    .add(step("ACCEPT", "受理", "someone"))
                    .add(step("REFUSE", "不予受理", "li.si"));
            desk.put("/v1/complaints/" + COMPLAINT, complaint);
            assertThat(officer.get(PAGE + "?done=ACCEPT").body()).contains("已完成：受理。");
            assertThat(officer.get(PAGE + "?done=REFUSE").body()).doesNotContain("已完成");
            assertThat(officer.get(PAGE + "?done=%3Cb%3E").body()).doesNotContain("已完成", "<b>。");
        }

        @Test
        void scriptIsToldWhereToGo() {
            officer.get(PAGE);
            HttpResponse<String> answer =
                    officer.postByScript(
                            PAGE + "/acceptance", Map.of("version", "\"3\"", "reasons", "属于管辖"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("HX-Redirect")).hasValue(PAGE + "?done=ACCEPT");
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
                                    .put("reasons", "r"));
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
            accepted.put("forms", new JsonArray());
            accepted.getJsonArray("steps").add(step("ACCEPT", "受理", "li.si"));
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
        void everyKindOfFieldIsSentAsTheValueThatTheDoorReads() {
            desk.put("/v1/reports/" + COMPLAINT, Papers.report());
            String page = "/reports/" + COMPLAINT;
            officer.get(page);
            officer.post(
                    page + "/case-filing",
                    Map.ofEntries(
                            Map.entry("text", " 一行 "),
                            Map.entry("filing", EVIDENCE),
                            Map.entry("texts", "张三\r\n\r\n李四\r\n"),
                            Map.entry("date", "2026-12-01"),
                            Map.entry("moment", "2026-12-01T14:30"),
                            Map.entry("yuan", "1200.50"),
                            Map.entry("granted", "true"),
                            Map.entry("next", "王五"),
                            Map.entry("mode", ""),
                            Map.entry("district", "9"),
                            Map.entry("consent.on", "2026-11-30"),
                            Map.entry("consent.how", "PHONE"),
                            Map.entry("unasked", "x")));
            assertThat(new JsonObject(desk.steps().get(0).body()))
                    .isEqualTo(
                            new JsonObject(
                                    """
                                    {"text": "一行", "filing": "01890000-0000-7000-8000-00000000000e", "texts": ["张三", "李四"],
                                     "date": "2026-12-01", "moment": "2026-12-01T14:30:00+08:00", "yuan": 1200.50, "granted": true,
                                     "next": "王五", "district": "9", "consent": {"on": "2026-11-30", "how": "PHONE"}}
                                    """));
        }

        @Test
        void whatCannotBeReadIsLeftToTheRegistryAndWhatIsEmptyIsNotSent() {
            desk.put("/v1/reports/" + COMPLAINT, Papers.report());
            String page = "/reports/" + COMPLAINT;
            officer.get(page);
            officer.post(
                    page + "/case-filing",
                    Map.of(
                            "moment",
                            "明天下午",
                            "yuan",
                            "一百",
                            "granted",
                            "false",
                            "next",
                            "王五",
                            "consent.on",
                            "",
                            "texts",
                            " \r\n "));
            assertThat(new JsonObject(desk.steps().get(0).body()))
                    .isEqualTo(
                            new JsonObject()
                                    .put("moment", "明天下午")
                                    .put("yuan", "一百")
                                    .put("granted", false));
        }

        @Test
        void faultInsideAGroupStandsAtItsOwnField() {
            desk.put("/v1/reports/" + COMPLAINT, Papers.report());
            String page = "/reports/" + COMPLAINT;
            officer.get(page);
            desk.refuse(
                    Desk.invalid(
                            Desk.fault("/consent/how", "请选择同意的方式。"),
                            Desk.fault("/texts/1", "太长。"),
                            Desk.fault("/elsewhere", "另有不妥。")));
            assertThat(
                            officer.post(
                                            page + "/case-filing",
                                            Map.of("consent.on", "2026-11-30", "granted", "true"))
                                    .body())
                    .contains("<a href=\"#case-filing-consent-how\">请选择同意的方式。</a>")
                    .contains("<p class=\"fault\" id=\"case-filing-consent-how-fault\">")
                    .contains("<p class=\"fault\" id=\"case-filing-texts-fault\">太长。</p>")
                    .contains("<li>另有不妥。</li>", "value=\"2026-11-30\"")
                    .containsPattern("id=\"case-filing-granted-true\"[^>]* checked");
        }

        @Test
        void formThatIsNoneIsOutdated() {
            officer.get(PAGE);
            HttpResponse<String> answer =
                    officer.post(PAGE + "/acceptance", Map.of("asked", "{", "reasons", "r"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(desk.steps()).isEmpty();
        }

        @Test
        void actWithoutAFormTakesNothing() {
            officer.get(PAGE);
            assertThat(
                            officer.post(
                                            PAGE + "/rubber-stamp",
                                            Map.of("version", "\"3\"", "asked", ""))
                                    .statusCode())
                    .isEqualTo(400);
            assertThat(desk.steps()).isEmpty();
        }

        @Test
        void halfOfAFormIsNone() {
            for (String half : List.of("{}", "{\"step\": \"ACCEPT\", \"name\": \"受理\"}")) {
                officer.get(PAGE);
                assertThat(
                                officer.post(
                                                PAGE + "/acceptance",
                                                Map.of("version", "\"3\"", "asked", half))
                                        .body())
                        .contains("页面已过期");
            }
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
    class Findings {
        private static final String FORM = PAGE + "/evidence/" + EVIDENCE + "/confirmation";

        @BeforeEach
        void anOfficerMayFind() {
            desk.put(
                    "/v1/complaints/" + COMPLAINT,
                    Papers.complaint().put("findingForm", Papers.finding()));
        }

        @Test
        void standBesideTheIndicationAndCarryTheVersionOfTheFindings() {
            assertThat(officer.get(PAGE).body())
                    .contains("<summary>认定证据 1</summary>", "经过篡改")
                    .doesNotContain("工作人员的认定");
            HttpResponse<String> answer =
                    officer.post(FORM, Map.of("truth", "ALTERED", "reasons", "原件不同"));
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .endsWith(PAGE + "?done=CONFIRM_EVIDENCE");
            Desk.Asked asked = desk.steps().get(0);
            assertThat(asked.uri()).isEqualTo("/v1" + FORM);
            assertThat(asked.ifMatch()).isEqualTo("\"0\"");
            assertThat(new JsonObject(asked.body()))
                    .isEqualTo(new JsonObject().put("truth", "ALTERED").put("reasons", "原件不同"));
            assertThat(officer.get(PAGE + "?done=CONFIRM_EVIDENCE").body())
                    .doesNotContain("已记录对证据的认定。");
            desk.put("/v1/complaints/" + COMPLAINT, found("someone"));
            assertThat(officer.get(PAGE + "?done=CONFIRM_EVIDENCE").body()).contains("已记录对证据的认定。");
        }

        private static JsonObject found(String by) {
            JsonObject complaint = Papers.complaint().put("findingForm", Papers.finding());
            complaint
                    .getJsonArray("evidence")
                    .getJsonObject(0)
                    .put(
                            "confirmation",
                            new JsonObject()
                                    .put("version", 2)
                                    .put("truthName", "真实")
                                    .put("restsOnName", "核对原件、原始载体")
                                    .put("reasons", "与原件一致")
                                    .put("confirmedBy", by)
                                    .put("organisation", "samr-huangpu")
                                    .put("confirmedAt", "2026-11-24T10:00:00+08:00"));
            return complaint;
        }

        @Test
        void laterOneTakesThePlaceOfTheEarlier() {
            desk.put("/v1/complaints/" + COMPLAINT, found("li.si"));
            assertThat(officer.get(PAGE).body())
                    .contains("核对原件、原始载体", "与原件一致", "黄浦区市场监督管理局 li.si · 2026-11-24 10:00")
                    .contains("<summary>重新认定证据 1</summary>");
            officer.post(FORM, Map.of("truth", "ALTERED"));
            assertThat(desk.steps().get(0).ifMatch()).isEqualTo("\"2\"");
            desk.refuse(Papers.problem(412, "该记录已被他人更新。"));
            assertThat(officer.post(FORM, Map.of("truth", "ALTERED")).body())
                    .contains("li.si · 2026-11-24 10:00 已对该证据作出认定。");
        }

        @Test
        void faultStandsInTheFormOfItsEvidence() {
            officer.get(PAGE);
            desk.refuse(Desk.invalid(Desk.fault("/truth", "请选择认定结论。")));
            String id = "finding-" + EVIDENCE + "-truth";
            assertThat(officer.post(FORM, Map.of("reasons", "写好的理由")).body())
                    .contains("<a href=\"#" + id + "\">请选择认定结论。</a>")
                    .contains("<p class=\"fault\" id=\"" + id + "-fault\">")
                    .contains("写好的理由</textarea>");
        }
    }

    @Nested
    class Claims {
        private static final String CLAIMS = "/v1/queue/" + COMPLAINT + "/claims";

        @Test
        void isTakenWhereNobodyHasIt() {
            desk.put(CLAIMS, new JsonObject().put("periods", new JsonArray()));
            assertThat(officer.get(PAGE).body())
                    .contains("目前无人认领。", "<button class=\"plain\">认领本件</button>");
            officer.post(PAGE + "/queue/claim", Map.of());
            assertThat(desk.steps().get(0).uri()).isEqualTo("/v1/queue/" + COMPLAINT + "/claim");
            assertThat(officer.get(PAGE + "?done=CLAIM").body()).doesNotContain("已认领本件。");
            desk.put(CLAIMS, claimedBy(officer.subject()));
            assertThat(officer.get(PAGE + "?done=CLAIM").body())
                    .contains("已认领本件。")
                    .doesNotContain("data-advanced");
        }

        @Test
        void isGivenBackByWhoHasIt() {
            desk.put(CLAIMS, claimedBy(officer.subject()));
            assertThat(officer.get(PAGE).body()).contains("您 于 2026-11-24 10:00 认领");
            officer.post(PAGE + "/queue/release", Map.of("reasons", "请假"));
            Desk.Asked asked = desk.steps().get(0);
            assertThat(asked.uri()).isEqualTo("/v1/queue/" + COMPLAINT + "/release");
            assertThat(asked.ifMatch()).isEqualTo("\"3\"");
            assertThat(new JsonObject(asked.body()))
                    .isEqualTo(new JsonObject().put("reasons", "请假"));
        }

        @Test
        void ofAnotherIsOnlyTold() {
            desk.put(CLAIMS, claimedBy("somebody-else"));
            assertThat(officer.get(PAGE).body())
                    .contains("li.si 于 2026-11-24 10:00 认领")
                    .doesNotContain("/queue/claim", "/queue/release");
        }

        @Test
        void isNotShownToWhoMayNotKnow() {
            assertThat(officer.get(PAGE).body()).doesNotContain("id=\"claim-box\"");
        }

        private static JsonObject claimedBy(String subject) {
            JsonObject ended =
                    new JsonObject()
                            .put("userId", "x")
                            .put("name", "zhang.san")
                            .put("since", "2026-11-23T10:00:00+08:00")
                            .put("until", "2026-11-23T11:00:00+08:00");
            JsonObject running =
                    new JsonObject()
                            .put("userId", subject)
                            .put("name", "li.si")
                            .put("since", "2026-11-24T10:00:00+08:00");
            return new JsonObject().put("periods", new JsonArray().add(ended).add(running));
        }
    }

    @Nested
    class Notices {
        private static final String ID = "01890000-0000-7000-8000-00000000000d";

        @Test
        void areListedWithNumberAndServiceAndLeadToTheirFiles() {
            desk.put("/v1/documents", Papers.notices());
            assertThat(officer.get(PAGE).body())
                    .contains("沪黄市监投受告〔2026〕1号", "已于 2026-11-25 送达", "尚未送达")
                    .contains("href=\"/documents/" + ID + "/file.pdf\"")
                    .contains("href=\"/documents/" + ID + "/file.docx\"");
            assertThat(desk.uris())
                    .anyMatch(uri -> uri.startsWith("/v1/documents?") && uri.contains(COMPLAINT));
        }

        @Test
        void filesAreForThoseWhoMakeThem() {
            desk.put("/v1/documents", Papers.notices());
            assertThat(new Browsing(Role.INTAKE).get(PAGE).body())
                    .contains("沪黄市监投受告〔2026〕1号")
                    .doesNotContain("/file.pdf");
        }

        @Test
        void fileIsAnAttachmentFromTheConsolesOwnAddress() {
            HttpResponse<String> file = officer.get("/documents/" + ID + "/file.pdf");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"notice-" + ID + ".pdf\"");
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("private, no-store");
            assertThat(desk.uris()).containsExactly("/v1/documents/" + ID + "/file?format=pdf");
            assertThat(officer.get("/documents/" + ID + "/file.exe").statusCode()).isEqualTo(404);
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
        void aSmallPictureThatTheBrowserHasIsNotSentAgain() {
            String path = "/evidence/" + EVIDENCE + "/thumbnail";
            HttpResponse<String> first = officer.get(path);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control"))
                    .hasValue("private, max-age=300");
            HttpResponse<String> again =
                    officer.get(path, first.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.headers().firstValue("ETag")).hasValue("\"small\"");
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
        void reportAndOverlayAreFilesToKeep() {
            String path = "/v1/evidence/" + EVIDENCE;
            desk.put(path + "/report", new JsonObject().put("pdf", 1));
            desk.put(path + "/report/overlay.svg", new JsonObject().put("svg", 1));
            HttpResponse<String> report = officer.get("/evidence/" + EVIDENCE + "/report.pdf");
            assertThat(report.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"report-" + EVIDENCE + ".pdf\"");
            HttpResponse<String> overlay = officer.get("/evidence/" + EVIDENCE + "/overlay.svg");
            assertThat(overlay.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"overlay-" + EVIDENCE + ".svg\"");
            assertThat(desk.uris())
                    .containsExactly(path + "/report?format=pdf", path + "/report/overlay.svg");
        }

        @Test
        void expertMapIsOneOfThoseThatThereAre() {
            assertThat(officer.get("/evidence/" + EVIDENCE + "/maps/ela").statusCode())
                    .isEqualTo(404);
            assertThat(officer.get("/evidence/" + EVIDENCE + "/maps/other").statusCode())
                    .isEqualTo(404);
            assertThat(desk.uris()).containsExactly("/v1/evidence/" + EVIDENCE + "/maps/ela");
        }

        @Test
        void pathCannotLeaveTheEvidence() {
            assertThat(officer.get("/evidence/..%2f..%2fq/picture").statusCode()).isEqualTo(404);
            assertThat(desk.all()).isEmpty();
        }
    }

    private static JsonObject step(String code, String name, String by) {
        return new JsonObject()
                .put("step", code)
                .put("name", name)
                .put("by", by)
                .put("organisation", "samr-huangpu")
                .put("at", "2026-11-24T10:00:00+08:00")
                .put("reasons", "属于管辖");
    }
}
