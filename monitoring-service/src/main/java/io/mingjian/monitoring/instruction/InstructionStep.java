package io.mingjian.monitoring.instruction;

/** What can be done with an instruction. */
public enum InstructionStep {
    /** By itself: the last day has passed and all leads are at an end. */
    COMPLETE("期满自动办结"),
    /** By the city, with reasons. */
    CLOSE("市局办结");

    private final String zh;

    InstructionStep(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
