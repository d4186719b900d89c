package io.mingjian.monitoring.instruction;

/** Where an instruction stands. */
public enum InstructionState {
    ISSUED("已下达"),
    CLOSED("已办结");

    private final String zh;

    InstructionState(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
