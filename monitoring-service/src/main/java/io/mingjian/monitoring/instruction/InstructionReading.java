package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The room's public face for those who only read. */
@ApplicationScoped
public class InstructionReading {
    private final Instructions instructions;

    InstructionReading(Instructions instructions) {
        this.instructions = instructions;
    }

    /** The instruction as far as the caller may know it; {@code NotFound} for a foreign one. */
    public Uni<InstructionFacts> look(Caller caller, UUID id) {
        return instructions
                .require(caller, id)
                .chain(
                        found ->
                                instructions
                                        .commissions(caller, List.of(id))
                                        .map(parts -> InstructionFacts.of(found, parts)));
    }
}
