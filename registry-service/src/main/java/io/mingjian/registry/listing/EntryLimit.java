package io.mingjian.registry.listing;

import io.mingjian.kit.time.LimitName;

/**
 * The limits of an entry; their lengths are dated rows in {@code limits/abnormal-filer-entry.yaml}.
 * No text was found that sets any of them.
 */
enum EntryLimit implements LimitName {
    /** To look at a proposal; starts with the proposal. */
    CANDIDATE_REVIEW("复核期限"),
    /** For the person to state and defend; starts with the service of the notice. */
    DEFENCE("陈述申辩期限"),
    /** For the person to ask for a hearing; starts with the service of the notice. */
    HEARING_REQUEST("申请听证期限"),
    /** Between the notice of a hearing and the hearing; never a clock of its own. */
    HEARING_NOTICE("听证通知期限"),
    /** To decide; does not run while a hearing is to be held. */
    DECISION("列入决定期限"),
    OBJECTION_ACCEPTANCE("异议受理期限"),
    OBJECTION_DECISION("异议决定期限"),
    REMOVAL_ACCEPTANCE("移出申请受理期限"),
    REMOVAL_DECISION("移出决定期限"),
    /** What the head may add to the two before, once; never a clock of its own. */
    PROLONGATION("审查延长期限"),
    /** To correct what rested on a listing that was taken back. */
    CORRECTION("数据更正期限");

    private final String zh;

    EntryLimit(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
