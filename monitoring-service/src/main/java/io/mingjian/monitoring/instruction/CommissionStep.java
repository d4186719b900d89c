package io.mingjian.monitoring.instruction;

/** What can be done with an agency's part of an instruction. */
public enum CommissionStep {
    ACKNOWLEDGE("签收指令"),
    DECLINE("退回指令"),
    SUBMIT_RESULT("报送结果"),
    /** Nothing more will come from this agency. */
    COMPLETE("报送完毕"),
    /** The city wants more of an agency that was done. */
    REOPEN("重新开放报送"),
    /** The city changed what it wants. */
    AMEND("指令变更"),
    ACKNOWLEDGE_AMENDMENT("签收变更"),
    /** The agency need not work on it any longer. */
    WITHDRAW("撤回对该机构的指令"),
    /** An agency that declined, or from which it was withdrawn, is asked anew. */
    ASK_ANEW("重新下达"),
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
