package io.mingjian.monitoring.instruction;

/** What can be done with an agency's part of an instruction. */
public enum CommissionStep {
    ACKNOWLEDGE("签收指令"),
    DECLINE("退回指令"),
    SUBMIT_RESULT("报送结果"),
    /** The instruction is closed. */
    RELEASE("随指令办结");

    private final String zh;

    CommissionStep(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
