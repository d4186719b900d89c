package io.mingjian.gateway.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Documents as the services write them, with a field here and there that the console does not know.
 */
final class Papers {
    private Papers() {}

    static JsonObject complaint() {
        return new JsonObject(
                        """
                {"id": "01890000-0000-7000-8000-000000000001", "kind": "COMPLAINT", "registrationNo": "沪黄投诉〔2026〕12号",
                 "state": "ROUTED", "stateName": "已分送待受理", "channel": "PLATFORM_12315", "externalNo": "E-1",
                 "registeringAgency": "samr-shanghai", "holder": "samr-huangpu", "districtCode": "310101", "districtName": "黄浦区",
                 "place": {"rule": "R1", "basis": "Order 121 Art 13", "explanation": "按实际经营地"},
                 "receivedAt": "2026-11-20T09:30:00+08:00", "newField": {"x": 1},
                 "complainant": {"name": "张*", "phone": "138****8888", "idType": "RESIDENT_ID", "idNumber": "310101********0012"},
                 "respondent": {"kind": "OFFLINE_OPERATOR", "name": "上海某某商行", "uscc": "91310000132260250X", "address": "南京东路1号"},
                 "claims": ["REFUND"], "disputeFacts": {"content": "杯身有裂纹", "amount": 89.50},
                 "consentToPublish": false, "consentToDelegatedMediation": true,
                 "clocks": [{"limit": "ACCEPTANCE", "term": "7WD", "startedOn": "2026-11-20", "dueOn": "2026-12-01", "remainingWorkingDays": 3,
                   "urgency": "CALM", "provisional": true, "basis": "Order 121 Art 15", "status": "ORDER", "explanation": "自次日起算7个工作日。"}],
                 "openSteps": ["ACCEPT", "REFUSE"],
                 "closedSteps": [{"step": "TAKE_OVER", "name": "提级办理", "reason": "须由市局且负责人办理。"}],
                 "evidence": [{"evidenceId": "01890000-0000-7000-8000-00000000000e", "analyzed": true, "band": "SOME_SIGNS"}],
                 "hints": [], "flags": [],
                 "steps": [{"step": "ROUTE", "name": "分送", "from": "REGISTERED", "to": "ROUTED", "by": "registry", "organisation": "mingjian",
                   "at": "2026-11-20T09:30:01+08:00", "article": "13, 15, 41"}]}
                """)
                .put("forms", new JsonArray().add(acceptance()).add(refusal()));
    }

    static JsonObject report() {
        return new JsonObject(
                        """
                {"id": "01890000-0000-7000-8000-000000000001", "kind": "REPORT", "registrationNo": "沪黄举报〔2026〕3号",
                 "state": "VERIFYING", "stateName": "核查中", "channel": "HOTLINE", "registeringAgency": "samr-shanghai", "holder": "samr-huangpu",
                 "districtName": "黄浦区", "receivedAt": "2026-11-20T09:30:00+08:00", "anonymous": true,
                 "reportedParty": {"kind": "OFFLINE_OPERATOR", "name": "上海某某商行"}, "clueDescription": "详情页称永不破裂", "factualBasis": "截图",
                 "clocks": [{"limit": "VERIFICATION", "startedOn": "2026-11-20", "dueOn": "2026-12-11", "remainingWorkingDays": 0,
                   "provisional": false, "basis": "Order 2 Art 18", "status": "ORDER", "explanation": "15个工作日。"}],
                 "openSteps": ["FILE_CASE"], "evidence": [], "hints": [{"criterion": "F", "version": 1, "level": "WATCH", "explanation": "近12个月已有 11 件。"}],
                 "steps": [{"step": "BEGIN_VERIFICATION", "name": "开始核查", "by": "huangpu.handler", "organisation": "samr-huangpu",
                   "at": "2026-11-21T09:30:01+08:00", "article": "Order 121 Art 35; Order 2 Art 18"}]}
                """)
                .put("forms", new JsonArray().add(everything()));
    }

