package io.mingjian.registry.complaint;

import java.util.EnumSet;
import java.util.Set;

/** Where a complaint stands. */
enum ComplaintState {
    /** Entered, with the intake unit. */
    REGISTERED("已登记"),
    /** With the competent bureau, which has to decide on acceptance. */
    ROUTED("已分送待受理"),
    /** Given back for want of authority; the intake unit routes it anew (Art 41, 33). */
    RETURNED_TO_INTAKE("已退回登记单位"),
    /** The complainant is to prove who he is (Art 10(3)). */
    IDENTITY_REQUESTED("待提供身份证明"),
    /** Accepted; both sides are asked whether they consent to mediation. */
    ACCEPTED("已受理"),
    /** Both sides have consented (Art 18). */
    MEDIATING("调解中"),
    /** Another body mediates for the bureau (Art 19). */
    DELEGATED("委托调解中"),
    /** An appraisal is under way; the mediation clock stands still (Art 22). */
    APPRAISAL("鉴定中"),
    /** A party wants another mediator (Art 21). */
    SUSPENDED_RECUSAL("回避审查中"),
    AGREED("达成调解协议"),
    TERMINATED("终止调解"),
    NOT_ACCEPTED("不予受理"),
    CLOSED("已归档");

    /** Accepted and not yet at an end: mediation may be terminated from here (Art 23). */
    static final Set<ComplaintState> OPEN_TO_MEDIATION =
            EnumSet.of(ACCEPTED, MEDIATING, DELEGATED, APPRAISAL, SUSPENDED_RECUSAL);

    private final String zh;

    ComplaintState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
