package io.mingjian.registry.report;

/** What may be done with a report, and the last part of the address that does it. */
enum ReportStep {
    ROUTE("分送", "routing"),
    RETURN_TO_INTAKE("退回登记单位", "return"),
    DISPUTE_AUTHORITY("管辖权争议，退回协商", "authority-dispute"),
    DESIGNATE("指定管辖", "designation"),
    TAKE_OVER("提级办理", "take-over"),
    DECLINE_AUTHORITY("告知无权处理", "no-authority"),
    DECLINE_DUPLICATE("重复举报不再处理", "duplicate"),
    MERGE("并入另一举报", "merge"),
    /** Follows from {@link #MERGE} of another report and has no address of its own. */
    ABSORB("并入新的举报，期限重新计算", ""),
    BEGIN_VERIFICATION("开始核查", "verification"),
    REQUEST_EXTENSION("申请延长核查期限", "extension-request"),
    APPROVE_EXTENSION("批准延长核查期限", "extension-approval"),
    REFUSE_EXTENSION("不批准延长核查期限", "extension-refusal"),
    RECORD_WITHDRAWAL("登记举报人撤回", "withdrawal"),
    FILE_CASE("立案", "case-filing"),
    DECLINE_CASE("不予立案", "no-case"),
    TRANSFER_AGENCY("移送其他机关", "agency-transfer"),
    PROPOSE_POLICE_TRANSFER("提出移送公安机关", "police-transfer-proposal"),
    APPROVE_POLICE_TRANSFER("批准移送公安机关", "police-transfer-approval"),
    REFUSE_POLICE_TRANSFER("不批准移送公安机关", "police-transfer-refusal"),
    REQUEST_CASE_EXTENSION("申请延长办案期限", "case-extension-request"),
    APPROVE_CASE_EXTENSION("批准延长办案期限", "case-extension-approval"),
    REFUSE_CASE_EXTENSION("不批准延长办案期限", "case-extension-refusal"),
    EXTEND_COLLECTIVELY("集体讨论继续延期", "collective-extension"),
    BEGIN_EXCLUDED("开始不计入期限的时间", "excluded-time"),
    END_EXCLUDED("结束不计入期限的时间", "excluded-time-end"),
    CLOSE_CASE("结案", "case-closing"),
    TELL_RESULT("已告知举报人结果", "telling"),
    PROPOSE_REWARD("提出举报奖励", "reward-proposal"),
    DECIDE_REWARD("决定举报奖励", "reward-decision"),
    ARCHIVE("归档", "archiving");

    private final String zh;
    private final String path;

    ReportStep(String zh, String path) {
        this.zh = zh;
        this.path = path;
    }

    String zh() {
        return zh;
    }

    String path() {
        return path;
    }
}
