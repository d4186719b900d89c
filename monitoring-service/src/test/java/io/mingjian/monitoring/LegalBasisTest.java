package io.mingjian.monitoring;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalBasisCheck;
import io.mingjian.kit.testing.LegalTable;
import io.mingjian.monitoring.instruction.InstructionLaw;
import io.mingjian.monitoring.lead.LeadLaw;
import java.util.List;
import java.util.stream.Stream;

class LegalBasisTest extends LegalBasisCheck {
    @Override
    protected String service() {
        return "monitoring";
    }

    @Override
    protected List<Lifecycle<?, ?>> procedures() {
        return Stream.concat(InstructionLaw.PROCEDURES.stream(), Stream.of(LeadLaw.PROCEDURE))
                .toList();
    }

    @Override
    protected List<LegalTable> tables() {
        return List.of(
                InstructionLaw.limits(), InstructionLaw.reminders(), LeadLaw.limits(), places());
    }

    private static LegalTable places() {
        return LegalTable.ofFile(
                "线索：由何地处理", "/codes/place-rules.yaml", "basis", "ORDER", "规则", "id", "内容", "zh");
    }
}
