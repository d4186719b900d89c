package io.mingjian.registry.report;

import java.util.EnumSet;
import java.util.Set;

/** Where a report stands. */
enum ReportState {
    /** Entered, with the intake unit. */
    REGISTERED("已登记"),
    /** With the competent bureau, which has to verify. */
    ROUTED("已分送待核查"),
    /** Given back for want of authority; the intake unit routes it anew (Order 121 Art 33, 41). */
    RETURNED_TO_INTAKE("已退回登记单位"),
    /** Not the bureau's to handle; the reporter was told (Order 121 Art 34). */
    NO_AUTHORITY("无权处理已告知"),
    /** The same reporter had given the same facts against the same party (Order 121 Art 35). */
    DUPLICATE_NOT_HANDLED("重复举报不再处理"),
    /** Handled together with another report (Order 121 Art 35). */
    MERGED("已并案处理"),
    VERIFYING("核查中"),
    /** The head has given more time (Order 2 Art 18). */
    VERIFYING_EXTENDED("核查中（已延期）"),
    NO_CASE("不予立案"),
    CASE_FILED("已立案"),
    /** Time that does not count, such as an appraisal (Order 2 Art 64). */
    CASE_EXCLUDED("已立案（期限暂停）"),
    CASE_CLOSED("已结案"),
    TRANSFERRED_AGENCY("已移送其他机关"),
    TRANSFERRED_POLICE("已移送公安机关"),
    /** The reporter was told of the result where a law asks for it (Order 121 Art 36). */
    NOTIFIED("已告知结果"),
    /** A reward was proposed; the head decides (Order 121 Art 36). */
    REWARD_PENDING("举报奖励待决定"),
    REWARD_DECIDED("举报奖励已决定"),
    CLOSED("已归档");

    /** The clue is still to be verified: another report may be merged into it (Art 35). */
    static final Set<ReportState> OPEN_TO_MERGE = EnumSet.of(ROUTED, VERIFYING, VERIFYING_EXTENDED);

    /** A bureau has the clue in hand and has not yet decided on a case. */
    static final Set<ReportState> IN_VERIFICATION = EnumSet.of(VERIFYING, VERIFYING_EXTENDED);

    private final String zh;

    ReportState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
