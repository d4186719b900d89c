package io.mingjian.monitoring.instruction;

import io.mingjian.kit.time.LimitName;

/** Limits of a commission's clocks; their lengths are in {@code limits/instruction.yaml}. */
public enum InstructionLimit implements LimitName {
    ACKNOWLEDGEMENT("指令签收");

    private final String zh;

    InstructionLimit(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
