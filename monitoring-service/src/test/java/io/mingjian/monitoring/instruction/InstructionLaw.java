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
}
