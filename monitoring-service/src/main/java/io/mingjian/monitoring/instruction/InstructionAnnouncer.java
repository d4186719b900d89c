package io.mingjian.monitoring.instruction;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.InstructionChanged;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says on {@code mingjian.monitoring.instruction} what happened. */
@ApplicationScoped
class InstructionAnnouncer {
    private final Outbox outbox;

    InstructionAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> issued(Instruction instruction, List<Commission> parts) {
        return announce(EventType.INSTRUCTION_ISSUED, instruction, parts);
    }

    Uni<Void> answered(Instruction instruction, Commission part) {
        EventType type =
                part.state() == CommissionState.DECLINED
                        ? EventType.INSTRUCTION_DECLINED
                        : EventType.INSTRUCTION_ACKNOWLEDGED;
        return announce(type, instruction, List.of(part));
    }

    Uni<Void> closed(Instruction instruction, List<Commission> parts) {
        return announce(EventType.INSTRUCTION_CLOSED, instruction, parts);
    }

    private Uni<Void> announce(EventType type, Instruction instruction, List<Commission> parts) {
        List<String> agencies = parts.stream().map(Commission::agency).toList();
        return outbox.append(
                new Event(
                        type,
                        new InstructionChanged(
                                instruction.id(), instruction.instructionNo(), agencies)));
    }
}
