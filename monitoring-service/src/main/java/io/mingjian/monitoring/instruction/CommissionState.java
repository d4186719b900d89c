package io.mingjian.monitoring.instruction;

/** Where one agency stands with an instruction. */
public enum CommissionState {
    ISSUED("待签收"),
    ACKNOWLEDGED("已签收"),
    DECLINED("已退回指令"),
    /** At least one finding came in. */
    RESULT_SUBMITTED("已报送结果"),
    CLOSED("已办结");

    private final String zh;

    CommissionState(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
