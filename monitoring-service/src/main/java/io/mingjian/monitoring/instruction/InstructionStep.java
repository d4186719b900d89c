package io.mingjian.monitoring.instruction;

/** What can be done with an instruction. */
public enum InstructionStep {
    /** By itself: agencies are done or the last day has passed, and all leads are at an end. */
    COMPLETE("自动办结"),
    /** By the city, with reasons. */
    CLOSE("市局办结"),
    /** A new version, with reasons. */
    AMEND("变更指令"),
    /** By the timer or by the city. */
    REMIND("催办");

    private final String zh;

    InstructionStep(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
