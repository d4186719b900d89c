package io.mingjian.monitoring.instruction;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

/** What the rules of instructions to monitors stand on. */
public final class InstructionLaw {
    public static final List<Lifecycle<?, ?>> PROCEDURES =
            List.of(InstructionLifecycle.INSTRUCTION, InstructionLifecycle.COMMISSION);

    private InstructionLaw() {}

    public static LegalTable limits() {
        return LegalTable.ofLimits(
                "监测指令：期限",
                InstructionLifecycle.LIMITS,
                name -> InstructionLimit.valueOf(name).zh());
    }

    /** How long an agency that is at work is waited for after the last day. */
    public static LegalTable closing() {
        return LegalTable.ofLimits(
                "监测指令：自动办结", Closing.LIMITS, name -> ClosingLimit.valueOf(name).zh());
    }

    /** When agencies are reminded by themselves. */
    public static LegalTable reminders() {
        return LegalTable.ofFile(
                "监测指令：催办时点",
                "/codes/reminder-points.yaml",
                "basis",
                "ASSUMPTION",
                "时点",
                "point",
                "期限",
                "of",
                "工作日",
                "workingDays",
                "内容",
                "zh");
    }
}
