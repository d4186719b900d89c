package io.mingjian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.OrganisationKind;
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
class LookupPageTest {
    private static final String LOOKUPS = "/v1/abnormal-filer-lookups";
    private static final String AGREEMENTS = "/v1/lookup-agreements";
    private static final Map<String, String> QUESTION =
            Map.of(
                    "idType", "RESIDENT_ID",
                    "idNumber", "310101199001010012",
                    "purposeCode", "CRIMINAL_CLUE",
                    "purpose", "研判团伙线索",
                    "legalBasis", "刑事诉讼法",
                    "caseNo", "立字12号");

    Desk desk;
    private final Browsing police =
            new Browsing("police-shanghai", OrganisationKind.POLICE, Role.HANDLER);

    @BeforeEach
    void theDeskIsTidy() {
        desk.clear();
        desk.put(LOOKUPS, log(false));
        desk.put(AGREEMENTS, agreements(true));
    }

    @Test
    void showsTheFormWithTheAgreedPurposesAndTheOwnLog() {
        HttpResponse<String> page = police.get("/lookups");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("value=\"CRIMINAL_CLUE\"", "研判线索", "居民身份证")
                .contains("CX2026-000007", "2026-11-24 10:00", "本单位的查询记录", "未查到")
                .contains("aria-current=\"page\">名录查询</a>")
                .doesNotContain("我的待办</a>", "data-draft", "姓名与证件不符");
    }

    @Test
    void showsTheAnswerWithItsMeaningAndWatermark() {
        desk.answers(LOOKUPS, answer());
        police.get("/lookups");
        HttpResponse<String> page = police.post("/lookups", QUESTION);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("在名录有效期内", "沪异名〔2026〕3号", "2026-07-01 至 2027-06-30")
                .contains("从严审查受理条件", "不得据此拒绝受理", "police-shanghai 警官", "2026-11-25 00:00")
                .doesNotContain("310101199001010012");
        JsonObject sent = new JsonObject(desk.steps().get(0).body());
        assertThat(sent.getString("idNumber")).isEqualTo("310101199001010012");
        assertThat(sent.getString("caseNo")).isEqualTo("立字12号");
        assertThat(sent.containsKey("entryNo")).isFalse();
    }

    @Test
    void keepsWhatWasTypedWhenTheQuestionIsRefused() {
        desk.refuse(Desk.invalid(Desk.fault("/purpose", "查询目的须不少于4个字。")));
        police.get("/lookups");
        HttpResponse<String> page = police.post("/lookups", QUESTION);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("没有查询", "查询目的须不少于4个字。", "value=\"立字12号\"");
    }

    @Test
    void saysWhyNothingIsAnsweredAnyMore() {
        desk.refuse(Papers.problem(429, "未查到的不同对象已达上限（20）。"));
        police.get("/lookups");
        HttpResponse<String> page = police.post("/lookups", QUESTION);
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("没有查询", "已达上限（20）");
    }

    @Test
    void hasNoFormWithoutAnAgreement() {
        desk.put(AGREEMENTS, agreements(false));
        assertThat(police.get("/lookups").body())
                .contains("没有在有效期内的查询协议")
                .doesNotContain("<textarea");
    }

    @Test
    void isTheHomeOfADepartmentAndHiddenFromHandlers() {
        HttpResponse<String> queue = police.get("/queue");
        assertThat(queue.statusCode()).isEqualTo(303);
        assertThat(queue.headers().firstValue("Location").orElse("")).endsWith("/lookups");
        assertThat(new Browsing(Role.HANDLER).get("/queue").body()).doesNotContain("/lookups");
    }

    @Test
    void showsAuditorsWhatEverybodyAsked() {
        desk.put(LOOKUPS, log(true));
        Browsing auditor =
                new Browsing("samr-shanghai", OrganisationKind.MUNICIPAL_BUREAU, Role.AUDITOR);
        assertThat(auditor.get("/lookups").body())
                .contains("各单位的查询记录", "上海市公安局", "姓名与证件不符")
                .contains("href=\"/lookups?cursor=a%2Fb\"")
                .doesNotContain("<textarea", "没有在有效期内的查询协议");
    }

    private static JsonObject log(boolean forAuditors) {
        JsonObject line =
                new JsonObject()
                        .put("lookupNo", "CX2026-000007")
                        .put("organisation", "police-shanghai")
                        .put("userId", "u")
                        .put("name", "police.officer")
                        .put("at", "2026-11-24T10:00:00+08:00")
                        .put("purposeCode", "CRIMINAL_CLUE")
                        .put("purposeName", "研判线索")
                        .put("purpose", "研判")
                        .put("legalBasis", "法")
                        .put("caseNo", "1号")
                        .put("listed", false);
        if (forAuditors) {
            line.put("nameDiffered", true);
        }
        return new JsonObject()
                .put("items", new JsonArray().add(line))
                .put("nextCursor", forAuditors ? "a/b" : null);
    }

    private static JsonObject agreements(boolean inForce) {
        return new JsonObject()
                .put(
                        "items",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("kindName", "公安机关")
                                                .put("dailyLimit", 200)
                                                .put("inForce", inForce)
                                                .put(
                                                        "purposes",
                                                        new JsonArray()
                                                                .add(
                                                                        new JsonObject()
                                                                                .put(
                                                                                        "code",
                                                                                        "CRIMINAL_CLUE")
                                                                                .put(
                                                                                        "name",
                                                                                        "研判线索")))));
    }

    private static JsonObject answer() {
        return new JsonObject()
                .put("lookupNo", "CX2026-000008")
                .put("listed", true)
                .put("entryNo", "沪异名〔2026〕3号")
                .put(
                        "effects",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("code", "STRICT_ACCEPTANCE_REVIEW")
                                                .put("zh", "从严审查受理条件")))
                .put("from", "2026-07-01")
                .put("until", "2027-06-30")
                .put("stayed", false)
                .put("meaning", "不得据此拒绝受理")
                .put("watermark", "police-shanghai 警官 CX2026-000008")
                .put("answeredAt", "2026-11-24T10:00:00+08:00")
                .put("validUntil", "2026-11-25T00:00:00+08:00");
    }
}
