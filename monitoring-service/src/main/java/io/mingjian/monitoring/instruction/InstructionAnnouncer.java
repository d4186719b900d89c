package io.mingjian.monitoring.instruction;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.InstructionAmended;
import io.mingjian.contracts.InstructionChanged;
import io.mingjian.contracts.InstructionReminded;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Says what happened: on {@code mingjian.monitoring.instruction}, and to the rooms that listen in
 * the same transaction.
 */
@ApplicationScoped
class InstructionAnnouncer {
    private final Outbox outbox;
    private final List<InstructionListener> listeners;

    InstructionAnnouncer(Outbox outbox, @All List<InstructionListener> listeners) {
        this.outbox = outbox;
        this.listeners = listeners;
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

    /** A new version is in force. */
    Uni<Void> amended(Instruction instruction, List<Commission> parts) {
        return parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.append(
                        new Event(
                                EventType.INSTRUCTION_AMENDED,
                                new InstructionAmended(
                                        instruction.id(),
                                        instruction.instructionNo(),
                                        instruction.contentVersion(),
                                        instruction.deadline(),
                                        parts.stream().map(Commission::agency).toList())));
    }

    Uni<Void> withdrawn(Instruction instruction, List<Commission> parts) {
        return announce(EventType.INSTRUCTION_WITHDRAWN, instruction, parts);
    }

    Uni<Void> completed(Instruction instruction, Commission part) {
        return announce(EventType.INSTRUCTION_COMPLETED, instruction, List.of(part));
    }

    Uni<Void> reopened(Instruction instruction, Commission part) {
        return announce(EventType.INSTRUCTION_REOPENED, instruction, List.of(part));
    }

    Uni<Void> reminded(Instruction instruction, List<Reminder> reminders) {
        return outbox.append(
                reminders.stream()
                        .map(
                                reminder ->
                                        new Event(
                                                EventType.INSTRUCTION_REMINDED,
                                                new InstructionReminded(
                                                        instruction.id(),
                                                        instruction.instructionNo(),
                                                        reminder.point(),
                                                        reminder.dueOn().orElse(null),
                                                        List.of(reminder.agency()))))
                        .toList());
    }

    Uni<Void> closed(Instruction instruction, List<Commission> parts) {
        InstructionFacts facts = InstructionFacts.of(instruction, parts);
        return tell(listener -> listener.closed(facts))
                .chain(() -> announce(EventType.INSTRUCTION_CLOSED, instruction, parts));
    }

    private Uni<Void> tell(Function<InstructionListener, Uni<Void>> what) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (InstructionListener listener : listeners) {
            told = told.chain(() -> what.apply(listener));
        }
        return told;
    }

    private Uni<Void> announce(EventType type, Instruction instruction, List<Commission> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> agencies = parts.stream().map(Commission::agency).toList();
        return outbox.append(
                new Event(
                        type,
                        new InstructionChanged(
                                instruction.id(), instruction.instructionNo(), agencies)));
    }
}
