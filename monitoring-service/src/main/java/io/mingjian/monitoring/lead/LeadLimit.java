package io.mingjian.monitoring.lead;

import io.mingjian.kit.time.LimitName;

/** Limits of the lead's clocks; their lengths are in {@code limits/lead.yaml}. */
public enum LeadLimit implements LimitName {
    QUALITY_REVIEW("质量审核"),
    RECEIPT("签收"),
    VERIFICATION("核查"),
    FEEDBACK("处置反馈");

    private final String zh;

    LeadLimit(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