    static JsonObject acceptance() {
        return new JsonObject(
                """
                {"step": "ACCEPT", "name": "受理", "article": "15, 23(5)", "path": "acceptance", "hint": "受理后开始调解。", "newField": 1,
                 "fields": [{"name": "reasons", "zh": "理由", "kind": "LONG_TEXT", "required": true, "hint": "写明事实。"}]}
                """);
    }

    static JsonObject refusal() {
        return new JsonObject(
                """
                {"step": "REFUSE", "name": "不予受理", "article": "15, 16, 17", "path": "non-acceptance",
                 "fields": [
                   {"name": "ground", "zh": "情形", "kind": "GROUND", "required": true, "choices": [
                     {"code": "1", "zh": "不属于市场监督管理部门职责"},
                     {"code": "3", "zh": "不是为生活消费需要", "fields": [
                       {"name": "factors", "zh": "考虑因素", "kind": "SOME_OF", "required": true, "choices": [
                         {"code": "c", "zh": "不能证明真实消费"}, {"code": "d", "zh": "多人共用"}]}]}]},
                   {"name": "reasons", "zh": "理由", "kind": "LONG_TEXT", "required": true},
                   {"name": "remedies", "zh": "救济途径", "kind": "LONG_TEXT", "required": false, "suggested": "可以向人民法院提起诉讼。"}]}
                """);
    }

    /** One field of every kind; that of a kind that the console does not know is a text. */
    static JsonObject everything() {
        return new JsonObject(
                """
                {"step": "FILE_CASE", "name": "立案", "article": "Order 2 Art 19", "path": "case-filing",
                 "fields": [
                   {"name": "text", "zh": "一行", "kind": "TEXT", "required": true},
                   {"name": "filing", "zh": "另一件", "kind": "FILING", "required": true},
                   {"name": "texts", "zh": "参加人员", "kind": "TEXTS", "required": true, "hint": "至少两人。"},
                   {"name": "date", "zh": "日期", "kind": "DATE", "required": true},
                   {"name": "moment", "zh": "时间", "kind": "DATE_TIME", "required": true},
                   {"name": "yuan", "zh": "金额（元）", "kind": "YUAN", "required": false},
                   {"name": "granted", "zh": "是否同意", "kind": "YES_NO", "required": true, "choices": [
                     {"code": "true", "zh": "是", "fields": [{"name": "next", "zh": "另行指定", "kind": "TEXT", "required": true}]},
                     {"code": "false", "zh": "否"}]},
                   {"name": "mode", "zh": "方式", "kind": "ONE_OF", "required": false, "choices": [{"code": "A", "zh": "甲"}, {"code": "B", "zh": "乙"}]},
                   {"name": "district", "zh": "分送至", "kind": "ONE_OF", "required": true, "choices": [
                     {"code": "1", "zh": "一"}, {"code": "2", "zh": "二"}, {"code": "3", "zh": "三"}, {"code": "4", "zh": "四"}, {"code": "5", "zh": "五"},
                     {"code": "6", "zh": "六"}, {"code": "7", "zh": "七"}, {"code": "8", "zh": "八"}, {"code": "9", "zh": "九"}]},
                   {"name": "consent", "zh": "同意", "kind": "GROUP", "required": false, "fields": [
                     {"name": "on", "zh": "同意的日期", "kind": "DATE", "required": true},
                     {"name": "how", "zh": "同意的方式", "kind": "ONE_OF", "required": true, "choices": [{"code": "PHONE", "zh": "电话"}]}]},
                   {"name": "later", "zh": "以后的种类", "kind": "SOMETHING_NEW", "required": false}]}
                """);
    }

    static JsonObject finding() {
        return new JsonObject(
                """
                {"step": "CONFIRM_EVIDENCE", "name": "认定证据", "article": "–", "path": "confirmation",
                 "fields": [
                   {"name": "truth", "zh": "认定结论", "kind": "ONE_OF", "required": true, "choices": [
                     {"code": "ALTERED", "zh": "经过篡改"}, {"code": "GENUINE", "zh": "真实"}]},
                   {"name": "reasons", "zh": "理由", "kind": "LONG_TEXT", "required": true}]}
                """);
    }

