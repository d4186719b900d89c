package io.mingjian.monitoring.lead;

import io.mingjian.kit.time.LimitName;

/** Limits of the lead's clocks; their lengths are in {@code limits/lead.yaml}. */
public enum LeadLimit implements LimitName {
    QUALITY_REVIEW("质量审核", Party.BUREAU),
    SUPPLEMENT("补正", Party.AGENCY),
    ASSIGNMENT("分派", Party.BUREAU),
    RECEIPT("签收", Party.HOLDER),
    VERIFICATION("核查", Party.HOLDER),
    /** The whole term after the one extension, counted from the day of receipt. */
    VERIFICATION_EXTENDED("核查（经批准延长）", Party.HOLDER),
    FEEDBACK("处置反馈", Party.HOLDER),
    CHECK("反馈核对", Party.BUREAU),
    REWORK("重办", Party.HOLDER);

    /** Whose time runs. */
    enum Party {
        /** The bureau that gave the instruction. */
        BUREAU,
        AGENCY,
        /** The bureau that works on the lead: the district, or the city after it took over. */
        HOLDER
    }

    private final String zh;
    private final Party party;

    LeadLimit(String zh, Party party) {
        this.zh = zh;
        this.party = party;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }

    Party party() {
        return party;
    }
}
