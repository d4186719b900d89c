package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The room's public face for those who only read. */
@ApplicationScoped
public class InstructionReading {
    private final Instructions instructions;

    InstructionReading(Instructions instructions) {
        this.instructions = instructions;
    }

    /**
     * A version of an instruction as far as the caller may know it; {@code NotFound} for a foreign
     * one, and for one that the agency was never given.
     *
     * @param number if absent the version in force, for an agency that is out the last of its own
     */
    public Uni<InstructionFacts> look(Caller caller, UUID id, @Nullable Integer number) {
        return instructions
                .require(caller, id)
                .chain(
                        found ->
                                instructions
                                        .commissions(caller, List.of(id))
                                        .chain(parts -> look(caller, found, parts, number)));
    }

    private Uni<InstructionFacts> look(
            Caller caller, Instruction found, List<Commission> parts, @Nullable Integer number) {
        int wanted = number == null ? lastVersion(caller, found, parts) : number;
        return instructions
                .requireVersion(found.id(), wanted)
                .map(version -> InstructionFacts.of(found, version, parts))
                .invoke(facts -> requireGiven(caller, facts));
    }

    private static int lastVersion(Caller caller, Instruction found, List<Commission> parts) {
        return parts.stream()
                .filter(part -> part.agency().equals(caller.organisation()))
                .map(part -> part.lastVersion(found))
                .findFirst()
                .orElseGet(found::contentVersion);
    }

    private static void requireGiven(Caller caller, InstructionFacts facts) {
        if (!caller.isCity() && !facts.agencies().contains(caller.organisation())) {
            throw new NotFound("监测指令版本", "version of the instruction");
        }
    }
}
