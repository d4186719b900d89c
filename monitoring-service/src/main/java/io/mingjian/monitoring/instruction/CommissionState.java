package io.mingjian.monitoring.instruction;

/** Where one agency stands with an instruction. */
public enum CommissionState {
    ISSUED("待签收"),
    ACKNOWLEDGED("已签收"),
    DECLINED("已退回指令"),
    /** At least one finding came in. */
    RESULT_SUBMITTED("已报送结果"),
    /** The agency says that nothing more will come. */
    COMPLETED("已报送完毕"),
    /** The city took the instruction back from this agency. */
    WITHDRAWN("已撤回"),
    CLOSED("已办结");

    private final String zh;

    CommissionState(String zh) {
        this.zh = zh;
    }

    /** Whether something is still expected of the agency. */
    public boolean isAtWork() {
        return this == ISSUED || this == ACKNOWLEDGED || this == RESULT_SUBMITTED;
    }

    /** Whether the instruction concerns the agency at all. */
    public boolean isConcerned() {
        return isAtWork() || this == COMPLETED;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