    static JsonObject notices() {
        return new JsonObject(
                """
                {"items": [
                  {"id": "01890000-0000-7000-8000-00000000000d", "kind": "ACCEPTANCE", "kindName": "投诉受理告知书", "addresseeName": "投诉人",
                   "documentNo": "沪黄市监投受告〔2026〕1号", "issuedOn": "2026-11-24", "servedOn": "2026-11-25", "withdrawn": false},
                  {"id": "01890000-0000-7000-8000-00000000000c", "kindName": "投诉受理告知书", "addresseeName": "被投诉人",
                   "documentNo": "沪黄市监投受告〔2026〕2号", "issuedOn": "2026-11-24", "withdrawn": false}]}
                """);
    }

    static JsonObject evidence() {
        return new JsonObject(
                """
                {"id": "01890000-0000-7000-8000-00000000000e", "organisation": "samr-shanghai", "state": "ANALYZED", "mediaType": "image/jpeg",
                 "sizeBytes": 204800, "width": 1600, "height": 1200, "sha256": "ab12", "sm3": "cd34", "receivedAt": "2026-11-20T09:00:00+08:00"}
                """);
    }

    static JsonObject analysis() {
        return new JsonObject(
                """
                {"evidenceId": "01890000-0000-7000-8000-00000000000e", "state": "ANALYZED", "revision": 1, "band": "SOME_SIGNS",
                 "bandName": "有部分迹象", "summary": "有提示需要人工核对。", "labelVerdict": "NONE_FOUND",
                 "signals": [{"analyzer": "saturation", "version": 2, "code": "EDITOR_SAVED", "strength": "WEAK", "strengthName": "弱", "weight": 1.5,
                   "supports": "文件曾由图像编辑软件保存。", "doesNotProve": "存在任何欺瞒。",
                   "regions": [{"x": 0.25, "y": 0.5, "width": 0.1, "height": 0.2}], "facts": {"software": "Some Editor"}}],
                 "contradictions": [], "askNext": ["请提供原始文件。"], "notes": [{"analyzer": "x", "text": "未检出标识。"}],
                 "reuse": {"total": 2, "visible": [], "hidden": 2, "hiddenNote": "另有 2 份属于其他方。"},
                 "analyzedAt": "2026-11-20T09:01:00+08:00", "notice": "仅供承办人参考。"}
                """);
    }

    static JsonObject queue() {
        JsonArray items =
                new JsonArray()
                        .add(item("COMPLAINT", "ROUTED", -1))
                        .add(item("COMPLAINT", "ROUTED", 0))
                        .add(item("REPORT", "VERIFYING", 2))
                        .add(item("COMPLAINT", "ACCEPTED", 9));
        return new JsonObject().put("items", items).put("nextCursor", "abc/+=");
    }

    static JsonObject item(String kind, String state, int remaining) {
        return new JsonObject()
                .put("filingId", Desk.COMPLAINT)
                .put("kind", kind)
                .put("registrationNo", "沪黄〔2026〕" + remaining)
                .put("state", state)
                .put("open", true)
                .put("holder", "samr-huangpu")
                .put("districtCode", "310101")
                .put("districtName", "黄浦区")
                .put("filer", "张*")
                .put("respondent", "上海某某商行")
                .put("receivedOn", "2026-11-20")
                .put("dueOn", "2026-12-01")
                .put("remainingWorkingDays", remaining)
                .put("dueProvisional", remaining == 9)
                .put("dueBasis", "Order 121 Art 15")
                .put("evidenceCount", 2)
                .put("evidenceWaiting", 1)
                .put("strongestBand", "SOME_SIGNS");
    }

    static JsonObject problem(int status, String detail) {
        return new JsonObject()
                .put("type", "urn:mingjian:problem:x")
                .put("title", "不行")
                .put("status", status)
                .put("detail", detail)
                .put("traceId", "t-1");
    }
}
