package io.mingjian.monitoring.lead;

/** What can be done with a lead. */
public enum LeadStep {
    QUALIFY("审核通过"),
    DISQUALIFY("审核不通过"),
    MARK_DUPLICATE("认定重复"),
    /** A duplicate stands for itself again. */
    REOPEN("恢复审核"),
    RETURN_FOR_SUPPLEMENT("退回补正"),
    RESUBMIT("补正后重新提交"),
    ASSIGN("分派"),
    RECEIVE("签收"),
    REQUEST_RETURN("申请退回市局"),
    /** The city takes the work on a lead out of a district's hands. */
    TAKE_OVER("市局提级办理"),
    VERIFY("开始核查"),
    REQUEST_EXTENSION("申请延长核查期限"),
    EXTEND("批准延长核查期限"),
    REFUSE_EXTENSION("不予延长核查期限"),
    DISPOSE("作出处置"),
    FEED_BACK("反馈"),
    RETURN_FOR_REWORK("退回重办"),
    CLOSE("办结");

    private final String zh;

    LeadStep(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
