package io.mingjian.monitoring.lead;

import java.util.Set;

/** Where a lead stands in the monitoring loop. */
public enum LeadState {
    SUBMITTED("已提交"),
    RETURNED_FOR_SUPPLEMENT("退回补正"),
    /** The quality review found that it is of no use; an end. */
    UNQUALIFIED("质量不合格"),
    /** A person confirmed that another lead says the same; an end as long as that one stands. */
    DUPLICATE("重复线索"),
    QUALIFIED("质量合格"),
    ASSIGNED("已分派"),
    RECEIVED("已签收"),
    RETURN_REQUESTED("申请退回"),
    VERIFYING("核查中"),
    DISPOSED("已处置"),
    FEEDBACK_SUBMITTED("已反馈"),
    RETURNED_FOR_REWORK("退回重办"),
    /** The city confirmed the outcome; an end. */
    CLOSED("已办结");

    private final String zh;

    LeadState(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }

    private static final Set<LeadState> ENDS = Set.of(UNQUALIFIED, DUPLICATE, CLOSED);

    private static final Set<LeadState> DISPOSED_OF = Set.of(DISPOSED, FEEDBACK_SUBMITTED, CLOSED);

    /** Whether a bureau has decided what is done and nobody has sent that back. */
    public boolean isDisposedOf() {
        return DISPOSED_OF.contains(this);
    }

    /**
     * The states in which nothing more is to be done with the lead; a duplicate may be opened
     * again.
     */
    public static Set<LeadState> ends() {
        return ENDS;
    }
}
