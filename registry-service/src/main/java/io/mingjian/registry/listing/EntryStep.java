package io.mingjian.registry.listing;

/** What may be done with an entry, and the last part of the address that does it. */
enum EntryStep {
    BEGIN_REVIEW("开始复核", "review"),
    DISMISS("复核不列入", "dismissal"),
    SERVE_NOTICE("送达列入事先告知书", "notice"),
    RECORD_DEFENCE("登记陈述申辩", "defence"),
    REQUEST_HEARING("登记听证申请", "hearing-request"),
    APPOINT_HEARING("通知听证", "hearing-appointment"),
    HOLD_HEARING("登记听证情况", "hearing"),
    WITHDRAW_HEARING("登记撤回听证申请", "hearing-withdrawal"),
    // The first of two people says what should be decided.
    PROPOSE_LISTING("提出列入或者不列入建议", "listing-proposal"),
    PROPOSE_ON_OBJECTION("提出异议处理建议", "objection-proposal"),
    PROPOSE_ON_REMOVAL("提出移出处理建议", "removal-proposal"),
    PROPOSE_EXTENSION("提出延长列入期限建议", "extension-proposal"),
    PROPOSE_REVOCATION("提出撤销列入建议", "revocation-proposal"),
    /** The second one does not agree. */
    RETURN("退回决定建议", "return"),
    LIST("同意列入", "decision"),
    NOT_LIST("同意不列入", "decision"),
    OBJECT("登记异议", "objection"),
    ACCEPT_OBJECTION("受理异议", "objection-acceptance"),
    REJECT_OBJECTION("不受理异议", "objection-rejection"),
    STAY("暂停列入效力", "stay"),
    END_STAY("恢复列入效力", "stay-end"),
    PROLONG("延长审查期限", "prolongation"),
    UPHOLD_OBJECTION("同意异议成立，撤销列入", "decision"),
    REFUSE_OBJECTION("同意驳回异议", "decision"),
    APPLY_REMOVAL("登记移出申请", "removal-application"),
    ACCEPT_REMOVAL("受理移出申请", "removal-acceptance"),
    REJECT_REMOVAL("不受理移出申请", "removal-rejection"),
    REMOVE("同意移出", "decision"),
    REFUSE_REMOVAL("同意不予移出", "decision"),
    EXTEND("同意延长列入期限", "decision"),
    REVOKE("同意撤销列入", "decision"),
    RECORD_REMEDY("登记行政复议、诉讼情况", "remedy"),
    /** The machine's: the last day has passed. It ends an effect, never a right. */
    EXPIRE("期满", ""),
    ARCHIVE("归档", "archiving");

    private final String zh;
    private final String path;

    EntryStep(String zh, String path) {
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
