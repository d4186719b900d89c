package io.mingjian.monitoring.instruction;

import io.mingjian.kit.time.LimitName;

/**
 * Limits of the closing of an instruction; their lengths are in {@code
 * codes/instruction-closing.yaml}. Nobody's task: no clock is started with them.
 */
enum ClosingLimit implements LimitName {
    GRACE("截止后仍接收在办机构报送（标为逾期）");

    private final String zh;

    ClosingLimit(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    String zh() {
        return zh;
    }
}
